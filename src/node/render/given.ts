/** Gives a renderer what its build says of itself and of its look, the case, and its texts. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildContext } from '../../core/model/build-context.ts'
import type { WorkFolder } from './work-folder.ts'

const GIVER = `const waiting = Promise.withResolvers()
export const { promise: given, resolve: give } = waiting
`

/**
 * Writes the module of the context into the work folder, and returns what gives it. The modules that need it
 * wait when they are run, so that all pages can be loaded before.
 */
export async function writeContextModule(
  work: WorkFolder,
): Promise<(context: BuildContext) => void> {
  const path = join(work.root, 'context-giver.mjs')
  await writeFile(path, GIVER)
  const text = "import { given } from './context-giver.mjs'\nexport default await given\n"
  await writeFile(join(work.root, 'context.mjs'), text)
  return (await import(pathToFileURL(path).href)).give
}

/** What pages ask for when they are rendered, each a module of that name. */
type GivenName = 'read' | 'look' | 'texts'

/**
 * Writes such a module into the work folder, and returns what gives it its value: whoever imports it always
 * has the latest one. It is in memory alone, since a case may hold what no file should.
 */
export async function writeGivenModule<T>(
  work: WorkFolder,
  name: GivenName,
): Promise<(value: T) => void> {
  const path = join(work.root, `${name}.mjs`)
  await writeFile(
    path,
    'let value\nexport const give = (one) => { value = one }\nexport { value as default }\n',
  )
  return (await import(pathToFileURL(path).href)).give
}
