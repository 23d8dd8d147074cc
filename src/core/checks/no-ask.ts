/** A case that asks for nothing. */
import { listed } from '../text/listed.ts'
import type { Check } from './shared/check.ts'

// Matches the line "ask: …": in a case.yaml that can't be read, it is there all the same.
const RE_ASK = /^ask\s*:\s*\S/m

export const noAsk: Check = ({ settings, settingsSource }) =>
  settings.ask === undefined && !RE_ASK.test(settingsSource?.text ?? '')
    ? [
        {
          message: `Unexpected case without an ask${onRoutes(Object.keys(settings.routes))}, expected what sponsors should decide: "ask: …" in case.yaml`,
          place: { file: 'case.yaml' },
        },
      ]
    : []

/** `, on which route sponsor-5 should end`; `''` without routes. */
function onRoutes(names: readonly string[]): string {
  if (names.length === 0) return ''
  return `, on which ${names.length === 1 ? 'route' : 'routes'} ${listed(names)} should end`
}
