/** What the divider of a chapter says: where in the case we are, what it holds, and what comes. */
import type { Graph } from '../graph/index.ts'
import type { Assembled } from '../model/assembled.ts'
import { countOf, type Kind } from '../model/kinds.ts'
import { COVER_FIELDS } from '../settings/cover-fields.ts'
import { listed } from '../text/listed.ts'
import type { Measure } from '../text/measure.ts'
import { countInWords } from '../text/numbers.ts'
import { shorten } from '../text/phrases.ts'
import { canvas, heightOf } from './canvas.ts'
import { withGrounds } from './grounds.ts'
import { isDivider } from './layouts.ts'
import type { Slide } from './slide.ts'

/** As layouts/chapter.css sets it, px. */
const LINE = 58
const HOLDS = 30
const AROUND = 40
/** Letters of another chapter's name, which has one line. */
const NAME = 46
/** As many parts of a chapter are named. */
const PARTS = 6

/** The same slides, each divider with its number, what it holds and the chapters around it. */
export function withTrails(
  slides: readonly Slide[],
  source: Pick<Assembled, 'graph' | 'settings'>,
  measure: Measure,
): readonly Slide[] {
  const held = slides.map((slide) => {
    if (!isDivider(slide)) return slide
    const holds = slide.section === undefined ? '' : holdsOf(slide.section, source.graph)
    const lines = linesLeft(measure, slide, holds)
    return { ...slide, chapter: { n: 1, before: [], after: [], holds, lines } }
  })
  return amongChapters(held, source)
}

/** Dividers, and grounds, among those of the same talk: others may have been left out since. */
export function amongChapters(
  slides: readonly Slide[],
  { settings }: Pick<Assembled, 'settings'>,
): readonly Slide[] {
  const names = slides.filter(isDivider).map(({ title }) => shorten(title, NAME))
  const all = [...names, ...(settings.ask === undefined ? [] : [COVER_FIELDS.ask])]
  let n = 0
  return withGrounds(slides).map((slide) => {
    if (!slide.chapter) return slide
    const { lines } = slide.chapter
    n += 1
    const [told, coming] = [all.slice(0, n - 1), all.slice(n)]
    const most = Math.max(Math.floor(lines / 2), lines - coming.length)
    const before = told.slice(Math.max(0, told.length - most))
    const after = cut(coming, lines - before.length)
    return { ...slide, chapter: { ...slide.chapter, n, before, after } }
  })
}

/** How many lines of names have room beside the chapter's own. */
function linesLeft(measure: Measure, slide: Slide, holds: string): number {
  const { width, height } = canvas
  const own = heightOf(measure, slide.title, { size: slide.headSize, width, as: 'statement' })
  const said = heightOf(measure, holds, { size: HOLDS, width, as: 'body' })
  return Math.max(0, Math.floor((height - own - said - AROUND - (slide.kicker ? 48 : 0)) / LINE))
}

function cut(names: readonly string[], most: number): readonly string[] {
  if (names.length <= most) return names
  const more = names.length - most + 1
  return most < 1 ? [] : [...names.slice(0, most - 1), `and ${countInWords(more)} more`]
}

/** `Strategic Context · three objectives · Benefits, to be written`: of the graph alone. */
function holdsOf(chapter: string, { case: { sections, items, gaps }, kinds }: Graph): string {
  const missing = new Set(gaps.flatMap(({ section, item }) => (item === undefined ? section : [])))
  const counts = new Map<Kind, number>()
  const parts: ({ readonly title: string } | { readonly kind: Kind })[] = []
  const toBeWritten: string[] = []
  const count = (within: ReadonlySet<string>): boolean => {
    const own = items.filter(({ section }) => within.has(section))
    for (const { kind } of own) {
      if (!counts.has(kind)) parts.push({ kind })
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    return own.length > 0
  }
  count(new Set([chapter]))
  for (const { key, title } of sections.filter(({ parent }) => parent === chapter)) {
    if (count(withinSection(key, sections))) continue
    if (missing.has(key)) toBeWritten.push(title)
    else parts.push({ title })
  }
  const named = parts.map((part) => {
    if ('title' in part) return part.title
    const many = counts.get(part.kind) ?? 0
    return countOf(part.kind, many, kinds).replace(/^\d+/, () => countInWords(many))
  })
  const more = named.length - PARTS
  const shown = more > 0 ? [...named.slice(0, PARTS), `${countInWords(more)} more`] : named
  const last = toBeWritten.length > 0 ? [`${listed(toBeWritten)}, to be written`] : []
  const words = [...shown, ...last].join(' · ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function withinSection(key: string, sections: Graph['case']['sections']): ReadonlySet<string> {
  const within = new Set([key])
  for (const one of sections) if (within.has(one.parent ?? '')) within.add(one.key)
  return within
}
