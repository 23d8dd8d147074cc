/** Steps of the reasoning that came, went, or were confirmed. */

import type { Link } from '../model/case.ts'
import type { Role } from '../model/kinds.ts'
import type { Linked } from './change.ts'
import { type Comparison, type EditionSide, LINK_END, named } from './comparison.ts'
import { pairOf } from './items.ts'

/**
 * Changes of links between what is in both editions, and new links to what is new. Other links are
 * told with the item that came or went.
 */
export function linkChanges(comparison: Comparison): readonly Linked[] {
  const { before, after, now, was } = comparison
  const nowOf = (key: string): string => now.get(key) ?? ''
  const earlier = new Map(
    before.edition.links.map((link) => [
      nameOf({ ...link, from: nowOf(link.from), to: nowOf(link.to) }),
      link,
    ]),
  )
  const later = new Set(after.edition.links.map(nameOf))
  const found: LinkChange[] = []
  for (const link of after.edition.links) {
    const known = earlier.get(nameOf(link))
    // A new item tells its own links.
    if (!known && was.has(link.from) && isOld(link, was))
      found.push(linkChangeOf('linked', link, after))
    if (known?.draft && !link.draft) found.push(linkChangeOf('confirmed', link, after))
    if (known && !known.draft && link.draft) found.push(linkChangeOf('doubted', link, after))
  }
  for (const link of before.edition.links) {
    const [from, to] = [now.get(link.from), now.get(link.to)]
    if (from === undefined || to === undefined || later.has(nameOf({ ...link, from, to }))) continue
    const end = ends(link)
    found.push({ ...linkChangeOf('unlinked', link, before), at: nowOf(end.at) })
  }
  return grouped(found, comparison)
}

interface LinkChange {
  readonly what: Linked['what']
  /** Key, in the later edition, of the end at which the link is told. */
  readonly at: string
  readonly other: Linked['others'][number]
  readonly role: Role
  readonly draft?: true
}

/** Whether the end at which the link is told was there before; evidence came with its decision. */
function isOld({ to, role }: Link, was: ReadonlyMap<string, string>): boolean {
  return was.has(to) || LINK_END[role] === 'from'
}

function nameOf({ from, to, role }: Link): string {
  return `${from} ${role} ${to}`
}

function ends({ from, to, role }: Link): { readonly at: string; readonly other: string } {
  return LINK_END[role] === 'from' ? { at: from, other: to } : { at: to, other: from }
}

function linkChangeOf(what: Linked['what'], link: Link, side: EditionSide): LinkChange {
  const { at, other } = ends(link)
  const draft = link.draft && what === 'linked' ? { draft: true as const } : {}
  return { what, at, other: named(side, other), role: link.role, ...draft }
}

/** Makes one change of all links that changed in the same way at the same end. */
function grouped(found: readonly LinkChange[], comparison: Comparison): readonly Linked[] {
  const groups = Map.groupBy(found, ({ what, at, role, draft }) =>
    [what, at, role, draft ?? ''].join(' '),
  )
  return [...groups.values()].flatMap((group): readonly Linked[] => {
    const [first] = group
    const earlier = first && comparison.was.get(first.at)
    if (!first || earlier === undefined) return []
    const { what, role, draft } = first
    return [
      {
        ...{ what, ...pairOf({ before: earlier, after: first.at }, comparison), role },
        others: group.map(({ other }) => other),
        ...(draft ? { draft } : {}),
      },
    ]
  })
}
