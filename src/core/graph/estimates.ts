/** The estimates of a case as read, and which item stands on which because of what they say. */
import { estimatesIn } from '../estimates/expression.ts'
import { type ReadEstimate, readEstimate, type UnreadEstimate } from '../estimates/read.ts'
import type { Item, Link } from '../model/case.ts'
import { codeIn, kindOfId, kindsOfLetters } from '../model/ids.ts'
import { has, isLike, type Kind, roleOf } from '../model/kinds.ts'
import type { FoundItems } from './items.ts'
import { itemsMeant } from './scopes.ts'

/** By key, in the order of the case. */
export type Estimates = ReadonlyMap<string, ReadEstimate | UnreadEstimate>

/** Nobody follows more, and each needs its samples. */
const MOST = 1000
/** What is said of each estimate beyond the most that a case may have. */
export const TOO_MANY = `Unexpected estimate after ${MOST} others, expected fewer: add some up outside the case`

/** Reads every estimate; ids in sums mean what they mean in citations. */
export function readEstimates(items: readonly Item[], found: FoundItems): Estimates {
  return new Map(
    items
      .filter(({ kind }) => has(kind, 'valued', found.kinds))
      .map((item, index) => {
        if (index >= MOST) return [item.key, { key: item.key, fault: TOO_MANY }] as const
        const sentences = found.blocks.get(item.key)?.words.sentences ?? []
        const keyOf = (id: string) => meant(estimateId(id), item, found, item.kind)?.key
        return [item.key, readEstimate(item, sentences, keyOf)] as const
      }),
  )
}

/** `3`, `ES3`, `est-3` → `EST3`. */
function estimateId(written: string): string {
  return `EST${/\d+$/.exec(written)?.[0].replace(/^0+(?=\d)/, '') ?? ''}`
}

function meant(id: string, { place }: Item, found: FoundItems, kind?: Kind): Item | undefined {
  const kinds = kind
    ? [kind]
    : [
        kindOfId(id, found.kinds) ?? [],
        kindsOfLetters(codeIn(id)?.letters ?? '', found.kinds),
      ].flat()
  const all = kinds.flatMap((one) => itemsMeant({ kind: one, id }, { file: place.file }, found))
  return all[0]
}

/** Ids in brackets of estimates that nothing defines. */
export interface UnknownOfEstimate {
  readonly key: string
  readonly id: string
}

/**
 * What estimates name beside citations: what they rest on, and the options to which they belong. An option
 * stands on its estimates, however its writer joins them.
 */
export function estimateLinks(
  items: readonly Item[],
  estimates: Estimates,
  found: FoundItems,
): { readonly links: readonly Link[]; readonly unknown: readonly UnknownOfEstimate[] } {
  const unknown: UnknownOfEstimate[] = []
  const links = items.flatMap((item): readonly Link[] => {
    const read = estimates.get(item.key)
    if (!read) return []
    const named = (item.estimated?.ids ?? []).flatMap((id) => {
      const one = meant(id, item, found)
      if (!one) unknown.push({ key: item.key, id })
      return one ?? []
    })
    const summed = 'expression' in read ? estimatesIn(read.expression) : []
    const to = [...named, ...items.filter(({ key }) => summed.includes(key))]
    return to
      .filter(({ key }) => key !== item.key)
      .map((one) => ({
        ...{ from: item.key, to: one.key, place: item.place },
        role: roleOf(item.kind, one.kind, found.kinds),
      }))
  })
  return { links, unknown }
}

/** A link with its option standing on the estimate. */
export function fromOption(
  link: Link,
  items: ReadonlyMap<string, Item>,
  { kinds }: FoundItems,
): Link {
  const [from, to] = [items.get(link.from), items.get(link.to)]
  const isTurned = from && to && has(from.kind, 'valued', kinds) && isLike(to.kind, 'option', kinds)
  return isTurned ? { ...link, from: link.to, to: link.from, role: 'relies-on' } : link
}
