/** Withdrawals that could slip: an id by order means another item as soon as somebody inserts one. */

import { findingOf } from '../findings/finding-of.ts'
import type { Graph } from '../graph/index.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { keyOf, nameOf } from '../model/ids.ts'
import { placesInYaml } from '../settings/yaml.ts'
import { withdrawnKeys } from './withdrawn-keys.ts'

/**
 * An error for each id that no label gives, and for each name that is no id: nothing is built before
 * the right words are gone.
 */
export function unlabelledWithdrawals({
  graph,
  settings,
  settingsSource,
}: Pick<Checkable, 'graph' | 'settings' | 'settingsSource'>): readonly Finding[] {
  const { withdrawn } = settings
  if (withdrawn.length === 0) return []
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const placeOf = placesInYaml(text, file)
  const unread = withdrawn.flatMap((id, index): readonly Finding[] => {
    if (withdrawnKeys(id, graph.kinds).length > 0) return []
    const message = `Unexpected "${id}" in withdrawn, which is no id, expected one, such as 3a: its words would be published`
    return [findingOf('off-schema', { message, place: placeOf(['withdrawn', index]) })]
  })
  const byOrder = withdrawnItems(withdrawn, graph).flatMap(
    ({ id, item, index }): readonly Finding[] => {
      if (!item.byOrder) return []
      const message = `Unexpected "${id}" in withdrawn, which has its number by order alone, expected a label in its text: "${nameOf(item, graph.kinds)}: …"`
      return [findingOf('off-schema', { message, place: placeOf(['withdrawn', index]) })]
    },
  )
  return [...unread, ...byOrder]
}

/** The items that each id of `withdrawn` may mean, with its index there; without ids that mean none. */
export function withdrawnItems(
  ids: readonly string[],
  { case: { items }, kinds }: Graph,
): readonly { readonly id: string; readonly item: Item; readonly index: number }[] {
  const byName = new Map<string, Item[]>()
  for (const item of items)
    for (const name of [item.id.toLowerCase(), keyOf(item.kind, item.id, kinds)])
      byName.get(name)?.push(item) ?? byName.set(name, [item])
  return ids.flatMap((id, index) => {
    const names = [id.trim().toLowerCase(), ...withdrawnKeys(id, kinds)]
    const found = new Set(names.flatMap((name) => byName.get(name) ?? []))
    return [...found].map((item) => ({ id, item, index }))
  })
}
