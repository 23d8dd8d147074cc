/** The weakest links as lines for the terminal: `check --weakest`. */

import { planDeck } from '../../core/deck/index.ts'
import { shorten } from '../../core/text/phrases.ts'
import type { Claim } from '../../core/weakest/claim.ts'
import { type WeakLink, weakestLinks } from '../../core/weakest/index.ts'
import { soundWords } from '../../core/weakest/reason.ts'
import { slideOf } from '../../core/weakest/slide.ts'
import { drawingsOf } from '../../node/mermaid/cache.ts'
import { shown } from '../../node/paths/index.ts'
import { fontMeasure } from '../../node/read/measure.ts'
import type { ReadCase } from '../../node/read/read-case.ts'
import { print } from '../../node/report/place.ts'
import { printable } from '../../node/report/width.ts'

/** How many are shown; the page `trace/weakest/` has them all. */
const SHOWN = 10

/** Numbered, the first to be attacked first, each with its reason, place and slide. */
export function weakestText(read: ReadCase): string {
  const { links, sound } = weakestLinks(read)
  if (links.length === 0) return 'No weak links: every claim has evidence that is rated and open.'
  const findSlide = slideOf(planDeck(read, fontMeasure(drawingsOf(read))))
  const listed = links.slice(0, SHOWN).map((link, index) => {
    const lines = [`${String(index + 1).padStart(2)}. ${headOf(link)}`, link.reason]
    return [...lines.map(printable), whereOf(link.claims[0], shown(read.folder), findSlide)].join(
      '\n    ',
    )
  })
  const more = links.length > SHOWN ? [`… and ${links.length - SHOWN} more in trace/weakest/`] : []
  return [
    'The weakest links: what a sponsor will attack first',
    ...listed,
    ...more,
    soundWords(sound),
  ].join('\n\n')
}

function headOf({ name, claims: [{ text, sort }, ...others] }: WeakLink): string {
  return sort === 'claim' && others.length === 0 ? `${name}: ${shorten(text, 70)}` : name
}

function whereOf(claim: Claim, folder: string, findSlide: ReturnType<typeof slideOf>): string {
  const { file, line } = claim.place
  const place = print({ file, ...(line === undefined ? {} : { line }) }, folder)
  const slide = findSlide(claim)
  return slide ? `${place}, slide ${slide.n} of ${slide.of}` : place
}
