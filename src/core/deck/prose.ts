/** A section of prose alone: what of it stands on a slide. */
import { isBoldLine, type ProseBlock } from '../syntax/conventions/index.ts'
import type { Measure } from '../text/measure.ts'
import { countWords } from '../text/sentences.ts'
import { STATEMENT_WORDS } from './content.ts'
import { statementSize } from './fit.ts'
import { withNumber } from './number.ts'
import { sentencePieces, textPiece } from './piece.ts'
import type { Planning } from './planning.ts'
import type { Run } from './runs.ts'
import { newSlide, type Slide } from './slide.ts'
import { addressOf } from './slide-addresses.ts'

/** A quoted sentence wins, else a first sentence that is short enough, else the title alone. */
export function proseSlides({ section, blocks }: Run, { measure }: Planning): readonly Slide[] {
  const all = blocks.filter((block): block is ProseBlock => block.type === 'prose')
  const others = all.filter(({ node, words }) => !isBoldLine(node, words.text))
  const prose = others.length > 0 ? others : all
  const [first] = prose
  if (!first || !section) return []
  const { key } = section
  const opening = all[all.indexOf(first) - 1]
  // A line in bold belongs to what follows it.
  const title = opening ? `${section.title}: ${plain(opening)}` : section.title
  const base = { id: addressOf(key), title, section: key }
  const quoting = prose.find((block) => block.quotation)
  if (quoting?.quotation) {
    const { lead, text } = quoting.quotation
    const body = [{ type: 'quoted' as const, at: quoting.at, text }]
    const bodySize = statementSize(measure, text)
    const leads = lead ? { lead: textPiece(lead) } : {}
    return [newSlide({ ...base, layout: 'quote', kicker: title, body, bodySize, ...leads })]
  }
  const sentence = first.words.sentences[0]?.trim() ?? ''
  if (countWords(sentence) > STATEMENT_WORDS) {
    return [newSlide({ ...base, layout: 'topic', headSize: statementSize(measure, title) })]
  }
  const stated = (at: string, sentences: readonly string[]): Slide => {
    const shown = sentences.at(-1) ?? ''
    const body = sentencePieces(at, sentences).slice(-1)
    const bodySize = statementSize(measure, shown)
    return newSlide({ ...base, layout: 'statement', kicker: title, body, bodySize })
  }
  const opens = stated(first.at, [sentence])
  if (!isNumber(opens, measure)) return [opens]
  // A figure that is a picture wants the next one beside it.
  const second = prose
    .flatMap(({ at, words }) =>
      words.sentences.map((_, index) => ({ at, sentences: words.sentences.slice(0, index + 1) })),
    )
    .slice(1)
    .filter(({ sentences }) => countWords(sentences.at(-1) ?? '') <= STATEMENT_WORDS)
    .map(({ at, sentences }) => stated(at, sentences))
    .find((slide) => isNumber(slide, measure))
  return second ? [opens, second] : [opens]
}

function isNumber(slide: Slide, measure: Measure): boolean {
  return withNumber(slide, measure).number !== undefined
}

function plain({ words }: ProseBlock): string {
  return words.text.trim().replace(/(?<![\s:.])[\s:.]+$/, '')
}
