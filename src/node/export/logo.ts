/** The logo of a case's brand as office files take it: a bitmap, sharp on a wall. */
import { readDataAddress } from '../pictures/data-address.ts'
import type { ReadCase } from '../read/read-case.ts'
import type { Ground } from './palette.ts'
import type { ExportPicture } from './pictures/index.ts'

/** px of the bitmap: some times as many as it is high. */
const HEIGHT = 224

/** Undefined where there is none. */
export async function logoPicture(
  { outside }: Pick<ReadCase, 'outside'>,
  on: Ground,
): Promise<ExportPicture | undefined> {
  const { logo } = outside
  const held = logo && readDataAddress(logo.isDark && on === 'slides' ? logo.dark : logo.light)
  if (!held) return undefined
  const { default: sharp } = await import('sharp')
  const drawn = sharp(held.bytes, { density: 300 }).resize({ height: HEIGHT }).png()
  const { data, info } = await drawn.toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { bitmap: data, extension: 'png', width, height, alt: logo.alt }
}
