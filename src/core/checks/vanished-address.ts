/** Addresses that readers may have, and that lead nowhere any more. */
import { movedOf, vanishedOf } from '../addresses/vanished.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Place } from '../model/case.ts'
import { placeInYaml } from '../settings/yaml.ts'
import { formatDate } from '../text/dates.ts'
import { nameInText, shorten } from '../text/phrases.ts'
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
  const moved = movedOf(checked).map(({ past: { key, text }, now, near }) => ({
    message: `Unexpected ${nameInText(now, checked.graph.kinds)} of ${now.place.file} at the address #${key}, which led to "${shorten(text)}", expected the one of before: in aliases in case.yaml: "${key}: ${near}"`,
    mend: `Keep the address for what had it first: write "${key}: ${near}" below aliases in case.yaml`,
    place: now.place,
  }))
  const lost = shared.map(({ past: { key, text, commit, date }, near }) => ({
    message: `Unexpected loss of the address #${key} ("${shorten(text)}"; last in commit ${commit} of ${formatDate(date)}), expected it in aliases in case.yaml: "${key}: ${near ?? 'its key of now'}"`,
    place,
  }))
  return [...moved, ...lost]
}

// Matches the line "aliases:".
const RE_ALIASES = /^aliases\s*:/m

function placeOfAliases({ settingsSource }: Checkable): Place {
  if (!settingsSource || !RE_ALIASES.test(settingsSource.text)) return { file: 'case.yaml' }
  return placeInYaml(settingsSource.text, settingsSource.file, ['aliases'])
}
