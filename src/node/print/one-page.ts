/** What is said where the handout of one page takes two. */

import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import { footOf } from '../../core/one-page/foot.ts'
import { onePageOf } from '../../core/one-page/index.ts'
import { fitSheet, longestOf } from '../../core/one-page/sheet.ts'
import { drawingsOf } from '../mermaid/cache.ts'
import { fontMeasure } from '../read/measure.ts'
import type { ReadCase } from '../read/read-case.ts'

/**
 * The error that names what to shorten, and by how much.
 *
 * @param route the name of the one whose page it is; absent for that of the whole case
 */
export function tooLong(read: ReadCase, route?: string): Finding {
  const { paper } = read.settings
  const { margins } = read.outside
  const on = { paper, margins, measure: fontMeasure(drawingsOf(read)) }
  const page = onePageOf(read, route)
  const sheet = fitSheet(page, footOf(read), on)
  const { name, lines, place } = longestOf(page, sheet, on)
  const which = route === undefined ? '' : ` of route ${route}`
  const over = sheet.over ?? 1
  const many = over === 1 ? '1 line' : `${over} lines`
  return findingOf('one-page-overflow', {
    message: `Unexpected ${many} too many on the one-page handout${which} at ${sheet.step.size} pt, expected one ${paper} page: cut first what stands under ${name}, ${lines} lines`,
    place,
  })
}
