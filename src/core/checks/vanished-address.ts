/** Addresses that readers may have, and that lead nowhere any more. */

import { vanishedOf } from '../addresses/vanished.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Place } from '../model/case.ts'
import { placeInYaml } from '../settings/yaml.ts'
import { formatDate } from '../text/dates.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/**
 * What earlier states had comes from git; without git nothing is reported. Addresses that went before
 * the day in `dates.published` were never public, and are left out.
 */
export const vanishedAddress: Check = (checked) => {
  const place = placeOfAliases(checked)
  const first = checked.settings.dates?.published ?? ''
  const shared = vanishedOf(checked).filter(
    ({ past: { gone } }) => !gone || gone.slice(0, first.length) >= first,
  )
  return shared.map(({ past: { key, text, commit, date }, near }) => ({
    message: `Unexpected loss of the address #${key} ("${shorten(text)}"; last in commit ${commit} of ${formatDate(date)}), expected it in aliases in case.yaml: "${key}: ${near ?? 'its key of now'}"`,
    place,
  }))
}

// Matches the line "aliases:".
const RE_ALIASES = /^aliases\s*:/m

function placeOfAliases({ settingsSource }: Checkable): Place {
  if (!settingsSource || !RE_ALIASES.test(settingsSource.text)) return { file: 'case.yaml' }
  return placeInYaml(settingsSource.text, settingsSource.file, ['aliases'])
}
