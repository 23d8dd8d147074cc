/** The files of a built site, read once each where they are small. */
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { typeOf } from '../serve/media-types.ts'

/** A built site, to take files from. Paths have forward slashes and are relative to its folder. */
export interface SiteFiles {
  readonly folder: string
  /** Path under which the site is served: `/prototype/`. */
  readonly base: string
  /** Where what is made of them is kept. Absolute path. */
  readonly store: string
  /** Every file, sorted, without hidden ones. */
  readonly paths: readonly string[]
  has(path: string): boolean
  /** @throws when there is no such file. */
  bytes(path: string): Promise<Buffer>
  /** With the line ends that a browser makes of them. */
  text(path: string): Promise<string>
  /** The file as an address that holds it whole. */
  dataUri(path: string): Promise<string>
}

/** Bytes of a file that is read again rather than held: pages and PDFs of a large case fill memory. */
const LARGE = 1_000_000

/** Lists the files of a site, and reads each when it is first asked for. */
export async function openFiles(folder: string, base: string, store: string): Promise<SiteFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !/(?:^|\/)\./.test(path))
    .sort()
  const listed = new Set(paths)
  const known = new Map<string, Promise<Buffer>>()
  const bytes = async (path: string): Promise<Buffer> => {
    const reading = known.get(path) ?? readFile(join(folder, path))
    known.set(path, reading)
    const read = await reading
    if (read.length > LARGE) known.delete(path)
    return read
  }
  return {
    folder,
    base,
    store,
    paths,
    has: (path) => listed.has(path),
    bytes,
    text: async (path) => (await bytes(path)).toString('utf8').replace(/\r\n?/g, '\n'),
    dataUri: async (path) =>
      `data:${typeOf(path).replaceAll(' ', '')};base64,${(await bytes(path)).toString('base64')}`,
  }
}

const made = new WeakMap<SiteFiles, Map<string, Promise<string>>>()

/** What is made of a file of a site, which many of its pages hold: the first that asks makes it. */
export function makeOnce(
  files: SiteFiles,
  path: string,
  make: () => Promise<string>,
): Promise<string> {
  const known = made.get(files) ?? new Map<string, Promise<string>>()
  const one = known.get(path) ?? make()
  made.set(files, known.set(path, one))
  return one
}
