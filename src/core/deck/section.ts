/** What goes on the slides of one section, by the kinds of block in it. */
import type { Block, ElementBlock, ListBlock } from '../syntax/conventions/index.ts'
import { blockSlides } from './block.ts'
import { freeSlides } from './free.ts'
import { headOf, isHeadline } from './head.ts'
import type { Planning } from './planning.ts'
import { type Told, withPrivateNotes } from './private-notes.ts'
import { proseSlides } from './prose.ts'
import type { Run } from './runs.ts'
import type { Slide } from './slide.ts'
import { inSteps } from './steps.ts'

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
          slides: custom
            .filter((own) => own === block)
            .flatMap((own) => freeSlides(own, head, planning)),
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
    const after = blocks[index + 1]
    const slides = blockSlides(block, { head, ...(after ? { after } : {}) }, planning)
    const isStep = run.steps.has(block.at.replace(/:items$/, ''))
    return { block, slides: isStep ? inSteps(slides) : slides }
  })
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
