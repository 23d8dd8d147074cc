/** Finds the pictures of imported files, to copy them into the case. */
import { lstat, readFile } from 'node:fs/promises'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { type Address, type AddressChange, addressesIn } from '../../core/import/addresses.ts'
import { decodePercent, encodePath } from '../../core/text/percent.ts'
import { isWithin } from '../paths/index.ts'
import { whyNotShown } from '../read/picture-format.ts'
import { freeName, type NamedInput, safeName } from './names.ts'

/** A picture that goes into the case. */
export interface ImportedPicture {
  /** Absolute. */
  readonly path: string
  /** Its path in the case, with forward slashes. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file of the new case. */
export interface ImportedPage extends NamedInput {
  readonly text: string
  /** Pictures inside the document, by address. */
  readonly embedded?: ReadonlyMap<string, Uint8Array>
}

interface FoundPictures {
  /** Each picture once, in the order found. */
  readonly pictures: readonly ImportedPicture[]
  /** Name of a page → address → its change. An address that stays has no entry. */
  readonly changes: ReadonlyMap<string, ReadonlyMap<string, AddressChange>>
}

/** Finds the pictures of all pages. */
export async function collectPictures(pages: readonly ImportedPage[]): Promise<FoundPictures> {
  const found = new Map<string, ImportedPicture | string>()
  const taken = new Set<string>()
  const changes = new Map<string, Map<string, AddressChange>>()
  for (const page of pages) {
    const own = new Map<string, AddressChange>()
    for (const { url } of addressesIn(page.text).filter(isLocalPicture)) {
      const path = pathOf(url, page)
      // One that stands in a document has its name there alone.
      const name = page.embedded?.has(wordsOf(url)) ? `${page.name}:${path}` : path
      const picture = found.get(name) ?? (await readPicture(url, page, taken))
      found.set(name, picture)
      if (typeof picture !== 'string') taken.add(picture.name.toLowerCase())
      const change = changeOf(url, page, picture)
      if (change) own.set(url, change)
    }
    changes.set(page.name, own)
  }
  return { pictures: [...found.values()].filter((each) => typeof each !== 'string'), changes }
}

function changeOf(
  url: string,
  page: ImportedPage,
  picture: ImportedPicture | string,
): AddressChange | undefined {
  if (typeof picture === 'string') return { without: picture }
  const to = posix.relative(posix.dirname(page.name), picture.name)
  const isPlain = !/[?#\\]/.test(url)
  return isPlain && posix.normalize(wordsOf(url)) === to ? undefined : { to: encodePath(to) }
}

/** The picture, or the reason why it can't be shown. */
async function readPicture(
  url: string,
  page: ImportedPage,
  taken: ReadonlySet<string>,
): Promise<ImportedPicture | string> {
  const path = pathOf(url, page)
  // Who wrote the file has no say over what else is on this machine.
  if (!isWithin(path, page.root)) return 'picture outside the folder that is imported'
  const bytes = page.embedded?.get(wordsOf(url)) ?? (await readBytes(path, page))
  if (typeof bytes === 'string') return bytes
  return (
    whyNotShown(path, bytes) ?? {
      path,
      name: freeName(nameOf(path, page), 'picture', taken),
      bytes,
    }
  )
}

/** The bytes of a file, or the reason why there are none. A page in a zip has what the zip has. */
async function readBytes(path: string, { root, zip }: NamedInput): Promise<Uint8Array | string> {
  if (zip) return zip.get(path) ?? 'picture that was not found'
  let at = root
  for (const part of relative(root, path).split(sep)) {
    at = join(at, part)
    const found = await lstat(at).catch(() => undefined)
    if (!found) return 'picture that was not found'
    if (found.isSymbolicLink()) return 'picture behind a symbolic link'
    if (at === path && !found.isFile()) return 'picture that is no file'
  }
  return readFile(path)
}

/** Whether the address is a local file: not on the web, and no `data:` address. */
function isLocalPicture({ kind, url }: Address): boolean {
  return kind === 'image' && url !== '' && !/^(?:[a-z][a-z\d+.-]+:|\/\/|#)/i.test(url)
}

/**
 * The file of an address. An address that starts with `/` counts from the folder that was named.
 */
function pathOf(url: string, { path, root }: NamedInput): string {
  const words = wordsOf(url)
  return words.startsWith('/') ? join(root, words) : resolve(dirname(path), words)
}

/** `a%20b.png?raw=true` → `a b.png`. */
function wordsOf(url: string): string {
  return decodePercent(url.replace(/[?#].*$/, '').replaceAll('\\', '/'))
}

/** The picture's path below the folder that was named. */
function nameOf(path: string, { root }: NamedInput): string {
  return relative(root, path).split(sep).map(safeName).join('/')
}
