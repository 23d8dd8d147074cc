/** Chunks in a role. */
import { type Flow, plain, type Run } from '../text.ts'
import type { Chunk, Role } from './chunks.ts'

/** Paragraphs in a role; entries of lists keep their own look. */
export function inRole(flows: readonly Flow[], role: Role): readonly Chunk[] {
  return flows.map((flow) =>
    flow.type === 'paragraph' && flow.list === undefined ? { ...flow, role } : flow,
  )
}

/** One paragraph of plain words. */
export function plainIn(text: string, role: Role): Chunk {
  return { ...plain(text), role }
}

/** A line beside the text. */
export function quietLine(runs: readonly Run[]): Chunk {
  return { type: 'paragraph', runs, level: 0, role: 'quiet' }
}
