/** The whole site as a zip that works from disk: pages hold all they need, links name files. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { crc32, deflateRaw, type ZlibOptions } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'
import type { SiteFiles } from './files.ts'
import { inlinePage } from './page.ts'

/** Files that Astro makes for pages to load: the pages in the zip hold them. */
const RE_LOADED = /^_astro\//

/** What only a server or a search engine reads, and what pages carry. */
const RE_SERVED =
  /^(?:404\.html|search\.json|_headers|robots\.txt|sitemap\.xml|share\.png|favicon\.ico|apple-touch-icon\.png)$/

/** What stands beside the zip. */
const RE_OFFLINE = /^offline\//

/** Formats that are compressed already. */
const RE_DENSE = /\.(?:avif|gif|jpe?g|mp4|pdf|png|webm|webp|woff2?|zip)$/i

/**
 * Writes the zip, one file after the other: of a large case, all of them fill memory.
 * @param to Full path.
 * @param address Where the case is published, for links to what the zip leaves out.
 */
export async function zipSite(files: SiteFiles, to: string, address?: string): Promise<void> {
  await pipeline(Readable.from(zipped(entriesOf(files, address))), createWriteStream(to))
}

/** A file of the zip. */
interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
}

async function* entriesOf(files: SiteFiles, address?: string): AsyncGenerator<Entry> {
  const whole = files.paths.filter(
    (path) => !RE_LOADED.test(path) && !RE_OFFLINE.test(path) && !RE_SERVED.test(path),
  )
  /** Loaded files that a link leads to as well, such as a picture in full size. */
  const linked = new Set<string>()
  const placeOf = (path: string) => {
    if (!files.has(path) || RE_OFFLINE.test(path)) return undefined
    if (RE_LOADED.test(path)) linked.add(path)
    return path
  }
  for (const name of whole) {
    const bytes = name.endsWith('.html')
      ? Buffer.from(await inlinePage(files, { page: name, file: name, placeOf, address }))
      : await files.bytes(name)
    yield { name, bytes }
  }
  for (const name of [...linked].sort()) yield { name, bytes: await files.bytes(name) }
}

/** The bytes of a zip, packed by Node: fflate packs four times as slowly. A file is packed while the next is made. */
async function* zipped(entries: AsyncGenerator<Entry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  const add = ({ name, bytes, packed }: PackedEntry) => {
    const file: ZipInputFile = {
      ...{ filename: name, size: bytes.length, crc: crc32(bytes), mtime: firstDay() },
      // What is not packed stands in a packed block as it is: its size comes behind it, which readers expect of those.
      compression: DEFLATED,
    }
    zip.add(file)
    file.ondata?.(null, packed, true)
  }
  let last: Promise<PackedEntry> | undefined
  for await (const entry of entries) {
    const packing = packed(entry)
    // Whoever waits for it hears of it.
    packing.catch(() => undefined)
    if (last) add(await last)
    last = packing
    yield* ready.splice(0)
  }
  if (last) add(await last)
  zip.end()
  yield* ready
}

interface PackedEntry extends Entry {
  readonly packed: Uint8Array<ArrayBuffer>
}

async function packed(entry: Entry): Promise<PackedEntry> {
  const level = RE_DENSE.test(entry.name) ? 0 : 6
  return { ...entry, packed: await pack(entry.bytes, { level }) }
}

const pack = promisify<Uint8Array, ZlibOptions, Uint8Array<ArrayBuffer>>(deflateRaw)

/** As the format numbers ways to pack. */
const DEFLATED = 8

/** The earliest day that a zip can name, on any clock, so that two builds are the same bytes. */
function firstDay(): Date {
  return new Date(1980, 0, 1)
}
