/** What a bracket of ids says: which of them are items, and whether it is a draft. */
import type { Item } from '../model/case.ts'
import { keyOf } from '../model/ids.ts'
import type { KindTable } from '../model/kinds.ts'
import type { Citation } from '../syntax/conventions/index.ts'
import type { Graph } from './index.ts'

/** One bracket. */
interface CitedIds {
  readonly isDraft: boolean
  /** `(`, `[` or `(draft: `; `''` in a cell. */
  readonly opening: string
  readonly closing: string
  /** In their order; one that nothing defines has no item. */
  readonly ids: readonly { readonly id: string; readonly item: Item | undefined }[]
}

/** The ids of the citation at a place; undefined where the bracket is plain text. */
export function citedIdsAt(
  at: string,
  citations: ReadonlyMap<string, Citation>,
  { cited, items, kinds }: Pick<Graph, 'cited' | 'items' | 'kinds'>,
): CitedIds | undefined {
  const citation = citations.get(at)
  const keys = cited.get(at)
  if (!citation || !keys) return undefined
  const named = keys.flatMap((key) => items.get(key) ?? [])
  const isDraft = citation.draft ?? false
  return {
    isDraft,
    opening: isDraft ? '(draft: ' : (/^[([]/.exec(citation.raw)?.[0] ?? ''),
    closing: /[)\]]$/.exec(citation.raw)?.[0] ?? '',
    ids: citation.ids.map((id, index) => ({
      id,
      item:
        named.length === citation.ids.length
          ? named[index]
          : (named.find((item) => item.id === id) ?? named.find((item) => isSame(item, id, kinds))),
    })),
  }
}

/** Whether an item is meant, however its id is spelt. */
function isSame({ kind, key }: Item, id: string, kinds: KindTable): boolean {
  return keyOf(kind, id, kinds) === key
}
