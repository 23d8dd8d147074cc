/** `## Sprint 2`, `## Benefits`, `# [Prototype] Case for …`: what a heading says beyond its words. */
import { type Kind, type KindRow, type KindTable, namesOf } from '../../model/kinds.ts'

export interface Heading {
  /** Without the phase tag. */
  readonly title: string
  /** The phase in the brackets: `[Prototype]`. */
  readonly phase?: string
  readonly sprint?: string
  /** The kind that the first list in the section holds. */
  readonly kind?: Kind
}

// Matches "[Prototype] Case for …".
const RE_PHASE = /^\s*\[([^[\]]{1,30})\]\s*/
// Matches "Sprint 2", "Sprint 2: research", "SPRINT 10 (March)".
const RE_SPRINT = /^sprint\s+(\d+)\b/i
// Matches what may stand before a title that names a kind: "2.1 Our key", "B. The".
const RE_BEFORE =
  /^(?:(?:section|part|chapter|annex|appendix)\s+[\da-z]{1,3}\s*[:.–—-]?\s+)?(?:(?:\d+(?:\.\d+)*[.)]?|[a-z][.)]|[ivx]+[.)])\s+)?(?:(?:the|our|main|key(?! results?\b)|top|proposed|planning|project|programme|initial|current|agreed|riskiest|biggest|most important|critical)\s+)*/i
// Matches what asks for it: "What are the" of "What are the main benefits?".
const RE_ASKS = /^(?:what|which) (?:are|were) (?=.*\?$)/i
/** What is no longer one, or never was. */
const GONE = '(?:reject|drop|close|exclud|remov|regret|reverse|rul|left|did)\\p{L}*\\b'
/** What may stand behind it. */
const AFTER = [
  'we (?:want|expect|hope)(?: to (?:see|achieve)| for)?|identified|agreed|expected|anticipated|so far|log|list|register|for (?:you|us)',
  // "that we are making", "are that" of "What the risks are that"
  // and "we work within"; not "we rejected"
  `(?:that )?we(?: have| are| will| still)? (?!${GONE})\\p{L}+(?: (?:with|within|on|under|to|of|for|by))?|(?:are|were)(?: to| that)?`,
  // "of the work", "for this next phase", "behind it"
  '(?:(?:of|for) (?:the|this|our|these)(?! (?:papers?|reports?|documents?|meetings?|sessions?|workshops?|guides?|polic\\p{L}+|notes?|minutes|pages?)\\b)|(?:to|behind|from|around)(?: (?:the|our|these))?) [\\p{L}\\d-]+(?: [\\p{L}\\d-]+)?',
  // "for alpha"
  '(?:for|in|at|before|during|to be tested in) (?:discovery|alpha|(?:private |public )?beta|live|launch|go-live|initiation|start-up)',
  // "on others", "on other teams"
  'on others?(?: \\p{L}+)?',
  // "and their mitigations", "with owners"
  '(?:and|&|with) (?:(?:their|our|the) )?(?:mitigations?|intended effects?|blockers?|owners?|responses?|controls?|measures?|targets?|how we .+)',
]
const RE_AFTER = new RegExp(`\\s+(?:${AFTER.join('|')})$`, 'iu')
// Matches one word of what sort they are: "clinical risks", "long-term outcomes"; not "no risks" and "managing risks".
const RE_SORT =
  /^(?!(?:non?|not|without|about|on|why|how|and|or|vs)\s|(?!(?:balanc|outstand|remain|exist|emerg|guid|underly)ing)\p{L}+ing\s)[\p{L}-]+\s+/iu

/** How many characters of a `#` its phase tag takes; 0 without one, and of a heading below it. */
export function phaseLength(text: string, level = 1): number {
  return (level === 1 && RE_PHASE.exec(text)?.[0].length) || 0
}

/** Reads a heading's text; brackets before a heading below a `#` are words of it. */
export function readHeading(text: string, kinds: KindTable, level = 1): Heading {
  const length = phaseLength(text, level)
  const phase = length > 0 ? RE_PHASE.exec(text) : undefined
  const title = text.slice(length).replace(/\s+/g, ' ').trim()
  const sprint = RE_SPRINT.exec(title)?.[1]
  const kind = kindOfTitle(title, kinds)
  return {
    title,
    ...(phase?.[1] ? { phase: phase[1] } : {}),
    ...(sprint === undefined ? {} : { sprint: String(Number(sprint)) }),
    ...(kind ? { kind } : {}),
  }
}

/** Of which sort things are. */
const SORTS = [
  'cashable|cash[- ]releasing|financial|economic|social|environmental|commercial|strategic|operational',
  'technical|technological|legal|political|clinical|organisational|functional|local|national|general',
  'quantitative|qualitative|quantifiable|quantified|monetised|tangible|intangible|direct|indirect',
  'internal|external|term|immediate|intermediate|primary|secondary|mandatory|optional',
  'high|low|medium|must|should|could|won.t',
]
// Matches how requirements are ranked: "Must have", "Won't have this time", "Should haves (phase 2)".
export const RE_RANKED =
  /^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:must|should|could|won['’]?t)(?:[- ]haves?)?(?: requirements?)?(?: (?:this time|yet|for now|\(.{1,40}\)))?\W*$/i

/** A heading that says no more. */
const SORT_ALONE = [
  'P\\d',
  // "Cashable", "Other non-financial", "Long-term", "Must have", "Won't do this time", "Social and economic"
  `(?:(?:the|other|further|wider)\\s+)?(?:(?:non?|not|un|short|medium|long|longer|shorter)[- ]?)?(?:${SORTS.join('|')})(?:[- ](?:have|do))?(?: this time| yet)?(?:\\s+(?:and|&)\\s+\\p{L}+)?`,
  // "For residents", "For our staff and visitors"
  'for (?:the |our )?\\p{L}+(?:\\s(?:and\\s)?\\p{L}+)?',
]
const RE_SORT_ALONE = new RegExp(`^(?:${SORT_ALONE.join('|')})$`, 'iu')

/** The letters of RAID logs: an issue is no item. */
export const RAID: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['R', 'risk'],
  ['A', 'assumption'],
  ['D', 'dependency'],
])

