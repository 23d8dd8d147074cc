/** What Node has compiled of our code is kept: to load it takes most commands longer than their own work. */
import { enableCompileCache } from 'node:module'
import { root } from '../paths/index.ts'
import { storeFolder } from './index.ts'
import { storeOf } from './place.ts'

/** For all that this process loads from now on. Node finds it by the path and the text of a file. */
export async function keepCompiled(): Promise<void> {
  enableCompileCache(storeFolder(await storeOf(root), 'compiled'))
}
