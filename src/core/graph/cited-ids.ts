/** What a bracket of ids says: which of them are items, and whether it is a draft. */
import type { Item } from '../model/case.ts'
import type { Citation } from '../syntax/conventions/index.ts'
import type { Graph } from './index.ts'

/** One bracket. */
interface CitedIds {
  readonly isDraft: boolean
  /** `(`, or `(draft: `. */
  readonly opening: string
  /** In their order; one that nothing defines has no item. */
  readonly ids: readonly { readonly id: string; readonly item: Item | undefined }[]
}

/** The ids of the citation at a place; undefined where the bracket is plain text. */
export function citedIdsAt(
  at: string,
  citations: ReadonlyMap<string, Citation>,
  { cited, items }: Pick<Graph, 'cited' | 'items'>,
): CitedIds | undefined {
  const citation = citations.get(at)
  const keys = cited.get(at)
  if (!citation || !keys) return undefined
  const named = keys.flatMap((key) => items.get(key) ?? [])
  const isDraft = citation.draft ?? false
  return {
    isDraft,
    opening: isDraft ? '(draft: ' : '(',
    ids: citation.ids.map((id) => ({ id, item: named.find((item) => item.id === id) })),
  }
}
