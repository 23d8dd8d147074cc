/** Links that follow from ids and from what a status says, without a citation. */
import type { Item, Link } from '../model/case.ts'
import { numberOf, schemeOf } from '../model/ids.ts'
import { has, type KindTable } from '../model/kinds.ts'
import type { FoundItems, UnclearId, WholeGraph } from './items.ts'
import { itemsMeant } from './scopes.ts'

/** Key of evidence → key of the decision whose number it has, the nearest one. */
export function homesOf(found: FoundItems, whole?: WholeGraph): EvidenceHomes {
  const homes = new Map<string, string>()
  const unclear: UnclearId[] = []
  for (const { key, kind, id, place } of found.items) {
    const number = numberOf(id)
    if (number === '') continue
    const given = whole?.items.has(key) ? whole.homes.get(key) : undefined
    const [meant, ...others] = itemsMeant(
      { kind: 'decision', id: number },
      { file: place.file },
      found,
    )
    if (given ?? (meant && others.length === 0)) homes.set(key, given ?? meant?.key ?? '')
    else if (meant && !whole) unclear.push({ id, kind, among: [meant, ...others], place })
  }
  return { homes, unclear }
}

interface EvidenceHomes {
  readonly homes: ReadonlyMap<string, string>
  readonly unclear: readonly UnclearId[]
}

/** Evidence 3a supports decision 3 by its number; a re-use supports the decision above it. */
export function supports(
  { items, reuses }: FoundItems,
  homes: EvidenceHomes['homes'],
): readonly Link[] {
  const keys = new Set(items.map((item) => item.key))
  const byNumber = items.flatMap((item): Link[] => {
    const to = homes.get(item.key) ?? ''
    return keys.has(to) ? [{ from: item.key, to, role: 'supports', place: item.place }] : []
  })
  const byReuse = [...reuses.values()].flatMap(({ key: from, decision: to, place }): Link[] =>
    to !== undefined && keys.has(from) && keys.has(to)
      ? [{ from, to, role: 'supports', place }]
      : [],
  )
  return [...byNumber, ...byReuse]
}

/**
 * A link with evidence that speaks against opposing the claim, whichever of them names the other. A
 * question claims nothing, and a section that cites it only tells of it.
 */
export function opposed(link: Link, items: ReadonlyMap<string, Item>, kinds: KindTable): Link {
  const [from, to] = [items.get(link.from), items.get(link.to)]
  const isClaim = (item: Item | undefined) => item && !has(item.kind, 'no-claim', kinds)
  if (from?.strength?.against && isClaim(to)) return { ...link, role: 'opposes' }
  if (to?.strength?.against && isClaim(from))
    return { ...link, from: link.to, to: link.from, role: 'opposes' }
  return link
}

// Matches "Superseded by [12. Title](0012-title.md)", "replaced by ADR-0012".
const RE_REPLACED = /\b(?:superseded|replaced)\s+by\s+\[?(?:[a-z]+[-\s#]*)?0*(\d{1,5})\b/i
// Matches "supersedes ADR-3", "Replaces 3".
const RE_REPLACES = /\b(?:supersedes|replaces)\s+\[?(?:[a-z]+[-\s#]*)?0*(\d{1,5})\b/i

/** Which decision took the place of which, by what their status says. */
export function replacements(found: FoundItems): readonly Link[] {
  return found.items.flatMap(({ key, id, place, properties = {} }): readonly Link[] => {
    const status = properties.status ?? ''
    // "4" in the status of ADR 5 is ADR 4.
    const scheme = schemeOf('decision', id, found.kinds)
    const [by, of] = [RE_REPLACED, RE_REPLACES].map((form) => {
      const number = form.exec(status)?.[1]
      if (number === undefined) return undefined
      const named = {
        kind: 'decision',
        id: scheme === '' ? number : `${scheme} ${number}`,
      } as const
      const [meant, ...others] = itemsMeant(named, { file: place.file }, found)
      return others.length > 0 ? undefined : meant?.key
    })
    const pairs = [...(by ? [[by, key] as const] : []), ...(of ? [[key, of] as const] : [])]
    return pairs
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => ({ from, to, role: 'replaces', place }))
  })
}
