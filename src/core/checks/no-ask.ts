/** A case that asks for nothing. */
import type { Check } from './check.ts'

// Matches the line "ask: …": in a case.yaml that can't be read, it is there all the same.
const RE_ASK = /^ask\s*:\s*\S/m

/**
 * Reason: the last slide is what sponsors should decide; without it a good meeting ends in nothing.
 *
 * Wrong: a `case.yaml` without `ask`, or none at all.
 *
 * Right: `ask: Fund a six-month alpha with two departments.`
 */
export const noAsk: Check = {
  id: 'no-ask',
  severity: 'warning',
  rule: 'The case says what sponsors should decide.',
  run: ({ settings, settingsSource }) =>
    settings.ask === undefined && !RE_ASK.test(settingsSource?.text ?? '')
      ? [
          {
            message:
              'Unexpected case without an ask, expected what sponsors should decide: "ask: …" in case.yaml',
            place: { file: 'case.yaml' },
          },
        ]
      : [],
}
