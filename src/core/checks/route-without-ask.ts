/** Routes of a case that asks for nothing. */
import type { Check } from './shared/check.ts'
import { onEachRoute } from './shared/each-route.ts'

/**
 * Reason: a talk in a fixed slot ends on what its audience should decide.
 *
 * Wrong: routes, no `ask` in `case.yaml`, and `severities: { no-ask: off }`.
 *
 * Right: `ask: Fund a six-month alpha with two departments.`
 *
 * Where `no-ask` speaks, it says so for the whole case, its routes included; once is enough.
 */
export const routeWithoutAsk: Check = {
  id: 'route-without-ask',
  severity: 'error',
  rule: 'A route ends on what sponsors should decide.',
  run: (checked) => {
    const { ask, severities } = checked.settings
    if (ask !== undefined || severities['no-ask'] !== 'off') return []
    return onEachRoute(checked, ({ name }) => [
      {
        message: `Unexpected end of route ${name} without an ask, expected what its audience should decide: "ask: …" in case.yaml`,
      },
    ])
  },
}
