/** Entries of `accept` in `case.yaml` that accept nothing any more. */

import { keyNamed } from '../graph/named.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Finding } from '../model/finding.ts'
import { placesInYaml } from '../settings/yaml.ts'
import { catalogue, type Finder, isFindingId } from './catalogue.ts'
import { findingOf } from './finding-of.ts'

/**
 * A finding for each entry left over that names a place of the case, and whose findings are all
 * known by now.
 *
 * @param unused indices of the entries
 * @param complete the finder that has found all that it ever will
 */
export function unusedAcceptances(
  unused: readonly number[],
  checked: Checkable,
  complete: Finder,
): readonly Finding[] {
  const { settings, settingsSource } = checked
  if (unused.length === 0) return []
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const placeOf = placesInYaml(text, file)
  const places = new Set(whereaboutsOf(checked))
  return unused.flatMap((index) => {
    const { check, where, says } = settings.accept[index] ?? { check: '' }
    // What stays inside may hold what is accepted everywhere.
    if (where === undefined && checked.inside.names.size > 0) return []
    if (!isFindingId(check) || catalogue[check].finder !== complete) return []
    if (where !== undefined && !places.has(keyNamed(where, checked.graph) ?? where)) return []
    const at = where === undefined ? '' : ` at "${where}"`
    const words = says === undefined ? '' : ` that says "${says}"`
    const message = `Unexpected acceptance of ${check}${at}, expected a finding of it${words}: delete the entry or mend its place`
    return [findingOf('unused-acceptance', { message, place: placeOf(['accept', index]) })]
  })
}

/** Keys of sections and items, and names of files: where a finding may be. */
export function whereaboutsOf({ graph, sources }: Checkable): readonly string[] {
  const files = sources.map(({ file }) => file)
  return [...graph.sections.keys(), ...graph.items.keys(), 'case.yaml', ...files]
}
