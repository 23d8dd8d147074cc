/** Routes: the one deck, cut for an audience and a time. Slides keep their addresses. Pure. */

import { enclosingKeys, type KeyPosition } from '../graph/around.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Route } from '../settings/routes.ts'
import { guessedMeasure, type Measure } from '../text/measure.ts'
import { amongChapters } from './chapters.ts'
import { flatten, planDeck, planWholeDeck } from './index.ts'
import { isDivider, roleOf } from './layouts.ts'
import { priorityFinder } from './priority.ts'
import type { Slide } from './slide.ts'
import { runsIn } from './slide-runs.ts'
import { planTimes } from './timing.ts'

type RouteSource = Pick<Checkable, 'documents' | 'graph' | 'settings'>

/** Slides that run right, with the seconds planned for each. */
export interface TimedSlides {
  readonly slides: readonly Slide[]
  readonly seconds: readonly number[]
}

/** A route of the case, as it would be given. */
export interface PlannedRoute extends TimedSlides {
  readonly name: string
  readonly route: Route
  /** The slides of the whole deck. */
  readonly whole: readonly Slide[]
}

/** The deck for a talk. */
export function planTimedSlides(source: RouteSource, measure: Measure): TimedSlides {
  return timed(planDeck(source, measure), source)
}

/** Every slide that a route may choose, with its seconds; `cutTimedSlides` chooses. */
export function planAllTimedSlides(source: RouteSource, measure: Measure): TimedSlides {
  return timed(planWholeDeck(source, measure), source)
}

function timed(slides: readonly Slide[], source: RouteSource): TimedSlides {
  return { slides, seconds: planTimes(slides, source) }
}

// So that checks need not plan what another has planned.
const wholes = new WeakMap<Checkable, TimedSlides>()

/** The whole deck of a case as checks look at it, planned once. */
export function planTimedDeck(checked: Checkable): TimedSlides {
  const known = wholes.get(checked)
  if (known) return known
  const whole = planAllTimedSlides(checked, checked.outside.measure ?? guessedMeasure)
  wholes.set(checked, whole)
  return whole
}

/** The deck of a case for a talk, as checks look at it. */
export function planTalkDeck(checked: Checkable): readonly Slide[] {
  return planDeck(checked, checked.outside.measure ?? guessedMeasure)
}

// Several checks look at the same routes; the deck is planned once of all that they look at.
const planned = new WeakMap<Checkable, readonly PlannedRoute[]>()

/** Every route of a case; `[]` where it has none. */
export function planRoutes(checked: Checkable): readonly PlannedRoute[] {
  const known = planned.get(checked)
  if (known) return known
  const entries = Object.entries(checked.settings.routes)
  if (entries.length === 0) return []
  const whole = planTimedDeck(checked)
  const routes = entries.map(([name, route]) => ({
    name,
    route,
    whole: whole.slides,
    ...cutTimedSlides(whole, route, checked),
  }))
  planned.set(checked, routes)
  return routes
}

/**
 * The slides of a route in the order of the case: the title, what it chooses with the dividers of
 * chapters of which something follows, what is still to be written, and the ask.
 *
 * @param slides those of the whole deck
 */
function cutDeck(slides: readonly Slide[], route: Route, source: RouteSource): readonly Slide[] {
  const isChosen = slideChooser(route, source)
  // What flows onto "2 of 3" goes with its first slide.
  const runs = runsIn(slides)
  const kept = runs.map((run) => run.some((slide) => isChoice(slide) && isChosen(slide)))
  return runs.flatMap((run, index) => {
    const stays =
      run[0] && isDivider(run[0])
        ? isChapterKept(runs.slice(index + 1), kept.slice(index + 1))
        : kept[index] || run.some(isFrame)
    return stays ? run : []
  })
}

/** Whether a route chooses something that stands in a section, or is an item in one. */
export type Chooser = (where: KeyPosition) => boolean

/** What a route says of places in the case: by the keys that it names, or by their priority. */
export function chooserOf({ sections, priority = 0 }: Route, source: RouteSource): Chooser {
  if (!sections) {
    const priorityOf = priorityFinder(source)
    return (where) => (priorityOf(where) ?? Number.POSITIVE_INFINITY) <= priority
  }
  const named = new Set(sections)
  return (where) => enclosingKeys(where, source.graph).some((key) => named.has(key))
}

/** Whether a slide is one that a route chooses; title, gaps and ask stand in every one. */
export function isChoice(slide: Slide): boolean {
  return roleOf(slide) === 'tells'
}

/** What a route tells of the whole deck. Time is shared over the whole deck, and cut with it. */
export function cutTimedSlides(
  { slides, seconds }: TimedSlides,
  route: Route,
  source: RouteSource,
): TimedSlides {
  const times = new Map(slides.map(({ id }, index) => [id, seconds[index] ?? 0]))
  const kept = cutDeck(slides, route, source)
  const cut = amongChapters(kept, source)
  return { slides: cut, seconds: cut.map(({ id }) => times.get(id) ?? 0) }
}

function slideChooser(route: Route, source: RouteSource): (slide: Slide) => boolean {
  const isChosen = chooserOf(route, source)
  if (!route.sections) return isChosen
  const named = new Set(route.sections)
  const shows = (slide: Slide): boolean =>
    isChosen(slide) ||
    [...slide.body, ...(slide.evidence ?? [])].some(
      ({ item }) => item !== undefined && named.has(item),
    )
  return (slide) => flatten([slide]).some(shows)
}

/** Whether something of a chapter is kept before the next one opens. */
function isChapterKept(runs: readonly (readonly Slide[])[], kept: readonly boolean[]): boolean {
  const end = runs.findIndex(([first]) => first && isDivider(first))
  return kept.slice(0, end === -1 ? undefined : end).includes(true)
}

/** Slides that every route has. */
function isFrame(slide: Slide): boolean {
  return roleOf(slide) === 'opens' || roleOf(slide) === 'closes'
}
