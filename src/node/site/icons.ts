/** The icons of a site, in the colours of its theme: that of the default theme is in `public`. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultTheme, type ThemeName } from '../../core/model/themes.ts'
import { colour, readPalette } from '../export/palette.ts'

/** The colours that the icon has, and the tokens that they are. */
const COLOURS = { '#c1121f': 'thread', '#fbfaf6': 'paper', '#16181d': 'ink' } as const

/** px, as browsers and telephones take them. */
const SMALL = 32
const LARGE = 180

/** Draws the icons of a built site anew. */
export async function drawIcons(folder: string, theme: ThemeName): Promise<void> {
  if (theme === defaultTheme) return
  const palette = readPalette(theme, 'slides')
  const path = join(folder, 'favicon.svg')
  const own = await readFile(path, 'utf8')
  const svg = Object.entries(COLOURS).reduce(
    (drawn, [from, token]) => drawn.replaceAll(from, `#${colour(palette, token).toLowerCase()}`),
    own,
  )
  const { default: sharp } = await import('sharp')
  const png = (size: number) => sharp(Buffer.from(svg), { density: 400 }).resize(size).png()
  const onPaper = png(LARGE).flatten({ background: `#${colour(palette, 'paper')}` })
  await writeFile(path, svg)
  await writeFile(join(folder, 'favicon.ico'), icoOf(await png(SMALL).toBuffer()))
  await writeFile(join(folder, 'apple-touch-icon.png'), await onPaper.toBuffer())
}

/** A file of icons that holds one, as PNG. */
function icoOf(png: Buffer): Buffer {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2) // an icon
  head.writeUInt16LE(1, 4) // of one picture
  head.set([SMALL, SMALL], 6)
  head.writeUInt16LE(1, 10) // planes
  head.writeUInt16LE(32, 12) // bits a pixel
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}
