/** What the proofs of routes share: their places in `case.yaml`, and how something is brought back. */
import { slideFinder } from '../../deck/find.ts'
import { isChoice, type PlannedRoute, planRoutes } from '../../deck/routes.ts'
import type { Slide } from '../../deck/slide.ts'
import { enclosingKeys } from '../../graph/around.ts'
import type { Checkable } from '../../model/assembled.ts'
import type { Found } from '../../model/finding.ts'
import { placesInYaml } from '../../settings/yaml.ts'

/** Where in the route, and what else to look at. */
interface FoundInRoute extends Pick<Found, 'message' | 'related'> {
  /** Field of the route that would mend it; the route itself if absent. */
  readonly field?: 'minutes' | 'sections' | 'priority'
}

/** Findings on each route that chooses something, each at its place in `case.yaml`. */
export function onEachRoute(
  checked: Checkable,
  find: (route: PlannedRoute) => readonly FoundInRoute[],
): readonly Found[] {
  return onRoutes(
    checked,
    planRoutes(checked).filter(({ slides }) => slides.some(isChoice)),
    find,
  )
}

/** The same on some routes. */
export function onRoutes(
  checked: Checkable,
  routes: readonly PlannedRoute[],
  find: (route: PlannedRoute) => readonly FoundInRoute[],
): readonly Found[] {
  if (routes.length === 0) return []
  const { file, text } = checked.settingsSource ?? { file: 'case.yaml', text: '' }
  const placeOf = placesInYaml(text, file)
  return routes.flatMap((route) =>
    find(route).map(({ message, related, field }) => ({
      message,
      place: placeOf(['routes', route.name, ...(field ? [field] : [])]),
      ...(related ? { related } : {}),
    })),
  )
}

/** The field by which a route chooses. */
export function choosingField({ route }: PlannedRoute): 'sections' | 'priority' {
  return route.sections ? 'sections' : 'priority'
}

/** `"sprint-2" among its sections`; `"sprint-2" to have priority 2 in 40-decisions.mdx`. */
export function chosen(key: string, { route }: PlannedRoute, { graph }: Checkable): string {
  if (route.sections) return `"${key}" among its sections`
  const place = (graph.sections.get(key) ?? graph.items.get(key))?.place
  const where = place ? ` in the front matter of ${place.file}` : ''
  return `"${key}" to have priority ${route.priority} or less${where}`
}

/** Tells whether slides show something: an item, an address, or anything of a section. */
export function shownOn(slides: readonly Slide[], { graph }: Checkable): (key: string) => boolean {
  const find = slideFinder(slides)
  const around = new Set(slides.filter(isChoice).flatMap((slide) => enclosingKeys(slide, graph)))
  return (key) => find(key) !== undefined || around.has(key)
}
