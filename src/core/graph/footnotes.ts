/** The footnotes of a case: numbered over all its files, each by the place of its words. */
import {
  type Block,
  type Document,
  type Footnote,
  footnoteMarksIn,
} from '../syntax/conventions/index.ts'

/** A footnote with its number. */
export interface NumberedFootnote extends Footnote {
  /** From 1, in the order in which the case leads to them. */
  readonly number: number
  /** Its address where the page lists it. No section or item has two hyphens in its own. */
  readonly anchor: string
}

/** How a mark in the text leads to its footnote. */
export interface FootnoteLead {
  readonly footnote: NumberedFootnote
  /** Where the footnote leads back to. */
  readonly anchor: string
}

/** The footnotes of a case, to be looked up by the `at` of their marks. */
export interface FootnoteIndex {
  readonly list: readonly NumberedFootnote[]
  readonly leads: ReadonlyMap<string, FootnoteLead>
}

/** All footnotes to which something leads; empty for most cases. */
export function footnotesOf(documents: readonly Document[]): FootnoteIndex {
  const defined = new Map(
    documents.flatMap(({ footnotes = [] }) => footnotes.map((note) => [note.at, note] as const)),
  )
  const numbered = new Map<string, NumberedFootnote>()
  const leads = new Map<string, FootnoteLead>()
  for (const { at, of } of documents.flatMap(({ footnoteMarks = [] }) => footnoteMarks)) {
    const note = defined.get(of)
    if (!note) continue
    const number = numbered.get(of)?.number ?? numbered.size + 1
    const footnote = numbered.get(of) ?? { ...note, number, anchor: `footnote--${number}` }
    numbered.set(of, footnote)
    leads.set(at, { footnote, anchor: `footnote--${number}-${leads.size + 1}` })
  }
  return { list: [...numbered.values()], leads }
}

/** The footnotes to which some blocks lead, each with the marks that do so, in order of their numbers. */
export function footnotesIn(
  blocks: readonly Pick<Block, 'node'>[],
  { list, leads }: FootnoteIndex,
): readonly (NumberedFootnote & { readonly leads: readonly FootnoteLead[] })[] {
  if (list.length === 0) return []
  const shown = blocks.flatMap(({ node }) =>
    footnoteMarksIn(node).flatMap((at) => leads.get(at) ?? []),
  )
  const byNote = Map.groupBy(shown, ({ footnote }) => footnote)
  return list.flatMap((note) => {
    const own = byNote.get(note)
    return own ? [{ ...note, leads: own }] : []
  })
}
