/** Withdrawals that could slip: an id by order means another item as soon as somebody inserts one. */

import { findingOf } from '../findings/finding-of.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Finding } from '../model/finding.ts'
import { nameOf } from '../model/kinds.ts'
import { placesInYaml } from '../settings/yaml.ts'
import { isWithdrawn } from './cuts.ts'

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
  return withdrawn.flatMap((id, index): readonly Finding[] => {
    const item = graph.case.items.find((one) =>
      isWithdrawn(one, { withdrawn: [id], kinds: graph.kinds }),
    )
    if (!item?.byOrder) return []
    const message = `Unexpected "${id}" in withdrawn, which has its number by order alone, expected a label in its text: "${nameOf(item, graph.kinds)}: …"`
    return [findingOf('off-schema', { message, place: placeOf(['withdrawn', index]) })]
  })
}
