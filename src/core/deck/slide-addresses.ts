/** The addresses of slides: an address stays when other slides come and go. */
import { numbered, slugOf, type TakenNames } from '../graph/slug.ts'
import { traitsOf } from './layouts.ts'
import type { Slide } from './slide.ts'

/** As many words of a slide name it. */
const NAME_WORDS = 6
const NAME_LETTERS = 60

// Matches "ask" and "chapter-2": addresses of slides that the tool adds.
const RE_OURS = /^(?:title|ask|still-to-be-written|(?:chapter|diagram)-.+)$/

/**
 * The address of a section in the deck: its key, as in the narrative. A section named like one of
 * the tool's own slides gets another, even while the deck has no such slide.
 */
export function addressOf(section: string): string {
  return RE_OURS.test(section) ? `${section}--section` : section
}

/**
 * No address twice. The first slide of a section has the section's own; the others are named for
 * what they say, and what flows on counts on. Two hyphens stand in no key, so that nothing
 * outside a section can take what is in it.
 */
export function withAddresses(slides: readonly Slide[]): readonly Slide[] {
  const taken = { taken: new Set<string>(), numbers: new Map<string, number>() }
  const address = (run: readonly Slide[]): readonly Slide[] => {
    let whole = ''
    return run.map((slide) => {
      const n = slide.part?.n ?? 1
      if (n === 1) whole = freeAddress(slide, taken)
      const id = n === 1 ? whole : `${whole}--${n}`
      taken.taken.add(id)
      return { ...slide, id, below: address(slide.below) }
    })
  }
  return address(slides)
}

function freeAddress(slide: Slide, { taken, numbers }: TakenNames): string {
  if (!taken.has(slide.id)) return slide.id
  return numbered(`${slide.id}--${nameOf(slide)}`, { taken, numbers })
}

/** Its headline, or else the first words on it: `these-things-cost-money`. */
function nameOf({ layout, head, body, title }: Slide): string {
  const fallback = traitsOf(layout).unnamed ? layout : (body[0]?.text ?? title)
  const words = head?.text ?? fallback
  return slugOf(words.slice(0, NAME_LETTERS)).split('-').slice(0, NAME_WORDS).join('-')
}
