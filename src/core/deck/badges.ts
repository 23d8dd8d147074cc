/** Where evidence comes from and how strong it is, in a few words each. */
import { hostOf, isRestricted, NOT_PUBLIC } from '../audience/access.ts'
import { capital, type StrengthSentence, strengthBadges } from '../graph/strength-words.ts'
import type { Assembled } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import { has } from '../model/kinds.ts'

/** A badge; with the lock that stands behind links which it explains. */
export interface Badge extends StrengthSentence {
  readonly locked?: true
}

/** The badges of an item, in order: sources, kind, date, access, quality. `[]` for what is not rated. */
export function badgesOf(
  { kind, strength, addresses = [] }: Item,
  { graph, settings }: Pick<Assembled, 'graph' | 'settings'>,
): readonly Badge[] {
  if (!has(kind, 'rated', graph.kinds) && strength === undefined) return []
  const web = addresses.filter((address) => settings.links[address] === undefined)
  const closed = web.filter((address) => isRestricted(address, settings.restricted))
  const open = web.filter((address) => !closed.includes(address))
  const hosts = open.flatMap((address) => hostOf(address)?.replace(/^www\./, '') ?? [])
  return [
    ...[...new Set(hosts)].map((words) => ({ words })),
    ...(closed.length > 0 ? [{ words: capital(NOT_PUBLIC), locked: true } as const] : []),
    ...strengthBadges(strength),
  ]
}
