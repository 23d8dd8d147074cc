/** What is wrong with slides, told to the author: which slide, by how much, in which setting. */

import { findingOf } from '../../core/findings/finding-of.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import type { Finding } from '../../core/model/finding.ts'
import { countInWords } from '../../core/text/numbers.ts'
import { lookName } from '../read/look-name.ts'
import type { ReadCase } from '../read/read-case.ts'
import type { Certificate } from './certificate.ts'
import type { SlideFault } from './faults.ts'
import { SMALLEST_TEXT, sizes, textName, texts } from './settings.ts'

/** What is asked of a case that was read. */
type SlidePlaces = Pick<Assembled, 'graph' | 'settings'> & Pick<ReadCase, 'brand'>

/**
 * One error for each fault, at the place of the item or section whose slide it is. A fault of a
 * slide is said once, though every route that has the slide has the fault.
 */
export function fitFindings(certificate: Certificate, read: SlidePlaces): readonly Finding[] {
  const own = certificate.theme === lookName(read)
  const within = own ? '' : ` in the theme ${certificate.theme}`
  const known = new Set<string>()
  return certificate.decks.flatMap(({ page, faults }) =>
    faults.flatMap((fault) => {
      const { check, slide, title, key } = fault
      if (known.has(`${check} ${slide}`)) return []
      known.add(`${check} ${slide}`)
      const named = `slide "${title}" (${page}#/${slide})${within}`
      const message = messages[check](fault, named)
      return [findingOf(check, { message, place: placeOfSlide(key, read) })]
    }),
  )
}

/** Adds the other findings, but for those of the same check at the same place. */
export function withoutDuplicates(
  findings: readonly Finding[],
  others: readonly Finding[],
): readonly Finding[] {
  const known = new Set(findings.map(placeOfCheck))
  return [...findings, ...others.filter((other) => !known.has(placeOfCheck(other)))]
}

function placeOfCheck({ check, place: { file, line, column } }: Finding): string {
  return [check, file, line, column].join()
}

/** Where the words of a slide stand: those of its item or section, else of `case.yaml`. */
export function placeOfSlide(key: string | undefined, { graph }: SlidePlaces): Finding['place'] {
  const held = graph.items.get(key ?? '') ?? graph.sections.get(key ?? '')
  return held?.place ?? { file: 'case.yaml' }
}

const messages: Readonly<
  Record<SlideFault['check'], (fault: SlideFault, slide: string) => string>
> = {
  'slide-overflow': (fault, slide) =>
    `Unexpected ${tooMuch(fault)} on ${slide}${settingOf(fault)}, expected it to fit: ${roomFor(fault.key, fault.lines === undefined)}`,
  'slide-small-text': (fault, slide) =>
    `Unexpected text of ${fault.px} px, "${fault.what}", on ${slide}${stepOf(fault)}, expected ${SMALLEST_TEXT} px or more: give what it stands in fewer parts or shorter words, or put it into <Page>, which slides leave out`,
  'slide-low-contrast': (fault, slide) =>
    `Unexpected contrast of ${fault.ratio}:1 of "${fault.what}" on ${slide}${stepOf(fault)}, expected ${fault.needed}:1 or more: darken the words or lighten what is behind them`,
}

/**
 * What an author can do for a slide with too much on it.
 * @param key of the item or section that it tells of; absent for a slide that the tool adds
 */
export function roomFor(key: string | undefined, isTooWide = false): string {
  if (key === undefined) return 'shorten the titles and labels that it gathers'
  const first = isTooWide ? 'shorten or break what is too long for a line' : 'shorten it'
  return `${first}, or say with <Slide> what to show`
}

/** `two lines (84 px) too many`, `12 px too much width` */
function tooMuch({ lines, px }: SlideFault): string {
  if (lines === undefined) return `${px} px too much width`
  return `${countInWords(lines)} line${lines === 1 ? '' : 's'} too many (${px} px)`
}

/** The setting: ` at 1024×768 with text at 120 %, step 2 of 3`; `''` where it is so in all. */
function settingOf(fault: SlideFault): string {
  const { sizes: at, text } = fault
  const size = at.length < sizes.length ? ` at ${at.join(' and ')}` : ''
  const larger = text.length < texts.length ? ` with text at ${text.map(textName).join()}` : ''
  return size + larger + stepOf(fault)
}

function stepOf({ step, of }: SlideFault): string {
  return of > 1 ? `, step ${step} of ${of}` : ''
}
