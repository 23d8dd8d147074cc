/** A case that asks for nothing. */
import { inWords } from '../deck/closing.ts'
import type { Check } from './shared/check.ts'

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
            message: `Unexpected case without an ask${onRoutes(Object.keys(settings.routes))}, expected what sponsors should decide: "ask: …" in case.yaml`,
            place: { file: 'case.yaml' },
          },
        ]
      : [],
}

/** `, on which route sponsor-5 should end`; `''` without routes. */
function onRoutes(names: readonly string[]): string {
  if (names.length === 0) return ''
  return `, on which ${names.length === 1 ? 'route' : 'routes'} ${inWords(names)} should end`
}
