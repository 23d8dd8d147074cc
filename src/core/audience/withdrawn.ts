/** Withdrawals that could slip: an id by order means another item as soon as somebody inserts one. */

import { findingOf } from '../findings/finding-of.ts'
import type { Graph } from '../graph/index.ts'
import { scopedId, scopesOf } from '../graph/scopes.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { nameOf } from '../model/ids.ts'
import type { Source } from '../model/source.ts'
import { placeInYaml, placesInYaml } from '../settings/yaml.ts'
import { nearest } from '../text/nearest.ts'
import { oneOf } from '../text/phrases.ts'
import { withdrawalsOf, withdrawnKeys } from './withdrawn-ids.ts'

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
    if (withdrawnKeys(scopedId(id).id, graph.kinds).length > 0) return []
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

/** An error for each id with a document that the case does not have: its words would stay. */
export function strayWithdrawals(
  { settings: { withdrawn }, settingsSource }: Pick<Checkable, 'settings' | 'settingsSource'>,
  sources: readonly Source[],
): readonly Finding[] {
  const scopes = new Set(sources.flatMap(({ file }) => scopesOf(file)))
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  return withdrawn.flatMap((written, index): readonly Finding[] => {
    const { id, scope } = scopedId(written)
    if (scope === undefined || scopes.has(scope)) return []
    const near = nearest(scope, [...scopes]).map((one) => `"${one}: ${id}"`)
    const message = `Unexpected "${written}" in withdrawn, whose document is no file and no folder of the case, expected ${oneOf(near)}, or "${id}" for all of them`
    const place = placeInYaml(text, file, ['withdrawn', index])
    return [findingOf('off-schema', { message, place })]
  })
}

/** The items that each id of `withdrawn` names, with its index there; without ids that name none. */
export function withdrawnItems(
  ids: readonly string[],
  { case: { items }, kinds }: Graph,
): readonly { readonly id: string; readonly item: Item; readonly index: number }[] {
  const readers = { withdrawn: ids, kinds }
  const found = items.flatMap((item) =>
    withdrawalsOf({ ...item, file: item.place.file }, readers).map((index) => ({
      ...{ id: ids[index] ?? '', item, index },
    })),
  )
  return found.toSorted((a, b) => a.index - b.index)
}
