/** Fonts in an SVG: the letters that it draws, and nothing of what else a font says. */
import { fontCut } from '../../theme/font-reader.ts'

// Matches "url(data:font/woff2;base64,d09G…)", with marks around the address too.
const RE_ADDRESS =
  /url\(\s*(?:["']|&[a-z\d#]{2,6};)?\s*data:(?:application\/(?:x-)?font|font)[^,"')&]*?(;base64)?,([^"')&]*)(?:["']|&[a-z\d#]{2,6};)?\s*\)/gi

/** Tables that draw: not the names, copyright and other texts of a font. CFF has such in its outlines. */
const DRAWN = new Set(
  `cmap head hhea hmtx maxp OS/2 cvt fpgm prep gasp glyf loca vhea vmtx GDEF GSUB GPOS kern fvar avar
  gvar cvar HVAR VVAR MVAR COLR CPAL CFF2 post`.split(/\s+/),
)

/** Larger ones are no font for a drawing. */
const MOST_BYTES = 8e6

/** The same drawing. A font that can't be read is gone: `isLess` says so. */
export async function plainFonts(
  svg: string,
): Promise<{ readonly svg: string; readonly isLess: boolean }> {
  const found = [...svg.matchAll(RE_ADDRESS)]
  if (found.length === 0) return { svg, isLess: false }
  const words = svg.replace(RE_ADDRESS, '')
  const letters = [...new Set(words + words.toUpperCase() + words.toLowerCase())].join('')
  let plain = ''
  let from = 0
  let isLess = false
  for (const { index, 0: whole, 1: coded, 2: said = '' } of found) {
    const bytes = Buffer.from(said, coded ? 'base64' : 'latin1')
    const font = await drawnFont(bytes, letters).catch(() => undefined)
    isLess ||= font === undefined
    plain += svg.slice(from, index)
    plain += font ? `url(data:font/ttf;base64,${font.toString('base64')})` : 'url(data:,)'
    from = index + whole.length
  }
  return { svg: plain + svg.slice(from), isLess }
}

/** @throws where it is no font whose outlines stand alone */
async function drawnFont(bytes: Buffer, letters: string): Promise<Buffer> {
  if (bytes.length > MOST_BYTES) throw new Error('Unexpected font of this size')
  const cut = await fontCut({ bytes, letters })
  if (!cut) throw new Error('Unexpected font that cannot be read')
  return withoutNames(cut)
}

/** An OpenType font by its specification: a directory of tables, and these. */
function withoutNames(font: Buffer): Buffer {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const row = 12 + index * 16
    const [start, length] = [font.readUInt32BE(row + 8), font.readUInt32BE(row + 12)]
    const tag = font.toString('latin1', row, row + 4)
    return { tag, bytes: Buffer.from(font.subarray(start, start + length)) }
  }).filter(({ tag }) => DRAWN.has(tag.trim()))
  if (!tables.some(({ tag }) => tag === 'glyf' || tag === 'CFF2'))
    throw new Error('Unexpected outlines of another kind')
  const all = [...tables.map(plainTable), { tag: 'name', bytes: Buffer.from([0, 0, 0, 0, 0, 6]) }]
  return fontOf(
    font.subarray(0, 4),
    all.toSorted((a, b) => (a.tag < b.tag ? -1 : 1)),
  )
}

interface Table {
  readonly tag: string
  readonly bytes: Buffer
}

/** Without the names of letters, and without the times at which the font was made. */
function plainTable({ tag, bytes }: Table): Table {
  if (tag === 'head') bytes.fill(0, 20, 36)
  if (tag !== 'post') return { tag, bytes }
  const head = bytes.subarray(0, 32)
  head.writeUInt32BE(0x0003_0000, 0)
  return { tag, bytes: head }
}

function fontOf(version: Buffer, tables: readonly Table[]): Buffer {
  const count = tables.length
  const power = 2 ** Math.floor(Math.log2(count))
  const head = Buffer.alloc(12 + count * 16)
  version.copy(head)
  for (const [at, value] of [count, power * 16, Math.log2(power), (count - power) * 16].entries())
    head.writeUInt16BE(value, 4 + at * 2)
  let start = head.length
  const bodies = tables.map(({ tag, bytes }, index) => {
    const body = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])
    const row = 12 + index * 16
    head.write(tag, row, 'latin1')
    head.writeUInt32BE(sumOf(body), row + 4)
    head.writeUInt32BE(start, row + 8)
    head.writeUInt32BE(bytes.length, row + 12)
    start += body.length
    return body
  })
  return Buffer.concat([head, ...bodies])
}

function sumOf(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}
