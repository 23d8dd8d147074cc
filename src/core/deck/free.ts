/** `<Slide>`: what an author sets himself, in the layout that its content asks for or he names. */
import type { Block, ElementBlock, HeadingBlock } from '../syntax/conventions/index.ts'
import { countWords } from '../text/sentences.ts'
import { blockSlides } from './block.ts'
import { canvas } from './canvas.ts'
import { blocksHeight } from './columns.ts'
import { comparesColumns, comparesRows } from './comparison.ts'
import { fitSentences, headHeight, headSize, statementSize } from './fit.ts'
import { blockPiece, sentencePieces } from './piece.ts'
import type { Planning } from './planning.ts'
import { STATEMENT_WORDS } from './prose.ts'
import type { LAYOUTS, Layout, Slide } from './slide.ts'
import { inSteps } from './steps.ts'

/** What stands in a `<Slide>`. */
interface Content {
  /** The heading that opens it, its headline. */
  readonly heading?: HeadingBlock
  /** The block that makes the slide, where all of it is one. */
  readonly only?: Block
  /** A short sentence below it. */
  readonly after?: Block
  /** True where the one block comes step by step. */
  readonly isStep: boolean
}

/** Names that an author may write: `<Slide layout="comparison">`. The tool makes the others itself. */
export const FREE_LAYOUTS: readonly Layout[] = [
  'statement',
  'quote',
  'list',
  'columns',
  'comparison',
  'table',
  'image',
  'figure',
  'diagram',
  'free',
] satisfies readonly (keyof typeof LAYOUTS)[]

/** The layouts that suit what a `<Slide>` shows; the first is the one it gets without a name. */
export function layoutsOf(block: ElementBlock): readonly Layout[] {
  return [...new Set([...suiting(contentOf(block).only), 'free' as const])]
}

/** The slides of a `<Slide>`: one, unless what it shows must flow on. */
export function freeSlides(
  block: ElementBlock,
  section: Slide,
  planning: Planning,
): readonly Slide[] {
  const { heading, only, after, isStep } = contentOf(block)
  const { measure } = planning
  const head = heading
    ? {
        ...section,
        title: heading.title,
        headSize: headSize(measure, heading.title),
        ...(section.title === '' ? {} : { kicker: section.title }),
      }
    : section
  const suits = layoutsOf(block)
  const named = suits.find((layout) => layout === block.attributes['layout'])
  const layout = named ?? suits[0] ?? 'free'
  const setting = { head, asked: layout, ...(after ? { after } : {}) }
  const slides =
    only && layout !== 'free'
      ? onlySlides(only, setting, planning)
      : [mixedSlide(block, head, planning)]
  const stepped = isStep && layout !== 'free' ? inSteps(slides) : slides
  const animate = block.attributes['animate'] === undefined ? {} : { animate: true as const }
  return stepped.map((slide) => ({ ...slide, ...animate }))
}

function onlySlides(
  only: Block,
  setting: { readonly head: Slide; readonly asked: Layout; readonly after?: Block },
  planning: Planning,
): readonly Slide[] {
  if (only.type !== 'prose') return blockSlides(only, setting, planning)
  const { head, asked: layout } = setting
  const body = sentencePieces(only.at, only.words.sentences)
  const { text } = only.words
  if (layout === 'statement' && countWords(text) <= STATEMENT_WORDS) {
    const bodySize = statementSize(planning.measure, text)
    return [{ ...head, kicker: head.title, layout, body, bodySize }]
  }
  return fitSentences(planning.measure, { ...head, kicker: head.title, layout, body }, 'statement')
}

/** Blocks of several kinds, as they stand. */
function mixedSlide(block: ElementBlock, head: Slide, { measure }: Planning): Slide {
  const room = canvas.height - headHeight(measure, head) - 44
  const parts = (block.parts ?? []).filter(({ type }) => type !== 'heading')
  const height = (size: number) => blocksHeight(measure, parts, { size, width: canvas.width })
  const bodySize = [36, 34, 32, 30, 28].find((size) => height(size) <= room) ?? 28
  const text = parts.map((part) => ('words' in part ? part.words.text : '')).join(' ')
  return { ...head, layout: 'free', body: [blockPiece(block.at, text.trim())], bodySize }
}

function suiting(block: Block | undefined): readonly Layout[] {
  switch (block?.type) {
    case 'list':
      return ['list']
    case 'quote':
      return ['quote', 'statement']
    case 'prose':
      return countWords(block.words.text) <= STATEMENT_WORDS
        ? ['statement', 'quote']
        : ['free', 'statement', 'quote']
    case 'table': {
      const width = block.rows[0]?.length ?? 0
      if (comparesRows(block.rows)) return ['comparison', 'table']
      return width === 2 || width === 3 ? ['table', 'comparison'] : ['table']
    }
    case 'figure':
      return ['image', 'figure']
    case 'code':
      return ['figure']
    case 'diagram':
      return ['diagram']
    case 'element':
      return suitingElement(block)
    default:
      return []
  }
}

function suitingElement({ name, columns = [] }: ElementBlock): readonly Layout[] {
  if (name === 'Diagram') return ['diagram']
  if (name === 'Statement') return ['statement', 'quote']
  if (name === 'Quote') return ['quote', 'statement']
  if (name !== 'Columns') return []
  if (comparesColumns(columns)) return ['comparison', 'columns']
  return columns.length === 2 ? ['columns', 'comparison'] : ['columns']
}

function contentOf(block: ElementBlock): Content {
  const [first, ...rest] = (block.parts ?? []).filter(isShown)
  const heading = first?.type === 'heading' ? first : undefined
  const parts = heading ? rest : [...(first ? [first] : []), ...rest]
  const [one, after, ...others] = parts
  const isStep = one?.type === 'element' && one.name === 'Step'
  const inner = isStep ? one.blocks : []
  const only = isStep ? (inner.length === 1 ? inner[0] : undefined) : one
  const isAlone = others.length === 0 && (after === undefined || isClosing(only, after))
  return {
    ...(heading ? { heading } : {}),
    ...(only && isAlone ? { only } : {}),
    ...(after && isAlone ? { after } : {}),
    isStep,
  }
}

/** A sentence below a list stays at its foot; other blocks have no foot. */
function isClosing(only: Block | undefined, after: Block): boolean {
  return only?.type === 'list' && after.type === 'prose' && countWords(after.words.text) <= 8
}

function isShown(block: Block): boolean {
  if (block.type === 'other' || block.type === 'rule') return false
  return block.type !== 'element' || (block.name !== 'Notes' && block.name !== 'Page')
}
