/** What a remark in a document is about: the item or section of the case that stands there. */

import { slugOf } from '../graph/slug.ts'
import type { DocumentPlace } from '../import/foreign/document.ts'
import type { Assembled } from '../model/assembled.ts'
import { wholeTextOf } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'

/** An item or a section. */
interface Subject {
  readonly key: string
  /** `Decision 5`, or the title of a section. */
  readonly name: string
}

/** Finds what stands at a place of a document; `undefined` where the case has nothing like it. */
export type FindSubject = (place: DocumentPlace) => Subject | undefined

// Matches "A. " and "2) " in front of words.
const RE_NUMBER = /^(?:\d{1,2}|[A-Z])[.):]\s+/

/** Letters of a block that are enough to know an item by a part of its words. */
const ENOUGH = 20

/**
 * Builds the look-up: by the words of the block, by a bookmark of our own documents, by the heading.
 *
 * @param bookmarks names of bookmarks by key
 */
export function subjectFinder(
  { graph }: Assembled,
  bookmarks: ReadonlyMap<string, string>,
): FindSubject {
  const { items, sections } = graph.case
  const named = items.map((item) => ({
    subject: { key: item.key, name: nameOf(item, graph.kinds) },
    words: slugOf(wholeTextOf(item)),
    full: slugOf(`${nameOf(item, graph.kinds)} ${wholeTextOf(item)}`),
  }))
  const titled = sections.map(({ key, title }) => ({
    subject: { key, name: title },
    words: slugOf(title),
  }))
  const byKey = new Map([...titled, ...named].map(({ subject }) => [subject.key, subject] as const))
  const byBookmark = new Map([...bookmarks].map(([key, name]) => [name, byKey.get(key)] as const))
  const only = (found: readonly { readonly subject: Subject }[]): Subject | undefined =>
    found.length === 1 ? found[0]?.subject : undefined
  const called = (block: string): Subject | undefined => {
    const words = slugOf(block)
    const same = only(named.filter((each) => each.words === words || each.full === words))
    return (
      same ??
      only(
        named.filter(
          (each) =>
            (words.length >= ENOUGH && each.full.includes(words)) ||
            (each.words.length >= ENOUGH && words.includes(each.words)),
        ),
      )
    )
  }
  // "A. Do nothing", "R1": a row is what its first cell names that names anything.
  const rowCalled = (cell: string): Subject | undefined =>
    called(cell) ?? called(cell.replace(RE_NUMBER, '')) ?? (cell === '' ? undefined : byId(cell))
  const byId = (cell: string): Subject | undefined => {
    const found = items.filter(({ id }) => id === cell)
    return found.length === 1 ? byKey.get(found[0]?.key ?? '') : undefined
  }
  return ({ block, headings, bookmarks: around, row = [] }) => {
    const own = called(block)
    const inRow = row.map(rowCalled).find((each) => each !== undefined)
    const marked = around.map((name) => byBookmark.get(name)).find((each) => each !== undefined)
    const under = headings
      .toReversed()
      .map((heading) => only(titled.filter((each) => each.words === slugOf(heading))))
    return own ?? inRow ?? marked ?? under.find((each) => each !== undefined)
  }
}
