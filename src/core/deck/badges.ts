/** Where evidence comes from and how strong it is, in a few words each. */
import { hostOf, isRestricted, NOT_PUBLIC } from '../audience/access.ts'
import { capital, type StrengthSentence, strengthBadges } from '../graph/strength-words.ts'
import type { Assembled } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import { has } from '../model/kinds.ts'

/** The badges of an item, in order: sources, kind, date, access, quality. `[]` for what is not rated. */
export function badgesOf(
  { kind, strength, addresses = [] }: Item,
  { graph, settings }: Pick<Assembled, 'graph' | 'settings'>,
): readonly StrengthSentence[] {
  const isRated = has(kind, 'rated', graph.kinds) || strength !== undefined
  if (!isRated) return []
  const web = addresses.filter((address) => settings.links[address] === undefined)
  const closed = web.filter((address) => isRestricted(address, settings.restricted))
  const open = web.filter((address) => !closed.includes(address))
  const hosts = open.flatMap((address) => hostOf(address)?.replace(/^www\./, '') ?? [])
  const isSaid = strength?.access !== undefined || closed.length === 0
  return [
    ...[...new Set(hosts)].map((words) => ({ words })),
    ...(isSaid ? [] : [{ words: capital(NOT_PUBLIC) }]),
    ...strengthBadges(strength),
  ]
}
