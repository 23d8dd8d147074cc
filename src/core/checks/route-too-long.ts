/** Routes that take longer than they may. */
import { clockTime } from '../deck/pace.ts'
import type { PlannedRoute } from '../deck/routes.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { onEachRoute } from './shared/each-route.ts'

/** So many of the longest slides are named. */
const NAMED = 3

export const routeTooLong: Check = (checked) =>
  onEachRoute(checked, (planned) => {
    const { name, route } = planned
    const seconds = planned.seconds.reduce((sum, each) => sum + each, 0)
    const allowed = route.minutes * 60
    // Part of a second is rounding, and nobody's fault.
    if (seconds < allowed + 1) return []
    const message = `Unexpected ${clockTime(seconds)} minutes of talk in route ${name}, ${clockTime(seconds - allowed)} too many, expected ${clockTime(allowed)}: the longest are ${longest(planned)}`
    return [{ message, field: 'minutes' }]
  })

/** `"Strategic Context" (1:02), "Introduction" (0:41)` */
function longest({ slides, seconds }: PlannedRoute): string {
  return slides
    .map(({ title }, index) => ({ title: shorten(title, 40), seconds: seconds[index] ?? 0 }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, NAMED)
    .map((each) => `"${each.title}" (${clockTime(each.seconds)})`)
    .join(', ')
}
