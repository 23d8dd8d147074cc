/** What stands before the text: phase, title, the ask, whose the case is and how old, the ways to it. */
import type { DatedCase } from '../model/dated.ts'
import { withoutScheme } from '../publish/qr-code.ts'
import type { Settings } from '../settings/case-yaml.ts'
import { COVER_DATES, COVER_FIELDS } from '../settings/cover-fields.ts'
import { minutesInWords, type Route } from '../settings/routes.ts'
import { formatDate } from '../text/dates.ts'
import { joined, type LinkedText } from '../text/linked-text.ts'
import { type Forms, formsOf } from './forms.ts'

/** Where the narrative is told: on the site, which has other forms beside it, or in a file alone. */
export type Output = 'page' | 'document'

/** What the cover says, from top to bottom. */
export interface Cover {
  /** `Alpha`; absent where the case has none. */
  readonly phase?: string
  readonly title: string
  /** What the route is called, where this is the part of the case that it tells. */
  readonly route?: string
  readonly ask?: { readonly label: string; readonly words: string }
  readonly facts: readonly (Fact | Forms)[]
  /** Said where this is a part of the case: how to get at all of it. */
  readonly part?: string
}

/** What is said of the case, by its name. */
interface Fact {
  readonly name: string
  readonly words: readonly LinkedText[]
}

/** What is asked of sponsors stands below these words. */
export const ASK = COVER_FIELDS.ask

/** A route by its name and what it is called. */
export interface NamedRoute extends Route {
  readonly called: string
}

/** The cover of a case, or of the part that a route tells. */
export function coverOf(read: DatedCase, how: CoverOptions): Cover {
  const { settings, graph } = read
  const { route } = how
  return {
    ...(graph.phase === undefined ? {} : { phase: graph.phase }),
    title: graph.case.title,
    ...(route ? { route: route.called, part: partWords(route, settings) } : {}),
    ...(settings.ask === undefined ? {} : { ask: { label: ASK, words: settings.ask } }),
    facts: factsOf(read, how),
  }
}

interface CoverOptions {
  readonly output: Output
  readonly route?: NamedRoute | undefined
  /** Whether a finished site stands around it, with what is made of it. */
  readonly isSite?: boolean
}

/** In the order in which they stand. What nobody says is left out. */
function factsOf(
  { settings, dates, version }: DatedCase,
  { output, route, isSite = false }: CoverOptions,
): readonly (Fact | Forms)[] {
  const isPage = output === 'page'
  const { team, period, caveat, address, repository, feedback = [] } = settings
  const ways = feedback.map(({ label, url }): LinkedText[] => [{ text: label, to: { web: url } }])
  return [
    ...fact('For', route?.audience),
    ...fact(COVER_FIELDS.team, team),
    ...fact(COVER_FIELDS.period, period),
    ...fact(COVER_DATES.published, dates.published && formatDate(dates.published)),
    ...fact(COVER_DATES.updated, dates.updated && formatDate(dates.updated)),
    ...(isPage ? fact('Version', version) : []),
    ...fact(COVER_FIELDS.caveat, caveat),
    ...(isPage && !route ? formsOf(isSite) : []),
    // A page has it as a code, on paper.
    ...(isPage ? [] : fact(COVER_FIELDS.address, linkTo(address))),
    ...fact(COVER_FIELDS.repository, linkTo(repository)),
    ...fact('Feedback', joined(ways, { text: ', ' })),
  ]
}

function fact(name: string, value: string | readonly LinkedText[] | undefined): readonly Fact[] {
  if (value === undefined || value.length === 0) return []
  return [{ name, words: typeof value === 'string' ? [{ text: value }] : value }]
}

function linkTo(web: string | undefined): readonly LinkedText[] | undefined {
  return web === undefined ? undefined : [{ text: withoutScheme(web), to: { web } }]
}

/** On paper the code of the whole case follows, where it has an address. */
function partWords({ minutes }: Route, { address }: Settings): string {
  const chosen = `This is a part of the case, chosen for ${minutesInWords(minutes)}.`
  return `${chosen} ${address === undefined ? 'The whole case says more.' : 'The whole case:'}`
}
