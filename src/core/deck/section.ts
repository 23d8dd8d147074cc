/** What goes on the slides of one section, by the kinds of block in it. */
import type { KindTable } from '../model/kinds.ts'
import type { Block, ElementBlock, ItemBlock, ListBlock } from '../syntax/conventions/index.ts'
import { blockSlides } from './block-slides.ts'
import { hasOwnSlide } from './decision.ts'
import { freeSlides } from './free.ts'
import { headOf } from './head.ts'
import { notesOf } from './notes.ts'
import type { Planning } from './planning.ts'
import { type BlockSlides, withPrivateNotes } from './private-notes.ts'
import { proseSlides } from './prose.ts'
import type { Run } from './runs.ts'
import type { Slide } from './slide.ts'
import { inSteps } from './step-pieces.ts'

/** The slides of one section's own blocks; `[]` where it holds nothing but gaps. */
export function sectionSlides(run: Run, planning: Planning): readonly Slide[] {
  const custom = run.blocks.filter(
    (block): block is ElementBlock => block.type === 'element' && block.name === 'Slide',
  )
  const head = headOf(run, undefined, planning.measure)
  const ofBlocks =
    custom.length > 0
      ? run.blocks.map((block) => ({
          block,
          slides: custom
            .filter((own) => own === block)
            .flatMap((own) => freeSlides(own, head, planning)),
        }))
      : blocksSlides(run, planning)
  const [first, ...others] = withPrivateNotes(ofBlocks, () => proseSlides(run, planning))
  return first ? [{ ...first, notes: notesOf(run.blocks, [first, ...others]) }, ...others] : []
}

/** The blocks with the slides that each makes. */
function blocksSlides(run: Run, planning: Planning): readonly BlockSlides[] {
  const blocks = groupItems(run.blocks, planning.assembled.graph.kinds)
  return blocks.map((block, index) => {
    const [before, after] = [blocks[index - 1], blocks[index + 1]]
    const head = headOf(run, before, planning.measure)
    const around = { ...(before && { before }), ...(after && { after }) }
    const slides = blockSlides(block, { head, ...around }, planning)
    const isStep = run.steps.has(block.at)
    return { block, slides: isStep ? inSteps(slides) : slides }
  })
}

/** Labelled items that are no decisions make a list together, however they were typed. */
function groupItems(blocks: readonly Block[], kinds: KindTable): readonly Block[] {
  const grouped: Block[] = []
  const made = new Set<Block>()
  for (const block of blocks) {
    const last = grouped.at(-1)
    if (block.type !== 'item' || hasOwnSlide(block.kind, kinds)) {
      grouped.push(block)
      continue
    }
    const isMore = last?.type === 'list' && made.has(last)
    const list = isMore ? { ...last, entries: [...last.entries, block] } : listOf(block)
    made.add(list)
    grouped.splice(isMore ? -1 : grouped.length, 1, list)
  }
  return grouped
}

/** It stands where its first item does. */
function listOf(item: ItemBlock): ListBlock {
  const { at, place, node } = item
  return { type: 'list', at, place, node, ordered: false, entries: [item] }
}
