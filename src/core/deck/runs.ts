/** The case cut into runs: a section with the blocks of its own that the deck may show. */
import type { Assembled } from '../assemble.ts'
import { type Block, isNotesBlock } from '../conventions/index.ts'
import type { Section } from '../model.ts'

export interface Run {
  /** Absent before the first heading. */
  readonly section?: Section
  readonly blocks: readonly Block[]
  /** True where the section is a chapter, and would open with a divider. */
  readonly chapter: boolean
}

/** Every section in order with its own blocks; what follows a `---` is for the page and is left out. */
export function runsOf(assembled: Pick<Assembled, 'documents' | 'graph'>): readonly Run[] {
  const { documents, graph } = assembled
  const parents = new Set(graph.case.sections.map((section) => section.parent))
  const runs: { section?: Section; blocks: Block[]; chapter: boolean; closed: boolean }[] = []
  for (const block of documents.flatMap((document) => document.blocks)) {
    const key = graph.keys.get(block.at)
    const section =
      block.type === 'heading' && key !== undefined ? graph.sections.get(key) : undefined
    if (section) {
      runs.push({
        section,
        blocks: [],
        chapter: isChapter(section, parents, graph.sections),
        closed: false,
      })
      continue
    }
    if (block.type === 'heading') continue
    if (runs.length === 0) runs.push({ blocks: [], chapter: false, closed: false })
    const run = runs.at(-1)
    // What is below a `---` is for the page, but for what the speaker says.
    if (!run || (run.closed && !isNotesBlock(block))) continue
    if (block.type === 'rule') run.closed = true
    // What `<Page>` holds is for the narrative alone.
    else if (block.type !== 'element' || block.name !== 'Page') run.blocks.push(block)
  }
  // A chapter without sections of its own needs no divider: its name stands on its slides.
  return runs.map(({ section, blocks, chapter }) => ({
    ...(section ? { section } : {}),
    blocks,
    chapter: chapter && (parents.has(section?.key) || blocks.some(isDecision)),
  }))
}

function isDecision(block: Block): boolean {
  return block.type === 'item' && block.kind === 'decision'
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
