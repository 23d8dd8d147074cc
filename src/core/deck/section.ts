/** What goes on the slides of one section, by the kinds of block in it. */
import type { Block, ElementBlock, ListBlock, QuoteBlock } from '../conventions/index.ts'
import type { Measure } from '../measure.ts'
import { countWords } from '../sentences.ts'
import { addressOf } from './addresses.ts'
import { itemSlides } from './decision.ts'
import { fitList, fitSentences, fitTable, headSize, statementSize } from './fit.ts'
import { blockPiece, entryPieces, type Planning, sentencePieces, textPiece } from './planning.ts'
import { type Told, withPrivateNotes } from './private-notes.ts'
import { proseSlides } from './prose.ts'
import type { Run } from './runs.ts'
import { newSlide, type Piece, type Slide } from './slide.ts'

/** A sentence after a list of up to this many words may stay at its foot. */
const CLOSING_WORDS = 8
/** A lead-in of up to this many words is a headline. */
const LEAD_IN_WORDS = 14

/** The slides of one section's own blocks; `[]` where it holds nothing but gaps. */
export function sectionSlides(run: Run, planning: Planning): readonly Slide[] {
  const custom = run.blocks.filter(
    (block): block is ElementBlock => block.type === 'element' && block.name === 'Slide',
  )
  const head = headOf(run, undefined, planning.measure)
  const told =
    custom.length > 0
      ? run.blocks.map((block) => ({
          block,
          slides: custom.filter((own) => own === block).map((own) => freeSlide(own, head)),
        }))
      : blocksSlides(run, planning)
  const [first, ...others] = withPrivateNotes(told, () => proseSlides(run, planning))
  return first ? [{ ...first, notes: notesOf(run.blocks) }, ...others] : []
}

/** The blocks with the slides that each makes. */
function blocksSlides(run: Run, planning: Planning): readonly Told[] {
  const blocks = groupItems(run.blocks)
  return blocks.map((block, index) => {
    const head = headOf(run, blocks[index - 1], planning.measure)
    return { block, slides: blockSlides(block, head, blocks[index + 1], planning) }
  })
}

function blockSlides(
  block: Block,
  head: Slide,
  after: Block | undefined,
  planning: Planning,
): readonly Slide[] {
  const { measure } = planning
  switch (block.type) {
    case 'item':
      return itemSlides(block, planning)
    case 'list': {
      const body = block.entries.flatMap((entry) => entryPieces(entry, planning))
      return body.length === 0 ? [] : fitList(measure, { ...head, body, ...closing(after) })
    }
    case 'quote':
      return quoteSlides(block, head, measure)
    case 'table': {
      const body = block.rows.map((row, index) => ({
        name: `row:${block.at}:${index}`,
        text: row.join(' · '),
      }))
      return fitTable(measure, { ...head, layout: 'table', body }, block.rows)
    }
    case 'figure':
    case 'code':
      return [
        { ...head, layout: 'figure', body: [blockPiece(block.at, block.words.text)], bodySize: 28 },
      ]
    case 'diagram':
      return [{ ...head, layout: 'diagram', body: [blockPiece(block.at, 'Diagram')] }]
    case 'element':
      return elementSlides(block, head, measure)
    default:
      return []
  }
}

function quoteSlides(block: QuoteBlock, head: Slide, measure: Measure): readonly Slide[] {
  const body = block.flows
    ? sentencePieces(block.at, block.words)
    : [blockPiece(block.at, block.words.text)]
  const close = block.by ? { close: textPiece(block.by.text.replace(/^\s*[—–-]\s*/, '')) } : {}
  const kicker = head.head?.text ?? head.title
  return fitSentences(measure, { ...head, kicker, layout: 'quote', body, ...close }, 'statement')
}

function elementSlides(block: ElementBlock, head: Slide, measure: Measure): readonly Slide[] {
  const { name, words, attributes } = block
  const body = [blockPiece(block.at, words.text)]
  if (name === 'Statement' || name === 'Quote') {
    const layout = name === 'Quote' ? 'quote' : 'statement'
    const close = attributes.by === undefined ? {} : { close: textPiece(attributes.by) }
    const bodySize = statementSize(measure, words.text)
    return [{ ...head, kicker: head.title, layout, body, bodySize, ...close }]
  }
  if (name === 'Diagram') return [{ ...head, layout: 'diagram', body }]
  return name === 'Columns' ? [freeSlide(block, head)] : []
}

/** What an author set himself: the browser proves that it fits. */
function freeSlide(block: ElementBlock, head: Slide): Slide {
  return { ...head, layout: 'custom', body: [blockPiece(block.at, block.words.text)], bodySize: 32 }
}

/** The headline: a lead-in with the section's name above it, else the section's name. */
function headOf({ section }: Run, before: Block | undefined, measure: Measure): Slide {
  const name = section?.title ?? ''
  const id = addressOf(section?.key ?? 'opening')
  const within = section ? { section: section.key } : {}
  if (before?.type !== 'lead-in' || !isHeadline(before)) {
    return newSlide({
      id,
      layout: 'list',
      title: name,
      headSize: headSize(measure, name),
      ...within,
    })
  }
  const { text } = before.words
  return newSlide({
    id,
    layout: 'list',
    title: text.replace(/:\s*$/, ''),
    kicker: name,
    head: { name: `lead-in:${before.at}`, text },
    headSize: headSize(measure, text),
    ...within,
  })
}

function isHeadline(block: Block): boolean {
  return block.type === 'lead-in' && countWords(block.words.text) <= LEAD_IN_WORDS
}

/** A short sentence after a list stays at its foot: "These things cost money." */
function closing(after: Block | undefined): { readonly close?: Piece } {
  const [close] = after?.type === 'prose' ? sentencePieces(after.at, after.words) : []
  return close && countWords(close.text) <= CLOSING_WORDS ? { close } : {}
}

/** Prose is the speaker's, and a lead-in that is too long to be a headline. */
function notesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'prose') return [`block:${block.at}`]
    return block.type === 'lead-in' && !isHeadline(block) ? [`lead-in:${block.at}`] : []
  })
}

/** Labelled items that are no decisions make a list together, however they were typed. */
function groupItems(blocks: readonly Block[]): readonly Block[] {
  const grouped: Block[] = []
  for (const block of blocks) {
    const last = grouped.at(-1)
    if (block.type !== 'item' || block.kind === 'decision' || block.kind === 'evidence') {
      grouped.push(block)
    } else if (last?.type === 'list' && last.at.endsWith(':items')) {
      grouped[grouped.length - 1] = { ...last, entries: [...last.entries, block] }
    } else {
      const { at, place, node } = block
      const list: ListBlock = {
        type: 'list',
        at: `${at}:items`,
        place,
        node,
        ordered: false,
        entries: [block],
      }
      grouped.push(list)
    }
  }
  return grouped
}
