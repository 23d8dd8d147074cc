/** Routes of a case that asks for nothing. */
import type { Check } from './shared/check.ts'
import { onEachRoute } from './shared/each-route.ts'

/** Where `no-ask` speaks, it speaks for routes too: once is enough. */
export const routeWithoutAsk: Check = (checked) => {
  const { ask, severities } = checked.settings
  if (ask !== undefined || severities['no-ask'] !== 'off') return []
  return onEachRoute(checked, ({ name }) => [
    {
      message: `Unexpected end of route ${name} without an ask, expected what its audience should decide: "ask: …" in case.yaml`,
    },
  ])
}