// Matches what has no name of its own: "The register".
const RE_REGISTER = /^(?:register|log|list|table)$/i

/** What a title says of its section, alone and with the heading around it: "Risks", then "Clinical". */
export interface HeadingKinds {
  readonly kinds: readonly Kind[]
  /** The kind whose items the first list below it holds. */
  readonly kind: Kind | undefined
}

// Matches "Pending decisions", "Decisions required from the board": nobody has decided these.
const RE_TO_DECIDE =
  /\b(?:pending|outstanding|open|upcoming|future|next|awaited)\s+(?:\p{L}+ )?decisions?\b|\bdecisions? (?:\p{L}+ )?(?:required|needed|requested|sought|pending|awaited|to (?:be )?ma[dk]e|to take)\b/iu

/** Whether words say of which sort things are, and no more. */
export function isSort(words: string): boolean {
  return RE_SORT_ALONE.test(words.trim())
}

/** What a title says below another heading. */
export function headingKindsOf(
  title: string,
  around: HeadingKinds | undefined,
  kinds: KindTable,
): HeadingKinds {
  const bare = title
    .replace(/\s*[:：]\s*$/, '')
    .replace(RE_BEFORE, '')
    .trim()
  if (around && RE_SORT_ALONE.test(bare)) return around
  const [only, ...others] = around?.kinds ?? []
  if (around && only && others.length === 0 && RE_REGISTER.test(bare))
    return { kinds: around.kinds, kind: only }
  const isOpen = RE_TO_DECIDE.test(title)
  const of = (kind: Kind | undefined) => (isOpen && kind === 'decision' ? undefined : kind)
  return {
    kinds: kindsIn(title, kinds).filter(of),
    kind: of(readHeading(title, kinds).kind),
  }
}

function kindOfTitle(title: string, kinds: KindTable): Kind | undefined {
  const known = byHeading.get(kinds) ?? new Map([...kinds].flatMap(headingsOf))
  byHeading.set(kinds, known)
  return titleForms(title)
    .map((form) => known.get(form))
    .find((kind) => kind !== undefined)
}

/** A table is read once for all titles: of two kinds with one heading, the last row has it. */
const byHeading = new WeakMap<KindTable, ReadonlyMap<string, Kind>>()

function headingsOf([kind, row]: [Kind, KindRow]): readonly (readonly [string, Kind])[] {
  return [...row.headings, ...row.abroad].map((heading) => [heading, kind])
}

/** What a title may say in small letters: all of it, and without what stands around the name of a kind. */
export function titleForms(title: string): readonly string[] {
  const plain = title
    .toLowerCase()
    .replace(/(?<![:.…])[:.…]+$/, '')
    // "🎯 Goals".
    .replace(/^[^\p{L}\p{N}([]+/u, '')
    .replace(/['’]re\b/g, ' are')
    .replace(/\bcan['’]t\b/g, 'cannot')
    .replace(/\bdon['’]t\b/g, 'do not')
    .trim()
  const bare = plain
    .replace(RE_ASKS, '')
    .replace(/^how (will )?(?:do |should )?we /, 'how we $1')
    .replace(RE_BEFORE, '')
    .replace(/\s*\?$/, '')
  // "Risks / blockers", "Amcanion / Objectives".
  const sides = bare.split(/\s+\/\s+/)
  const short = bare.replace(RE_AFTER, '')
  return [plain, plain.replace(/\s*\?$/, ''), bare, short, ...sides, short.replace(RE_SORT, '')]
}

/** The kinds of which a title speaks: `Assumptions and dependencies`, `Risk register`. */
function kindsIn(title: string, kinds: KindTable): readonly Kind[] {
  const plain = title.replace(/\s+/g, ' ')
  return [...namesIn(kinds)].flatMap(([kind, name]) => (name.test(plain) ? [kind] : []))
}

/** A table is read once for all headings. */
const known = new WeakMap<KindTable, ReadonlyMap<Kind, RegExp>>()

/** What matches a name of each kind in a title, the last row first. */
function namesIn(kinds: KindTable): ReadonlyMap<Kind, RegExp> {
  const rows = known.get(kinds) ?? new Map([...kinds].reverse().map((row) => asPattern(row)))
  known.set(kinds, rows)
  return rows
}

/** The kinds of which a title names several: "Risks and issues", and not "Risk appetite". */
export function severalIn(title: string, kinds: KindTable): readonly Kind[] {
  const rows =
    several.get(kinds) ?? new Map([...kinds].map(([kind, row]) => asPattern([kind, row], true)))
  several.set(kinds, rows)
  return [...rows].flatMap(([kind, name]) => (name.test(title) ? [kind] : []))
}

const several = new WeakMap<KindTable, ReadonlyMap<Kind, RegExp>>()

function asPattern([kind, row]: [Kind, KindRow], areSeveral = false): [Kind, RegExp] {
  const one = areSeveral ? [] : namesOf(row)
  const words = [...one, row.plural, ...row.headings].map((name) => RegExp.escape(name))
  // "When we measure" does something.
  return [
    kind,
    new RegExp(
      `(?<![\\p{L}\\p{N}-]|\\b(?:we|they|to|will|can) )(?:${words.join('|')})${areSeveral ? '' : 's?'}(?![\\p{L}\\p{N}])`,
      'iu',
    ),
  ]
}
