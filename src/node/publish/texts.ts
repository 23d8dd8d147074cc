/** All text that somebody could find in an output: names, text and parts of every file, decoded. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { partReaders } from '../pictures/parts/index.ts'
import type { Passed } from '../store/passed.ts'

/** Words at one place of the output. */
export interface OutputText {
  /** Path in the output folder, then in the file: `offline/case.zip: index.html`. */
  readonly file: string
  readonly text: string
}

/** Every text of a folder: a file at a time, so that those of a large case don't fill memory. */
export async function* textsIn(
  folder: string,
  how: ReadOptions = { seen: new Set() },
): AsyncGenerator<OutputText> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const entries = names.map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return { path, file: relative(folder, path).split(sep).join('/'), isFile: entry.isFile() }
  })
  // What holds other files comes last, so that a word that stands in a file too is reported for that file.
  const rank = ({ file }: { readonly file: string }) =>
    file.endsWith('.zip') ? 2 : Number(file.startsWith('offline/'))
  for (const { path, file, isFile } of entries.toSorted((a, b) => rank(a) - rank(b))) {
    yield { file, text: file }
    if (isFile) yield* textsOf(file, await readFile(path), how)
  }
}

/** How files are read. */
interface ReadOptions {
  /** Hashes of files that were met: the same file again, as in a zip, is not read twice. */
  readonly seen: Set<string>
  /** Files that were searched for the same before: they are not read. */
  readonly passed?: Pick<Passed, 'has' | 'add'>
  /** Whether PDFs are read as they are painted, too. It takes ten times as long. */
  readonly painted?: true
}

/** Every text of one file. */
export async function* textsOf(
  file: string,
  bytes: Uint8Array,
  how: ReadOptions = { seen: new Set() },
): AsyncGenerator<OutputText> {
  // Its ending says how it is read.
  const hash = createHash('sha256')
    .update(`${extname(file)}\n`)
    .update(bytes)
    .digest('base64')
  if (how.seen.has(hash)) return
  how.seen.add(hash)
  how.passed?.add(hash)
  if (how.passed?.has(hash)) return
  if (startsWith(bytes, 'PK')) yield* textsOfZip(file, bytes, how)
  else if (startsWith(bytes, '%PDF')) yield* textsOfPdf(file, bytes, how)
  else if (RE_PICTURE.test(file)) yield* textsOfPicture(file, bytes)
  else if (!RE_FONT.test(file)) yield* textsOfText(file, strFromU8(bytes))
}

// Matches files without words of the case: shapes of letters.
const RE_FONT = /\.(?:woff2?|ttf)$/

// Matches files of pixels, in which words can stand beside them.
const RE_PICTURE = /\.(?:png|jpe?g|gif|webp|avif)$/

/** What a picture says besides what it draws: all of its bytes, where it can't be cut. */
function* textsOfPicture(file: string, bytes: Uint8Array): Generator<OutputText> {
  const parts = partReaders[extname(file).slice(1)]?.(Buffer.from(bytes))
  for (const part of parts?.filter(({ isAside }) => isAside) ?? [{ bytes }]) {
    const said = Buffer.from(part.bytes)
    // Text of a PNG is packed behind a keyword that ends with a zero, and says how.
    const packed = said.subarray(said.indexOf(0, 8) + 2)
    for (const code of ['utf8', 'utf16le'] as const) yield { file, text: said.toString(code) }
    yield { file, text: unpacked(packed.toString('latin1')) }
  }
}

async function* textsOfZip(
  file: string,
  bytes: Uint8Array,
  how: ReadOptions,
): AsyncGenerator<OutputText> {
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    yield { file: `${file}: ${name}`, text: name }
    yield* textsOf(`${file}: ${name}`, part, how)
  }
}

/** A text as written, the same without its tags, and what its `data:` addresses hold. */
async function* textsOfText(file: string, text: string): AsyncGenerator<OutputText> {
  yield { file, text: decoded(text) }
  if (RE_MARKUP.test(file)) yield { file, text: decoded(text.replace(RE_TAG, ' ')) }
  for (const [, type = '', coded = ''] of text.matchAll(RE_DATA)) {
    const bytes = Buffer.from(coded, 'base64')
    const kind = RE_PIXELS.exec(type)?.[1]
    if (kind !== undefined) yield* textsOfPicture(`${file}.${kind}`, bytes)
    else if (!startsWith(bytes, 'wOF')) yield { file, text: bytes.toString('utf8') }
  }
}

