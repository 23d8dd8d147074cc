/** Routes that choose nothing. */
import { isChoice, planRoutes } from '../deck/routes.ts'
import type { Check } from './shared/check.ts'
import { choosingField, onRoutes } from './shared/each-route.ts'

export const routeEmpty: Check = (checked) => {
  const empty = planRoutes(checked).filter(({ slides }) => !slides.some(isChoice))
  return onRoutes(checked, empty, (planned) => [
    {
      message: `Unexpected route ${planned.name} without slides, expected ${expectation(planned.route)}`,
      field: choosingField(planned),
    },
  ])
}

function expectation({ priority }: { readonly priority?: number | undefined }): string {
  return priority === undefined
    ? 'a section that has slides'
    : `a section of priority ${priority} or less: "priority: ${priority}" in the front matter of its file`
}
