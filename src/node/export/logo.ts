/** The logo of a case's brand as office files take it: a bitmap, sharp on a wall. */

import type { GroundName } from '../../core/deck/layouts.ts'
import { readDataAddress } from '../pictures/data-address.ts'
import type { ReadCase } from '../read/read-case.ts'
import type { Ground } from './palette.ts'
import type { ExportPicture } from './pictures/index.ts'

/** px of the bitmap: some times as many as it is high. */
const HEIGHT = 224
/** px of white around it, where its ground hides it. */
const PLATE = 48

/** The logo for a ground; undefined where the case has none. */
export async function logoPicture(
  { outside }: Pick<ReadCase, 'outside'>,
  on: Ground | GroundName,
): Promise<ExportPicture | undefined> {
  const { logo } = outside
  if (!logo) return undefined
  const own = on === 'ink' || on === 'accent' ? logo.on[on] : undefined
  const isDark = own ? own.picture === 'dark' : logo.isDark && on === 'slides'
  const held = readDataAddress(isDark ? logo.dark : logo.light)
  if (!held) return undefined
  const { default: sharp } = await import('sharp')
  const sized = sharp(held.bytes, { density: 300 }).resize({ height: HEIGHT })
  const [edge, white] = [own?.onPlate ? PLATE : 0, { background: '#ffffff' }]
  const around = { top: edge, bottom: edge, left: edge, right: edge, ...white }
  const drawn =
    edge > 0
      ? sharp(await sized.png().toBuffer())
          .flatten(white)
          .extend(around)
          .png()
      : sized.png()
  const { data, info } = await drawn.toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { bitmap: data, extension: 'png', width, height, alt: logo.alt }
}
