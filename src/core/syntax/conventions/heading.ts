/** `## Sprint 2`, `## Benefits`, `# [Prototype] Case for …`: what a heading says beyond its words. */
import type { Kind, KindRow, KindTable } from '../../model/kinds.ts'

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
  /^(?:(?:\d+(?:\.\d+)*[.)]?|[a-z][.)]|[ivx]+[.)])\s+)?(?:(?:the|our|main|key|top|proposed|planning|project|programme|initial|current|agreed)\s+)*/i
// Matches what asks for it: "What are the" of "What are the main benefits?".
const RE_ASKS = /^(?:what|which) (?:are|were) (?=.*\?$)/i
/** What is no longer one, or never was. */
const GONE = '(?:reject|drop|close|exclud|remov|regret|reverse|rul|left|did)\\p{L}*\\b'
/** What may stand behind it. */
const AFTER = [
  'identified|agreed|expected|anticipated|so far|log|list|register|for (?:you|us)',
  // "that we are making", "are that" of "What the risks are that"
  // and "we work within"; not "we rejected"
  `(?:that )?we(?: have| are| will| still)? (?!${GONE})\\p{L}+(?: (?:with|within|on|under|to|of|for|by))?|(?:are|were)(?: to| that)?`,
  // "of the work", "for this next phase", "behind it"
  '(?:(?:of|for) (?:the|this|our|these)(?! (?:papers?|reports?|documents?|meetings?|sessions?|workshops?|guides?|polic\\p{L}+|notes?|minutes|pages?)\\b)|(?:to|behind|from|around)(?: (?:the|our|these))?) [\\p{L}\\d-]+(?: [\\p{L}\\d-]+)?',
  // "on others", "on other teams"
  'on others?(?: \\p{L}+)?',
  // "and their mitigations", "with owners"
  '(?:and|&|with) (?:(?:their|our|the) )?(?:mitigations?|blockers?|owners?|responses?|controls?|measures?|targets?|how we .+)',
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
/** A heading that says no more. */
const SORT_ALONE = [
  'P\\d',
  // "Cashable", "Other non-financial", "Long-term", "Must have", "Won't do this time", "Social and economic"
  `(?:(?:the|other|further|wider)\\s+)?(?:(?:non?|not|un|short|medium|long|longer|shorter)[- ]?)?(?:${SORTS.join('|')})(?:[- ](?:have|do))?(?: this time| yet)?(?:\\s+(?:and|&)\\s+\\p{L}+)?`,
  // "For residents", "For our staff and visitors"
  'for (?:the |our )?\\p{L}+(?:\\s(?:and\\s)?\\p{L}+)?',
]
const RE_SORT_ALONE = new RegExp(`^(?:${SORT_ALONE.join('|')})$`, 'iu')

// Matches what has no name of its own: "The register".
const RE_REGISTER = /^(?:register|log|list|table)$/i

/** What a title says of its section, alone and with the heading around it: "Risks", then "Clinical". */
export interface HeadingKinds {
  readonly kinds: readonly Kind[]
  /** The kind whose items the first list below it holds. */
  readonly kind: Kind | undefined
}

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
  return { kinds: kindsIn(title, kinds), kind: readHeading(title, kinds).kind }
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

function headingsOf([kind, { headings }]: [Kind, KindRow]): readonly (readonly [string, Kind])[] {
  return headings.map((heading) => [heading, kind])
}

/** What a title may say in small letters: all of it, and without what stands around the name of a kind. */
export function titleForms(title: string): readonly string[] {
  const plain = title
    .toLowerCase()
    .replace(/(?<![:.…])[:.…]+$/, '')
    .replace(/['’]re\b/g, ' are')
    .replace(/\bcan['’]t\b/g, 'cannot')
    .replace(/\bdon['’]t\b/g, 'do not')
    .trim()
  const bare = plain
    .replace(RE_ASKS, '')
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
  const rows = known.get(kinds) ?? new Map([...kinds].reverse().map(asPattern))
  known.set(kinds, rows)
  return rows
}

function asPattern([kind, { label, plural, names, headings }]: [Kind, KindRow]): [Kind, RegExp] {
  const words = [label, plural, ...names, ...headings].map((name) => RegExp.escape(name))
  // "When we measure" does something.
  return [
    kind,
    new RegExp(
      `(?<![\\p{L}\\p{N}-]|\\b(?:we|they|to|will|can) )(?:${words.join('|')})s?(?![\\p{L}\\p{N}])`,
      'iu',
    ),
  ]
}
