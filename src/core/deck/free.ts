/** `<Slide>`: what an author sets himself, in the layout that its content asks for or he names. */
import type { Block, ElementBlock, HeadingBlock, ProseBlock } from '../syntax/conventions/index.ts'
import { countWords } from '../text/sentences.ts'
import { blockSlides, type Setting } from './block-slides.ts'
import { canvas } from './canvas.ts'
import { blocksHeight } from './columns.ts'
import { contentOf } from './content.ts'
import { fitSentences, headHeight, headSize, statementSize } from './fit.ts'
import { type Layout, suiting, traitsOf } from './layouts.ts'
import { pictureSlides } from './picture-slides.ts'
import { blockPiece, sentencePieces } from './piece.ts'
import type { Planning } from './planning.ts'
import type { Slide } from './slide.ts'
import { inSteps } from './step-pieces.ts'
import { withLayout } from './table-slides.ts'
import { belowHead } from './type-scale.ts'

/** What stands in a `<Slide>`. */
interface Shown {
  /** The heading that opens it, its headline. */
  readonly heading?: HeadingBlock
  /** The block that makes the slide, where all of it is one. */
  readonly only?: Block
  /** A short sentence below it. */
  readonly after?: Block
  /** True where the one block comes step by step. */
  readonly isStep: boolean
}

/** The layouts that suit what a `<Slide>` shows; the first is the one it gets without a name. */
export function layoutsOf(block: ElementBlock): readonly Layout[] {
  return suiting(contentOf(shownIn(block).only))
}

/** The slides of a `<Slide>`: one, unless what it shows must flow on. */
export function freeSlides(block: ElementBlock, of: Slide, planning: Planning): readonly Slide[] {
  const section = { ...of, byAuthor: true as const }
  const { heading, only, after, isStep } = shownIn(block)
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
  const layout = named ?? suits[0] ?? section.layout
  const setting = { head, asked: layout, ...(after ? { after } : {}) }
  const slides =
    only && !traitsOf(layout).asWritten
      ? onlySlides(only, setting, planning)
      : [mixedSlide(block, withLayout(head, layout), planning)]
  const stepped = isStep ? inSteps(slides) : slides
  const animate = block.attributes['animate'] === undefined ? {} : { animate: true as const }
  return stepped.map((slide) => ({ ...slide, ...animate }))
}

function onlySlides(
  only: Block,
  setting: Setting & { readonly asked: Layout },
  planning: Planning,
): readonly Slide[] {
  if (only.type !== 'prose') return blockSlides(only, setting, planning)
  const slides = proseSlides(only, setting, planning)
  return [...slides, ...pictureSlides(only, setting.head, slides)]
}

function proseSlides(
  only: ProseBlock,
  setting: Setting & { readonly asked: Layout },
  planning: Planning,
): readonly Slide[] {
  const { measure } = planning
  const body = sentencePieces(only.at, only.words.sentences)
  const slide = { ...withLayout(setting.head, setting.asked), body }
  // In the layout that is its own it is one sentence alone.
  const isAlone = setting.asked === suiting(contentOf(only))[0]
  return isAlone
    ? [{ ...slide, bodySize: statementSize(measure, only.words.text) }]
    : fitSentences(measure, slide, 'statement')
}

/** Blocks of several kinds, as they stand. */
function mixedSlide(block: ElementBlock, slide: Slide, { measure }: Planning): Slide {
  const room = canvas.height - headHeight(measure, slide) - 44
  const parts = (block.parts ?? []).filter(({ type }) => type !== 'heading')
  const height = (size: number) => blocksHeight(measure, parts, { size, width: canvas.width })
  const sizes = belowHead([50, 46, 42, 40, 38, 36, 34, 32, 30, 28], slide)
  const bodySize = sizes.find((size) => height(size) <= room) ?? 28
  const text = parts.map((part) => ('words' in part ? part.words.text : '')).join(' ')
  const body = parts.some(isShown) ? [blockPiece(block.at, text.trim())] : []
  return { ...slide, body, bodySize }
}

function shownIn(block: ElementBlock): Shown {
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
