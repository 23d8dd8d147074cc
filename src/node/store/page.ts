/** Keeps what is made of a page of the built site, until the page or whatever makes it changes. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuiltSite, OnLoad } from '../browser/built-site.ts'
import { browserFingerprint } from '../browser/fingerprint.ts'
import { sources } from '../paths/index.ts'
import { versionOf } from '../paths/packages.ts'
import { hashOfSources } from './tool.ts'
import { keepValue, readValue } from './values.ts'

/** What to make, and of what. */
interface MakeOrder<Made> {
  readonly kind: 'printed' | 'fitted' | 'shared'
  readonly site: BuiltSite & { readonly read: { readonly store: string } }
  /** Page of the site, without a query: `deck/index.html`. */
  readonly page: string
  /** What of its HTML has a part in it; all of it unless told otherwise. */
  readonly partOf?: (html: string) => string
  /** Its HTML, where that is given in place of the page. */
  readonly html?: string
  /** Called with each file that it was made of, also where it was made before. */
  readonly onLoad?: OnLoad
  /** All else that it depends on, as far as JSON can say it. */
  readonly also: unknown
  /** Makes it, and tells which files of the site it asks for. */
  readonly make: (onLoad: OnLoad) => Promise<Made>
}

/**
 * Takes what was made of the same page before, or makes it anew. The same means: the page, or the part of it that
 * is named, and each file that it loads, the browser, our code and the packages that it uses.
 * @throws what making throws; then nothing is kept.
 */
export async function reuseOrMake<Made>({
  kind,
  site,
  page,
  partOf,
  html,
  onLoad,
  also,
  make,
}: MakeOrder<Made>): Promise<Made> {
  const about = [page, site.base, also, await hashOfPage(), ...makers()]
  const which = { store: site.read.store, kind, about }
  const stored = readValue<StoredPage<Made>>(which)
  if (stored && (await isSame(stored.loaded, site.folder))) {
    for (const file of stored.loaded.keys()) onLoad?.(file)
    return stored.made
  }
  const files = new Set<string>()
  const made = await make((file) => {
    files.add(file)
    onLoad?.(file)
  })
  if (partOf) files.delete(page)
  await keepValue(which, { loaded: await hashesOf([...files], site.folder), made })
  return made

  async function hashOfPage(): Promise<string> {
    if (html !== undefined) return hash(html)
    if (!partOf) return hashOf(site.folder, page)
    return hash(partOf(await readFile(join(site.folder, page), 'utf8')))
  }
}

interface StoredPage<Made> {
  /** Files that the page loads, by path in the site, with what was in them. */
  readonly loaded: ReadonlyMap<string, string>
  readonly made: Made
}

async function isSame(loaded: StoredPage<unknown>['loaded'], folder: string): Promise<boolean> {
  const now = await hashesOf([...loaded.keys()], folder)
  return [...loaded].every(([file, before]) => now.get(file) === before)
}

/** The hash of each of some files of a site. */
export async function hashesOf(
  files: readonly string[],
  folder: string,
): Promise<Map<string, string>> {
  const hashes = files.map(async (file) => [file, await hashOf(folder, file)] as const)
  return new Map(await Promise.all(hashes))
}

/** `''` for a file that is not there, which a page may well ask for. */
async function hashOf(folder: string, file: string): Promise<string> {
  const bytes = await readFile(join(folder, file)).catch(() => undefined)
  return bytes === undefined ? '' : hash(bytes)
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

let code: string | undefined

/**
 * The versions of every program and package that has a part in what is made of pages, so that nobody must
 * remember to raise a number. Styles and scripts are files that a page loads.
 */
export function makers(): readonly string[] {
  // All modules of `core` and `node`.
  const folders = ['node', 'core'].map((name) => join(sources, name))
  code ??= hashOfSources(folders, (name) => /\.m?[jt]s$/.test(name))
  const versions = ['playwright', 'pdf-lib'].map(versionOf)
  return [browserFingerprint(), process.version, ...versions, code]
}
