/** What stands before the text, and about the document at its end. */
import type { DatedCase } from '../model/dated.ts'
import { withoutScheme } from '../publish/qr-code.ts'
import type { Settings } from '../settings/case-yaml.ts'
import { COVER_DATES, COVER_FIELDS } from '../settings/cover-fields.ts'
import { minutesInWords, type Route } from '../settings/routes.ts'
import type { Document } from '../syntax/conventions/index.ts'
import { formatDate } from '../text/dates.ts'
import { joined, type LinkedText } from '../text/linked-text.ts'
import { sentencesOf } from '../text/sentences.ts'
import { formsOf } from './forms.ts'

/** Where the narrative is told: on the site, which has other forms beside it, or in a file alone. */
export type Output = 'page' | 'document'

/** What the cover says, from top to bottom. */
export interface Cover {
  /** `Alpha`; absent where the case has none. */
  readonly phase?: string
  readonly title: string
  /** What the route is called, where this is the part of the case that it tells. */
  readonly route?: string
  /** What the case asks. Without an ask a page says that, and what the case says that it is. */
  readonly ask?: { readonly label: string; readonly words: string; readonly isOwed?: true }
  /** Whose it is and how old, in short. */
  readonly line: readonly string[]
  /** Other forms of it, where a site stands around it. */
  readonly forms?: ReturnType<typeof formsOf>
  /** Said where this is a part of the case: how to get at all of it. */
  readonly part?: string
  /** What else is said of it by its name: on a page at its end, and in a file on the cover. */
  readonly about: readonly Fact[]
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
  const { settings, graph, dates } = read
  const { output, route, isSite = false } = how
  const isPage = output === 'page'
  const { team, period, caveat } = settings
  const ask = askOf(read, isPage)
  return {
    ...(graph.phase === undefined ? {} : { phase: graph.phase }),
    title: graph.case.title,
    ...(route ? { route: route.called, part: partWords(route, settings) } : {}),
    ...(ask ? { ask } : {}),
    line: [
      ...said(route?.audience && `For: ${route.audience}`),
      ...said(team),
      ...said(period),
      ...said(dates.updated && `Updated ${formatDate(dates.updated)}`),
      ...said(caveat),
    ],
    ...(isPage && !route ? { forms: formsOf(isSite, graph.estimates.size > 0) } : {}),
    about: aboutOf(read, how),
  }
}

interface CoverOptions {
  readonly output: Output
  readonly route?: NamedRoute | undefined
  /** Whether a finished site stands around it, with what is made of it. */
  readonly isSite?: boolean
}

function said(words: string | undefined): readonly string[] {
  return words === undefined ? [] : [words]
}

/** A file goes back to its team, where an ask that nobody has written would be read as one. */
function askOf({ settings, documents }: DatedCase, isPage: boolean): Cover['ask'] {
  if (settings.ask !== undefined) return { label: ASK, words: settings.ask }
  if (!isPage) return undefined
  const words = ['is still to be written.', ...said(ownWords(documents))].join(' ')
  return { label: ASK, words, isOwed: true }
}

/**
 * The sentence in which a case says what it is: `This is an early prototype of our case for change.`
 * Not its first sentence, which stands right below.
 */
function ownWords(documents: readonly Document[]): string | undefined {
  const prose = documents
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'prose' ? [block.words] : []))
  return prose
    .slice(0, OPENING)
    .filter(({ citations }) => citations.length === 0)
    .flatMap(({ text }) => sentencesOf(text))
    .slice(1)
    .map((sentence) => sentence.trim())
    .find((sentence) => sentence.length <= LONGEST && RE_SAYS_WHAT.test(sentence))
}

/** Paragraphs in which a case introduces itself. */
const OPENING = 8
/** Characters that stand at the head of a page. */
const LONGEST = 180
// Matches the start of "This is our case for change." and of "This paper sets out …".
const RE_SAYS_WHAT =
  /^This (?:is (?:an?|the|our) [^,.;:]*\b)?(?:case|document|paper|proposal|prototype|report|narrative)\b/

/** In the order in which they stand. What nobody says is left out. */
function aboutOf(
  { settings, dates, version }: DatedCase,
  { output }: CoverOptions,
): readonly Fact[] {
  const isPage = output === 'page'
  const { team, period, caveat, address, repository, feedback = [] } = settings
  const ways = feedback.map(({ label, url }): LinkedText[] => [{ text: label, to: { web: url } }])
  return [
    // A page has these in its line.
    ...(isPage ? [] : [...fact(COVER_FIELDS.team, team), ...fact(COVER_FIELDS.period, period)]),
    ...fact(COVER_DATES.published, dates.published && formatDate(dates.published)),
    ...fact(COVER_DATES.updated, dates.updated && formatDate(dates.updated)),
    ...(isPage ? fact('Version', version) : fact(COVER_FIELDS.caveat, caveat)),
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
