/** Entries of `accept` in `case.yaml` that accept nothing any more. */

import type { Checkable } from '../model/assembled.ts'
import type { Finding } from '../model/finding.ts'
import { placesInYaml } from '../settings/yaml.ts'
import { checkIds, OF_BUILDING, OF_FOLDER } from './index.ts'
import { whereaboutsOf } from './shared/known-names.ts'

/** Its id; it looks at what the other checks found, and so it is not in their list. */
export const UNUSED_ACCEPTANCE = 'unused-acceptance'

/**
 * Reason: what was accepted has been mended or has changed; left standing, the entry would hide the
 * next fault of its sort.
 *
 * Wrong: `accept: [{ check: gap, where: benefits, … }]` when the benefits are written.
 *
 * Right: the entry deleted.
 *
 * An entry that names no check or no place of the case is the business of `unknown-reference`, and
 * what only a build can find may still be there.
 *
 * @param unused indices of the entries
 * @param ids checks that have been run; those of the folder and of building come later
 */
export function unusedAcceptances(
  unused: readonly number[],
  checked: Checkable,
  ids: readonly string[] = ofTheText(),
): readonly Finding[] {
  const { settings, settingsSource } = checked
  if (unused.length === 0) return []
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const placeOf = placesInYaml(text, file)
  const checks = new Set(ids)
  const places = new Set(whereaboutsOf(checked))
  return unused.flatMap((index) => {
    const { check, where, says } = settings.accept[index] ?? { check: '' }
    // What stays inside may hold what is accepted everywhere.
    if (where === undefined && checked.inside.names.size > 0) return []
    if (!checks.has(check) || (where !== undefined && !places.has(where))) return []
    const at = where === undefined ? '' : ` at "${where}"`
    const words = says === undefined ? '' : ` that says "${says}"`
    return [
      {
        check: UNUSED_ACCEPTANCE,
        severity: 'warning' as const,
        message: `Unexpected acceptance of ${check}${at}, expected a finding of it${words}: delete the entry or mend its place`,
        place: placeOf(['accept', index]),
      },
    ]
  })
}

function ofTheText(): readonly string[] {
  const later = new Set([...OF_FOLDER, ...OF_BUILDING])
  return checkIds.filter((id) => !later.has(id))
}