// Matches what has tags between its words.
const RE_MARKUP = /\.(?:html|svg|xml|rels)$/
// Matches "<p class="a">".
const RE_TAG = /<[^<>]*>/g
// Matches "data:image/svg+xml;base64,PHN2…".
const RE_DATA = /data:([\w/+.-]*);base64,([\w+/=]+)/g
// Matches "image/png".
const RE_PIXELS = /^image\/(png|jpeg|gif|webp|avif)$/

// Matches "%20", "\u00e9" and "&amp;".
const RE_CODED = /%[\da-f]{2}|\\u[\da-f]{4}|&#?\w+;/gi

/** The text with all letters that addresses, scripts and markup write as codes. */
function decoded(text: string): string {
  return text.replace(RE_CODED, (code) => {
    if (code.startsWith('%')) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
    if (code.startsWith('\\')) return String.fromCharCode(Number.parseInt(code.slice(2), 16))
    const [, hex, ten] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(code) ?? []
    const point = hex ? Number.parseInt(hex, 16) : Number(ten ?? Number.NaN)
    return Number.isNaN(point) || point > 0x10ffff ? ' ' : String.fromCodePoint(point)
  })
}

async function* textsOfPdf(
  file: string,
  bytes: Uint8Array,
  { painted }: ReadOptions,
): AsyncGenerator<OutputText> {
  yield { file, text: objectsOfPdf(bytes, painted) }
  if (!painted) return
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // pdf.js takes the bytes for itself, so it gets a copy.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await task.promise
  try {
    const about = [pdf.getMetadata(), pdf.getOutline(), pdf.getAttachments()]
    yield { file, text: JSON.stringify(await Promise.all(about)) }
    for (let n = 1; n <= pdf.numPages; n += 1) {
      const page = await pdf.getPage(n)
      const { items } = await page.getTextContent()
      const said = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      const links = await page.getAnnotations()
      yield { file: `${file}, page ${n}`, text: `${said.join('')} ${JSON.stringify(links)}` }
    }
  } finally {
    await task.destroy()
  }
}

// Matches the bytes of a stream.
const RE_STREAM = /stream\r?\n([\s\S]*?)\r?\nendstream/g
// Matches "(words)" with escapes, and "<FEFF0041…>".
const RE_STRING = /\(((?:\\[\s\S]|[^\\()])*)\)|<([\da-f\s]{4,})>/gi

// Matches three words with nothing but spaces between, as no drawing of letters has them.
const RE_SAYS = /[a-z]{3,} [a-z]{2,} [a-z]{2,}/i

/**
 * Its objects, its streams, and its strings as people would read them.
 *
 * @param painted whether streams count that say no words as they are
 */
function objectsOfPdf(bytes: Uint8Array, painted = false): string {
  const raw = Buffer.from(bytes).toString('latin1')
  const streams = [...raw.matchAll(RE_STREAM)].map(([, coded = '']) => unpacked(coded))
  const objects = raw.replace(RE_STREAM, '')
  const strings = [objects, ...streams]
    .flatMap((text) => [...text.matchAll(RE_STRING)])
    .map(([, plain, hex]) =>
      hex === undefined
        ? readString(Buffer.from((plain ?? '').replace(/\\([\s\S])/g, '$1'), 'latin1'))
        : readString(Buffer.from(hex.replace(/\s/g, ''), 'hex')),
    )
  const said = streams.filter((text) => painted || RE_SAYS.test(text))
  return [objects, ...said, ...strings].join('\n')
}

function unpacked(coded: string): string {
  try {
    return inflateSync(Buffer.from(coded, 'latin1')).toString('latin1')
  } catch {
    return coded // not compressed, or in another way than text is
  }
}

/** UTF-16 where it says so, else bytes. */
function readString(bytes: Buffer): string {
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0
  return isWide ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('latin1')
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  return Buffer.from(bytes.subarray(0, sign.length)).toString('latin1') === sign
}
