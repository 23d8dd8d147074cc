/** Entries of `accept` in `case.yaml` that accept nothing any more. */
import type { Checkable } from '../assemble.ts'
import type { Finding } from '../model.ts'
import { placeInSettings } from '../settings.ts'

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
 * @param unused indices of the entries
 */
export function unusedAcceptances(
  unused: readonly number[],
  { settings, settingsSource }: Checkable,
): readonly Finding[] {
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  return unused.map((index) => {
    const { check, where, says } = settings.accept[index] ?? { check: '' }
    const at = where === undefined ? '' : ` at "${where}"`
    const words = says === undefined ? '' : ` that says "${says}"`
    return {
      check: UNUSED_ACCEPTANCE,
      severity: 'warning',
      message: `Unexpected acceptance of ${check}${at}, expected a finding of it${words}: delete the entry or mend its place`,
      place: placeInSettings(text, file, ['accept', index]),
    }
  })
}
