/** What a bracket of ids says: which of them are items, and whether it is a draft. */
import type { Item } from '../model/case.ts'
import { openingOf } from '../syntax/conventions/citation.ts'
import type { Citation } from '../syntax/conventions/index.ts'
import type { Graph } from './index.ts'
import { scopeBefore } from './scopes.ts'

/** One bracket. */
interface CitedIds {
  readonly isDraft: boolean
  /** `(`, `[`, `(see ` or `(draft: `; `''` in a cell. */
  readonly opening: string
  readonly closing: string
  /** In their order, with what names the document of one; one that nothing defines has no item. */
  readonly ids: readonly {
    readonly before: string
    readonly id: string
    readonly item: Item | undefined
  }[]
}

/** The ids of the citation at a place; undefined where the bracket is plain text. */
export function citedIdsAt(
  at: string,
  citations: ReadonlyMap<string, Citation>,
  { citedIds, items }: Pick<Graph, 'citedIds' | 'items'>,
): CitedIds | undefined {
  const citation = citations.get(at)
  const keys = citedIds.get(at)
  if (!citation || !keys) return undefined
  const isDraft = citation.draft ?? false
  return {
    isDraft,
    opening: isDraft ? '(draft: ' : openingOf(citation),
    closing: /[)\]]$/.exec(citation.raw)?.[0] ?? '',
    ids: citation.ids.map((id, index) => ({
      ...asWritten(id, citation.ids[index - 1]),
      item: items.get(keys[index] ?? ''),
    })),
  }
}

/** What names a document stands in front of its first id alone. */
function asWritten(id: string, last = ''): { readonly before: string; readonly id: string } {
  const own = scopeBefore(id)
  const isSaid = own.before === undefined || own.before === scopeBefore(last).before
  return { before: isSaid ? '' : `${own.before}: `, id: own.id }
}
