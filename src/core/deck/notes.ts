/** What is said with the slides of a section: its prose, without the sentences that stand on them. */
import type { Block, ProseBlock } from '../syntax/conventions/index.ts'
import { notesOfChart } from './chart-slides.ts'
import { isHeadline } from './head.ts'
import { keyOf, type Origin } from './piece.ts'
import { originsOn, type Slide } from './slide.ts'

/**
 * Prose is the speaker's, and a lead-in that is too long to be a headline. Whoever reads slides as a page, or on
 * paper, has both before their eyes, so nothing is said twice.
 * @param slides those of the section, without notes
 */
export function notesOf(blocks: readonly Block[], slides: readonly Slide[]): readonly Origin[] {
  const shown = new Set(slides.flatMap(originsOn).map(keyOf))
  return blocks.flatMap((block): readonly Origin[] => {
    const { type, at } = block
    if (type === 'prose') return restOf(block, shown)
    if (type === 'element') return notesOfChart(block)
    return type === 'lead-in' && !isHeadline(block) ? [{ type, at }] : []
  })
}

/** All of a paragraph where no slide shows a sentence of it, else its other sentences. */
function restOf(block: ProseBlock, shown: ReadonlySet<string>): readonly Origin[] {
  const { at, words } = block
  const isQuoted = shown.has(keyOf({ type: 'quoted', at }))
  const sentences = words.sentences.map((text, index) => {
    const origin = { type: 'sentence', at, n: index + 1 } as const
    const isShown = shown.has(keyOf(origin)) || (isQuoted && isAllQuoted(block, text))
    return { origin, isShown }
  })
  if (!sentences.some(({ isShown }) => isShown)) return [{ type: 'block', at }]
  return sentences.flatMap(({ origin, isShown }) => (isShown ? [] : [origin]))
}

/** Whether all of a sentence is the quote of its paragraph and what leads to it, as a slide shows them. */
export function isAllQuoted({ quotation }: ProseBlock, sentence: string): boolean {
  if (!quotation) return false
  const [lead, quoted] = [quotation.lead, quotation.text].map(lettersOf)
  return lettersOf(sentence) === `${lead}${quoted}`
}

/** What of words is no punctuation. */
function lettersOf(words: string): string {
  return words.replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** Notes as paragraphs: what is left of one stands together. */
export function noteParagraphs(notes: readonly Origin[]): readonly (readonly Origin[])[] {
  const paragraphs: Origin[][] = []
  for (const origin of notes) {
    const last = paragraphs.at(-1)
    const [before] = last ?? []
    if (origin.type === 'sentence' && before?.type === 'sentence' && before.at === origin.at)
      last?.push(origin)
    else paragraphs.push([origin])
  }
  return paragraphs
}
