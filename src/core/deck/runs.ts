/** The case cut into runs: a section with the blocks of its own that the deck may show. */
import type { Assembled } from '../model/assembled.ts'
import type { Section } from '../model/case.ts'
import { isLike, type KindTable } from '../model/kinds.ts'
import { type Block, isNotesBlock } from '../syntax/conventions/index.ts'
import { isAdministrative, isAdministrativePart } from './administrative.ts'
import { withBoldLeadIns } from './bold-lead-ins.ts'

export interface Run {
  /** Absent before the first heading. */
  readonly section?: Section
  readonly blocks: readonly Block[]
  /** Places of the blocks that come step by step. */
  readonly steps: ReadonlySet<string>
  /** True where the section is a chapter, and would open with a divider. */
  readonly chapter: boolean
}

/** Every section in order with its own blocks; what follows a `---` is for the page and is left out. */
export function runsOf(assembled: Pick<Assembled, 'documents' | 'graph'>): readonly Run[] {
  const { documents, graph } = assembled
  const parents = new Set(graph.case.sections.map((section) => section.parent))
  const runs: Open[] = []
  for (const block of documents.flatMap((document) => document.blocks)) {
    const key = graph.keys.get(block.at)
    const opened = graph.sections.get(graph.opened.get(block.at) ?? '')
    const section = block.type === 'heading' && key !== undefined ? graph.sections.get(key) : opened
    if (section) {
      runs.push({
        section,
        blocks: [],
        steps: new Set(),
        chapter: isChapter(section, parents, graph.sections),
        closed: false,
      })
    }
    if (section && !opened) continue
    if (block.type === 'heading') continue
    if (runs.length === 0)
      runs.push({ blocks: [], steps: new Set(), chapter: false, closed: false })
    const run = runs.at(-1)
    // What is below a `---` is for the page, but for what the speaker says.
    if (!run || (run.closed && !isNotesBlock(block))) continue
    if (block.type === 'rule') run.closed = true
    else if (isNotesBlock(block) || !isToldToNobody(block, run)) add(run, block)
  }
  // A chapter without sections of its own needs no divider: its name stands on its slides.
  return runs.map(({ section, blocks, steps, chapter }) => ({
    ...(section ? { section } : {}),
    blocks: withBoldLeadIns(blocks),
    steps,
    chapter:
      chapter &&
      (parents.has(section?.key) || blocks.some((block) => isDecision(block, graph.kinds))),
  }))
}

interface Open {
  readonly section?: Section
  readonly blocks: Block[]
  readonly steps: Set<string>
  readonly chapter: boolean
  closed: boolean
}

function isToldToNobody(block: Block, { section }: Open): boolean {
  return isAdministrativePart(section) || isAdministrative(block, section)
}

/** What `<Page>` holds is for the narrative alone; `<Step>` is how its blocks come. */
function add(run: Open, block: Block, isStep = false): void {
  if (block.type === 'element' && block.name === 'Page') return
  if (block.type === 'element' && block.name === 'Step') {
    for (const inner of block.blocks) add(run, inner, true)
    return
  }
  run.blocks.push(block)
  if (isStep) run.steps.add(block.at)
}

function isDecision(block: Block, kinds: KindTable): boolean {
  return block.type === 'item' && isLike(block.kind, 'decision', kinds)
}

/** A part, or a section at the top of the outline or of a part that has sections in it. */
function isChapter(
  section: Section,
  parents: ReadonlySet<string | undefined>,
  sections: ReadonlyMap<string, Section>,
): boolean {
  if (section.part || section.depth === 1) return true
  const parent = section.parent === undefined ? undefined : sections.get(section.parent)
  return Boolean(parent?.part) && section.sprint === undefined && parents.has(section.key)
}
