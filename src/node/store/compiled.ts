/** What Node has compiled of our code is kept: to load it takes most commands longer than their own work. */
import { enableCompileCache, getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { root } from '../paths/index.ts'
import { storeFolder } from './index.ts'
import { storeOf } from './place.ts'

/** Keeps it for all that this process loads from now on. Node finds it by the path and the text of a file. */
export async function keepCompiled(): Promise<void> {
  enableCompileCache(storeFolder(await storeOf(root), 'compiled'))
}

/** Variables of the environment by which a process that we start takes it too, from its first module on. */
export function compiledToo(): { readonly NODE_COMPILE_CACHE?: string } {
  // Node says the folder of its version.
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}
