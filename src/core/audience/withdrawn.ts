/** Withdrawals that could slip: an id by order means another item as soon as somebody inserts one. */

import { findingOf } from '../findings/finding-of.ts'
import type { Graph } from '../graph/index.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { keyOf, keysOfId, nameOf } from '../model/kinds.ts'
import { placesInYaml } from '../settings/yaml.ts'

/** An error for each id that no label gives: nothing is built before the right words are gone. */
export function unlabelledWithdrawals({
  graph,
  settings,
  settingsSource,
}: Pick<Checkable, 'graph' | 'settings' | 'settingsSource'>): readonly Finding[] {
  const { withdrawn } = settings
  if (withdrawn.length === 0) return []
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const placeOf = placesInYaml(text, file)
  return withdrawnItems(withdrawn, graph).flatMap(({ id, item, index }): readonly Finding[] => {
    if (!item.byOrder) return []
    const message = `Unexpected "${id}" in withdrawn, which has its number by order alone, expected a label in its text: "${nameOf(item, graph.kinds)}: …"`
    return [findingOf('off-schema', { message, place: placeOf(['withdrawn', index]) })]
  })
}

/** The first item that each id of `withdrawn` names, with its index there; without ids that name none. */
export function withdrawnItems(
  ids: readonly string[],
  { case: { items }, kinds }: Graph,
): readonly { readonly id: string; readonly item: Item; readonly index: number }[] {
  const byId = new Map<string, number>()
  const byKey = new Map<string, number>()
  for (const [index, { id, kind }] of [...items.entries()].toReversed()) {
    byId.set(id.toLowerCase(), index)
    byKey.set(keyOf(kind, id, kinds), index)
  }
  return ids.flatMap((id, index) => {
    const named = keysOfId(id, kinds).map((key) => byKey.get(key))
    const found = [byId.get(id.trim().toLowerCase()), ...named].filter((one) => one !== undefined)
    const item = items[Math.min(...found)]
    return item ? [{ id, item, index }] : []
  })
}
