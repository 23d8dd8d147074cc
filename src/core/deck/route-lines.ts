/** What is proven of each route, in a line: `sponsor-5: 9 slides, about 4 of 5 minutes`. */
import type { Checkable } from '../model/assembled.ts'
import { minutesInWords } from '../settings/routes.ts'
import { type PlannedRoute, planRoutes } from './routes.ts'

/** One line for each route of a case; `[]` without routes. */
export function routeLines(checked: Checkable): readonly string[] {
  return planRoutes(checked).map((planned) => lineOf(planned, checked))
}

function lineOf({ name, route, slides, seconds }: PlannedRoute, { settings }: Checkable): string {
  const taken = seconds.reduce((sum, each) => sum + each, 0) / 60
  // Rounded up: what is said to take five minutes takes no more.
  const about =
    taken <= route.minutes ? Math.min(Math.ceil(taken), route.minutes) : Math.ceil(taken)
  const counted = `${name}: ${slides.length} slides, about ${about} of ${minutesInWords(route.minutes)}`
  return settings.ask === undefined ? `${counted}, ends without an ask` : counted
}
