/** Routes that choose nothing. */
import { isChoice, planRoutes } from '../deck/routes.ts'
import type { Check } from './shared/check.ts'
import { choosingField, onRoutes } from './shared/each-route.ts'

/**
 * Reason: whoever opens the route in front of sponsors has a title and nothing to tell.
 *
 * Wrong: `routes: { sponsor-5: { minutes: 5, sections: [benefits] } }` while Benefits is to be
 * written; `priority: 1` where no file says `priority`.
 *
 * Right: sections that have slides.
 */
export const routeEmpty: Check = {
  id: 'route-empty',
  severity: 'error',
  rule: 'A route chooses something that has slides.',
  run: (checked) => {
    const empty = planRoutes(checked).filter(({ slides }) => !slides.some(isChoice))
    return onRoutes(checked, empty, (planned) => [
      {
        message: `Unexpected route ${planned.name} without slides, expected ${expectation(planned.route)}`,
        field: choosingField(planned),
      },
    ])
  },
}

function expectation({ priority }: { readonly priority?: number | undefined }): string {
  return priority === undefined
    ? 'a section that has slides'
    : `a section of priority ${priority} or less: "priority: ${priority}" in the front matter of its file`
}
