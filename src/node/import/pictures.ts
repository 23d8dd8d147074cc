/** The pictures that imported files show: found beside them, and copied into the case. */
import { lstat, readFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path'
import { type Address, addressesIn, type Change } from '../../core/import/addresses.ts'
import { whyNotShown } from '../read/picture-format.ts'
import { freeName, type Named, safe } from './names.ts'

export interface Picture {
  /** Absolute. */
  readonly path: string
  /** In the case, with forward slashes. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file of the case to be. */
export interface Page extends Named {
  readonly text: string
}

export interface Album {
  /** Each once, in the order in which they were found. */
  readonly pictures: readonly Picture[]
  /** Name of a page → its addresses that change. What stays as it is has no entry. */
  readonly changes: ReadonlyMap<string, ReadonlyMap<string, Change>>
}

/** Finds the pictures of all pages. */
export async function collectPictures(pages: readonly Page[]): Promise<Album> {
  const found = new Map<string, Picture | string>()
  const taken = new Set<string>()
  const changes = new Map<string, Map<string, Change>>()
  for (const page of pages) {
    const own = new Map<string, Change>()
    for (const { url } of addressesIn(page.text).filter(isLocalPicture)) {
      const path = pathOf(url, page)
      const picture = found.get(path) ?? (await readPicture(path, page, taken))
      found.set(path, picture)
      if (typeof picture !== 'string') taken.add(picture.name.toLowerCase())
      const change = changeOf(url, page, picture)
      if (change) own.set(url, change)
    }
    changes.set(page.name, own)
  }
  return { pictures: [...found.values()].filter((each) => typeof each !== 'string'), changes }
}

function changeOf(url: string, page: Page, picture: Picture | string): Change | undefined {
  if (typeof picture === 'string') return { without: picture }
  const to = posix.relative(posix.dirname(page.name), picture.name)
  const isPlain = !/[?#\\]/.test(url)
  return isPlain && posix.normalize(wordsOf(url)) === to ? undefined : { to: encoded(to) }
}

/** The picture, or why it can't be shown. */
async function readPicture(
  path: string,
  page: Page,
  taken: ReadonlySet<string>,
): Promise<Picture | string> {
  const found = await lstat(path).catch(() => undefined)
  if (!found) return 'picture that was not found'
  if (found.isSymbolicLink()) return 'picture behind a symbolic link'
  if (!found.isFile()) return 'picture that is no file'
  const bytes = await readFile(path)
  return (
    whyNotShown(path, bytes) ?? {
      path,
      name: freeName(nameOf(path, page), 'picture', taken),
      bytes,
    }
  )
}

/** Pictures elsewhere on the web, and those written into the address, stay where they are. */
function isLocalPicture({ kind, url }: Address): boolean {
  return kind === 'image' && url !== '' && !/^(?:[a-z][a-z\d+.-]+:|\/\/|#)/i.test(url)
}

/** An address from the root of a site counts from the folder that was named. */
function pathOf(url: string, { path, root }: Named): string {
  const words = wordsOf(url)
  return words.startsWith('/') ? join(root, words) : resolve(dirname(path), words)
}

/** `a%20b.png?raw=true` → `a b.png`. */
function wordsOf(url: string): string {
  const path = url.replace(/[?#].*$/, '').replaceAll('\\', '/')
  try {
    return decodeURIComponent(path)
  } catch {
    return path // a percent sign that escapes nothing
  }
}

/** The picture's own place below the folder that was named; else among the others in `images`. */
function nameOf(path: string, { root }: Named): string {
  const inside = relative(root, path)
  const isInside = inside.split(sep)[0] !== '..' && !isAbsolute(inside)
  const name = isInside ? inside.split(sep).join('/') : `images/${basename(path)}`
  return name.split('/').map(safe).join('/')
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
