/** The case as a page needs it: graph, lookups, measure, and the MDX modules in reading order. */

import given from 'throughline:read'
import texts from 'throughline:texts'
import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import { type ChartPlan, chartOf } from '../../core/chart/index.ts'
import { chartRoom, slidesOfCharts } from '../../core/deck/chart-slides.ts'
import type { Slide } from '../../core/deck/index.ts'
import {
  cutTimedSlides,
  planAllTimedSlides,
  planTimedSlides,
  type TimedSlides,
} from '../../core/deck/routes.ts'
import type { Drawn } from '../../core/diagram/index.ts'
import { type Lookup, lookupOf } from '../../core/graph/lookup.ts'
import type { Route } from '../../core/settings/routes.ts'
import { allBlocks, type ElementBlock, isChart } from '../../core/syntax/conventions/index.ts'
import type { Measure } from '../../core/text/measure.ts'
import type { DrawnChart } from '../chart/index.ts'
import type { Dates } from '../history/index.ts'
import { readDrawing } from '../mermaid/cache.ts'
import { context } from './context.ts'
import { fontMeasure } from './measure.ts'
import type { ReadCase } from './read-case.ts'

interface OpenCase {
  readonly read: ReadCase
  readonly lookup: Lookup<ReadCase>
  readonly dates: Dates
  readonly contents: readonly AstroComponentFactory[]
  /** Of the letters of the build's theme. */
  readonly measure: Measure
  /** The deck, or its cut for a route, by name: planned when a page first asks, and once for all pages. */
  readonly timedSlidesOf: (route?: string) => TimedSlides
  /** What became of a Mermaid text in that theme; undefined where it was never drawn. */
  readonly readDrawing: (text: string) => Drawn | undefined
  /** Draws a chart; absent where the case has none. */
  readonly drawChart:
    | ((
        of: ElementBlock | ChartPlan,
        place: 'phone' | 'page' | 'upright' | 'slide' | Slide,
      ) => DrawnChart | undefined)
    | undefined
}

/** What the pages of one state of the case share. */
let shared: { readonly of: ReadCase | undefined; readonly open: Promise<OpenCase> } | undefined

/** The case of which pages are rendered, with its modules. */
export function openCase(): Promise<OpenCase> {
  // While a case is being written, the next state is given to the same process.
  if (!shared || shared.of !== given) shared = { of: given, open: readOpen() }
  return shared.open
}

/** The pages of the routes: a parameter `route` for each. */
export async function routePaths(): Promise<{ readonly params: { readonly route: string } }[]> {
  const { read } = await openCase()
  return Object.keys(read.settings.routes).map((route) => ({ params: { route } }))
}

/** The pages of a handout: one of the whole deck, which has no `route`, and one for each route. */
export async function handoutPaths(): Promise<
  { readonly params: { readonly route: string | undefined } }[]
> {
  return [{ params: { route: undefined } }, ...(await routePaths())]
}

/** The outputs of the sums: a parameter `figures` where the case has estimates. */
export async function figuresPaths(): Promise<{ readonly params: { readonly figures: string } }[]> {
  const { read } = await openCase()
  return read.graph.estimates.size > 0 ? [{ params: { figures: 'figures' } }] : []
}

async function readOpen(): Promise<OpenCase> {
  const { store, fingerprint } = context
  const read = given
  if (!read) throw new Error('Expected a case to make pages of')
  // While a case is being written, its theme may change; a build may try another than its own.
  const theme = fingerprint === undefined ? read.settings.theme : context.theme
  const measure = fontMeasure({ theme, store })
  const missing = read.sources.filter(({ file }) => !texts.has(file))
  if (missing.length > 0)
    throw new Error(
      `No pages were made of ${missing.map(({ file }) => file).join(', ')}. ` +
        'Is the case of another folder being built at the same time? Build it again',
    )
  const ordered = read.sources.flatMap(({ file }) => texts.get(file) ?? [])
  const modules = await Promise.all(ordered.map((load) => load()))
  const timedSlidesOf = planRoutesOnce(read, measure)
  return {
    read,
    lookup: lookupOf(read),
    dates: read.dates,
    contents: modules.map(({ Content }) => Content),
    measure,
    timedSlidesOf,
    readDrawing: (text) => readDrawing(text, { theme, store }),
    drawChart: await chartDrawer(read, { measure, timedSlidesOf }),
  }
}

/** The library that draws is large: it waits until a chart is there. */
async function chartDrawer(
  { documents, graph }: Pick<ReadCase, 'documents' | 'graph'>,
  { measure, timedSlidesOf }: Pick<OpenCase, 'measure' | 'timedSlidesOf'>,
): Promise<OpenCase['drawChart']> {
  const blocks = documents.flatMap((document) => [...allBlocks(document.blocks)])
  if (!blocks.some(isChart) && graph.estimates.size === 0) return undefined
  const { drawChart } = await import('../chart/index.ts')
  let slides: ReadonlyMap<string, Slide> | undefined
  return (of, place) => {
    const plan = 'form' in of ? of : chartOf(of).plan
    if (!plan) return undefined
    if (place === 'phone' || place === 'page' || place === 'upright')
      return drawChart(plan, place, measure)
    slides ??= slidesOfCharts(timedSlidesOf().slides)
    const slide = place !== 'slide' ? place : 'at' in of ? slides.get(of.at) : undefined
    const chart = 'form' in of ? {} : of
    return drawChart(plan, { height: chartRoom(chart, plan, { slide, measure }) }, measure)
  }
}

function planRoutesOnce(read: ReadCase, measure: Measure): OpenCase['timedSlidesOf'] {
  const known = new Map<string | undefined, TimedSlides>()
  let all: TimedSlides | undefined
  const ofRoute = (route: Route): TimedSlides => {
    all ??= planAllTimedSlides(read, measure)
    return cutTimedSlides(all, route, read)
  }
  return (name) => {
    const route = name === undefined ? undefined : read.settings.routes[name]
    const timed = known.get(name) ?? (route ? ofRoute(route) : planTimedSlides(read, measure))
    known.set(name, timed)
    return timed
  }
}
