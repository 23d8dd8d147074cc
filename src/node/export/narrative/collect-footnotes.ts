/** Footnotes: evidence in full where it is first cited, and the notes of the authors. */
import { Paragraph } from 'docx'
import { nameOf } from '../../../core/model/ids.ts'
import { flowOf } from '../flow.ts'
import { footnoteName } from '../footnote-name.ts'
import type { Lookups } from '../lookups.ts'
import { type FormattedRun, isParagraph } from '../text.ts'
import { childrenOf, type DocumentRunLook, type FoundFootnote } from './runs.ts'

interface FootnoteCollector {
  /** The footnote of a note; undefined for one without words. */
  readonly footnote: (note: string) => FoundFootnote | undefined
  /** All that were asked for, by number. */
  readonly written: (look: DocumentRunLook) => Record<string, { readonly children: Paragraph[] }>
}

/** Collects notes while the text is written. */
export function collectFootnotes(lookups: Lookups): FootnoteCollector {
  const notes: string[] = []
  return {
    footnote(note) {
      const known = notes.indexOf(note)
      if (known >= 0) return { number: known + 1, isFirst: false }
      if (wordsOf(note, lookups).length === 0) return undefined
      return { number: notes.push(note), isFirst: true }
    },
    written: (look) =>
      Object.fromEntries(
        notes.map((note, index) => {
          const children = childrenOf(wordsOf(note, lookups), look)
          return [String(index + 1), { children: [new Paragraph({ children })] }]
        }),
      ),
  }
}

/** What a note says; `[]` for one that nothing defines. */
function wordsOf(note: string, lookups: Lookups): readonly FormattedRun[] {
  const { items, kinds } = lookups.graph
  const item = items.get(note)
  if (item) {
    const name: FormattedRun = { text: nameOf(item, kinds), bold: true, to: { key: item.key } }
    return [name, { text: `: ${item.text}` }]
  }
  const lead = [...lookups.footnotes.values()].find((one) => footnoteName(one) === note)
  const flows = lead ? flowOf(lead.footnote.node.children ?? [], lookups) : []
  return flows.filter(isParagraph).flatMap(({ runs }, index) =>
    // A note in a note has no place to stand.
    [...(index === 0 ? [] : [{ text: ' ' }]), ...runs.filter((run) => run.note === undefined)],
  )
}
