/** Which files the case folder held at each of its commits. */

import { isFeedback } from '../../core/feedback/file-name.ts'
import { type Commit, readObjects } from '../git/repository.ts'
import { isOfCase, RE_WRITING } from '../paths/reading-order.ts'
import { listFormerFolders } from './commits.ts'

/** Path in the case folder → id of its content. */
export type Files = ReadonlyMap<string, string>

/**
 * The files of the case at each commit, in the order of the commits, and files of writing with
 * another ending than `.mdx`; none where the folder did not exist. Calls git once for each level of
 * folders.
 *
 * @throws GitError
 */
export async function listFiles(
  folder: string,
  commits: readonly Pick<Commit, 'id'>[],
): Promise<readonly Files[]> {
  const ids = commits.map(({ id }) => id)
  const trees = await readTrees(folder, ids, './')
  const missing = ids.filter((id) => !trees.has(`${id}:./`))
  const formerFolders = missing.length > 0 ? await listFormerFolders(folder) : []
  for (const home of formerFolders)
    for (const [name, entries] of await readTrees(folder, missing, home)) trees.set(name, entries)
  return ids.map((id) => {
    const home = ['./', ...formerFolders].find((one) => trees.has(`${id}:${one}`))
    const root = home === undefined ? [] : filesIn(`${id}:${home}`, '', trees)
    return new Map(root)
  })
}

/** The trees below a folder at commits; of the top of a repository, without other folders. */
async function readTrees(
  folder: string,
  commits: readonly string[],
  path: string,
): Promise<Map<string, readonly Entry[]>> {
  const trees = new Map<string, readonly Entry[]>()
  let wanted = commits.map((id) => `${id}:${path}`)
  while (wanted.length > 0) {
    const read = await readObjects(folder, [...new Set(wanted)])
    for (const { name, type, bytes } of read) {
      if (type === 'tree') trees.set(name, entriesOf(bytes, (commits[0]?.length ?? 0) / 2))
    }
    const found = path === '' ? [] : read.flatMap(({ name }) => trees.get(name) ?? [])
    wanted = found.filter(({ mode, id }) => mode === FOLDER && !trees.has(id)).map(({ id }) => id)
  }
  return trees
}

interface Entry {
  readonly mode: string
  readonly name: string
  readonly id: string
}

const FOLDER = '40000'
const FILES = new Set(['100644', '100755'])

function filesIn(
  tree: string,
  path: string,
  trees: ReadonlyMap<string, readonly Entry[]>,
): readonly (readonly [string, string])[] {
  return (trees.get(tree) ?? []).flatMap(({ mode, name, id }) => {
    const file = `${path}${name}`
    if (mode === FOLDER) return filesIn(id, `${file}/`, trees)
    const isRead =
      file === 'case.yaml' || isFeedback(file) || (RE_WRITING.test(name) && isOfCase(file))
    return FILES.has(mode) && isRead ? [[file, id] as const] : []
  })
}

/** A tree is a row of `mode name\0id`, in which the id is bytes. */
function entriesOf(bytes: Buffer, idLength: number): readonly Entry[] {
  const entries: Entry[] = []
  let at = 0
  while (at < bytes.length) {
    const space = bytes.indexOf(' ', at)
    const end = bytes.indexOf(0, space)
    entries.push({
      mode: bytes.toString('latin1', at, space),
      name: bytes.toString('utf8', space + 1, end),
      id: bytes.toString('hex', end + 1, end + 1 + idLength),
    })
    at = end + 1 + idLength
  }
  return entries
}
