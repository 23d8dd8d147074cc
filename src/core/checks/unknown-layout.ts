/** `<Slide layout="…">` with a name that is none, or that its content does not suit. */
import { layoutsOf } from '../deck/free.ts'
import { authorsLayouts, LAYOUTS } from '../deck/layouts.ts'
import { allBlocks, type ElementBlock } from '../syntax/conventions/index.ts'
import { nearest } from '../text/nearest.ts'
import { oneOf } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const unknownLayout: Check = ({ documents }) =>
  documents
    .flatMap(({ blocks }) => [...allBlocks(blocks)])
    .filter((block): block is ElementBlock => block.type === 'element' && block.name === 'Slide')
    .flatMap((block) => unsuitable(block).map((message) => ({ message, place: block.place })))

function unsuitable(block: ElementBlock): readonly string[] {
  const asked = block.attributes['layout']
  const suits = layoutsOf(block)
  if (asked === undefined || suits.some((layout) => layout === asked)) return []
  const authors = authorsLayouts()
  const isKnown = Object.hasOwn(LAYOUTS, asked)
  const isOfTool = isKnown && !authors.some((layout) => layout === asked)
  const expected = oneOf(isKnown ? suits : nearest(asked, authors))
  const why = isOfTool ? ', which no author sets' : isKnown ? ' without such content' : ''
  return [`Unexpected layout "${asked}" of a slide${why}, expected ${expected}`]
}
