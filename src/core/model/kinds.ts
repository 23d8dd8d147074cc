/**
 * The kinds of item. One kind is one row, and all that a kind does follows from it. Its hue is the
 * theme's, and what makes its items complete stands in `register/state.ts`: the compiler and tests
 * ask for both.
 */
import { kindsAbroad } from './translations.ts'

export type Role =
  | 'measures'
  | 'serves'
  | 'meets'
  | 'supports'
  | 'opposes'
  | 'shaped-by'
  | 'replaces'
  | 'relies-on'

/** What a citation means, by the kind that it names. */
type Means = Readonly<Partial<Record<string, Role>>>

/** The mark on the thread. Colour is never alone: each kind has its own shape. */
export type KindMark =
  | 'ring'
  | 'square'
  | 'diamond'
  | 'bar'
  | 'triangle'
  | 'hexagon'
  | 'cross'
  | 'dot'
  | 'interval'

/** What a box of the kind looks like in diagrams: an outline round it, or a bar in front. */
export type KindOutline = 'pill' | 'square' | 'rounded' | 'hexagon' | 'bar'

/** What may be true of a kind. */
export type Trait =
  /** Its items may say how strong they are: `Evidence 3a (interview, March 2020): …`. */
  | 'rated'
  /** Says what the case is for. */
  | 'aim'
  /** Is to serve an aim: stands beside the aims even where it names none. */
  | 'due'
  /** Comes true by somebody, from one state to another by a date: its check asks for these. */
  | 'realised'
  /** Says how something is measured, and so needs no measure of its own. */
  | 'measure'
  /** Carries claims: who follows a claim down ends in such an item. */
  | 'ground'
  /** What sponsors are asked follows from it. */
  | 'leads'
  /** Figures in it need no evidence: it is evidence, or says what is hoped, taken as given or asked. */
  | 'own-figures'
  /** Says nothing that could be attacked. */
  | 'no-claim'
  /** Says a number: its label's bracket says of which years and prices, whose, and how sure. */
  | 'valued'
  /** Its hue is offered to who edits slides: the format has room for five. */
  | 'accent'

interface BuiltInRow {
  /** As read aloud, and as typed before a number: `Success factor 2: …`. */
  readonly label: string
  readonly plural: string
  /** One and several of them, as counted, where that is not label and plural. */
  readonly counted?: readonly [one: string, several: string]
  /** What stands before the number in an id; `''` for decisions and evidence. */
  readonly prefix: string
  /** What an id looks like, whole; absent for the prefix and a number. */
  readonly shape?: RegExp
  /** Other words that stand for the label before a number: `ADR 5`. */
  readonly names?: readonly string[]
  /** What else stands before the number of the same item: `ADR-005` is decision 5. */
  readonly codes?: readonly string[]
  /** What stands before the numbers of a series of its own: `FR-1` is not `NFR-1`. */
  readonly series?: readonly string[]
  /** Titles of sections whose first list holds items of this kind; compared in lower case. */
  readonly headings: readonly string[]
  /** Role of a link from such an item to an item of the named kind; `relies-on` otherwise. */
  readonly means: Means
  readonly traits: readonly Trait[]
  readonly mark: KindMark
  readonly outline: KindOutline
}

const builtIn = {
  objective: {
    label: 'Objective',
    plural: 'Objectives',
    prefix: 'O',
    names: [
      ...['strategic objective', 'business objective', 'policy objective', 'spending objective'],
      ...['investment objective', 'OKR'],
    ],
    codes: ['OBJ', 'SO'],
    headings: [
      ...['objectives', 'strategic objectives', 'our objectives', 'business objectives'],
      ...['what we want to achieve', 'what are we trying to achieve'],
      ...['policy objectives', 'spending objectives', 'investment objectives'],
      ...['aims and objectives', 'goals and objectives'],
    ],
    means: {},
    traits: ['aim', 'leads', 'own-figures', 'accent'],
    mark: 'ring',
    outline: 'pill',
  },
  'success-factor': {
    label: 'Success factor',
    plural: 'Success factors',
    prefix: 'CSF',
    names: ['critical success factor', 'success criterion'],
    codes: ['SF', 'SC'],
    headings: [
      'success factors',
      'critical success factors',
      'success criteria',
      'how will we know we have succeeded',
      ...['what success looks like', 'what does success look like', 'what success would look like'],
    ],
    means: { objective: 'measures' },
    traits: ['aim', 'own-figures', 'accent'],
    mark: 'square',
    outline: 'square',
  },
  benefit: {
    label: 'Benefit',
    plural: 'Benefits',
    prefix: 'B',
    codes: ['BEN'],
    headings: ['benefits', 'expected benefits'],
    means: { objective: 'serves' },
    traits: ['due', 'realised'],
    mark: 'triangle',
    outline: 'rounded',
  },
  option: {
    label: 'Option',
    plural: 'Options',
    prefix: 'OPT',
    shape: /^OPT(?:\d+|[A-Z])$/,
    codes: ['OP'],
    headings: ['options', 'options considered', 'long list', 'short list'],
    means: { 'success-factor': 'meets' },
    traits: ['due', 'leads', 'accent'],
    mark: 'hexagon',
    outline: 'hexagon',
  },
  challenge: {
    label: 'Challenge',
    plural: 'Challenges',
    prefix: 'CH',
    codes: ['CHA'],
    headings: ['challenges', 'key challenges'],
    means: {},
    traits: [],
    mark: 'cross',
    outline: 'rounded',
  },
  assumption: {
    label: 'Assumption',
    plural: 'Assumptions',
    prefix: 'A',
    codes: ['AS', 'ASM'],
    headings: [
      ...['assumptions', 'key assumptions', 'what we assume', 'what we are assuming'],
      ...['things we are assuming', 'what we take as given'],
    ],
    means: {},
    traits: ['rated', 'own-figures'],
    mark: 'dot',
    outline: 'rounded',
  },
  estimate: {
    label: 'Estimate',
    plural: 'Estimates',
    prefix: 'EST',
    codes: ['ES'],
    headings: ['estimates', 'our estimates', 'initial estimates'],
    means: {},
    traits: ['valued', 'own-figures'],
    mark: 'interval',
    outline: 'rounded',
  },
  risk: {
    label: 'Risk',
    plural: 'Risks',
    prefix: 'R',
    codes: ['RISK', 'RSK', 'RK'],
    headings: [
      ...['risks', 'key risks', 'what could go wrong', 'what might go wrong'],
      ...['what we are worried about', 'what worries us'],
    ],
    means: {},
    traits: [],
    mark: 'triangle',
    outline: 'rounded',
  },
  question: {
    label: 'Question',
    plural: 'Questions',
    prefix: 'Q',
    names: ['open question', 'research question'],
    codes: ['OQ', 'RQ'],
    headings: [
      ...['questions', 'open questions', 'research questions', 'unresolved questions'],
      ...['open issues', 'unresolved issues', 'outstanding issues', 'what we do not know'],
      'open points',
      ...['what we still need to know', 'what we need to find out', 'what we do not know yet'],
    ],
    means: {},
    traits: ['own-figures', 'no-claim', 'accent'],
    mark: 'dot',
    outline: 'rounded',
  },
  decision: {
    label: 'Decision',
    plural: 'Decisions',
    prefix: '',
    shape: /^\d+$/,
    names: ['ADR', 'RFC', 'key decision', 'decision record', 'architecture decision', 'resolution'],
    codes: ['D', 'AD', 'ADR', 'DEC', 'KD', 'RFC'],
    headings: [
      ...['decisions', 'key decisions'],
      'what we decided',
      'what was decided',
      'decisions made',
      'decisions taken',
      'decisions this sprint',
      'decisions this week',
    ],
    means: {},
    traits: ['ground', 'leads'],
    mark: 'diamond',
    outline: 'hexagon',
  },
  evidence: {
    label: 'Evidence',
    plural: 'Evidence',
    counted: ['piece of evidence', 'pieces of evidence'],
    prefix: '',
    shape: /^\d+[a-z]{1,2}$/,
    codes: ['E', 'EV'],
    headings: [],
    means: { decision: 'supports' },
    traits: ['rated', 'ground', 'own-figures', 'no-claim', 'accent'],
    mark: 'bar',
    outline: 'bar',
  },
} as const satisfies Record<string, BuiltInRow>

/**
 * Kinds with the look and the ways of another, whose row says what it does. A goal or an outcome is
 * aimed at, measured and served as an objective is, and yet it is what its team calls it.
 */
const derived = {
  goal: {
    like: 'objective',
    label: 'Goal',
    plural: 'Goals',
    id: 'G',
    names: ['business goal', 'product goal', 'strategic goal', 'aim'],
    headings: [
      ...['goals', 'business goals', 'product goals', 'strategic goals', 'project goals', 'aims'],
    ],
    mark: 'diamond',
  },
  outcome: {
    like: 'objective',
    label: 'Outcome',
    plural: 'Outcomes',
    id: 'OC',
    codes: ['OUT'],
    headings: ['outcomes', 'intended outcomes', 'expected outcomes', 'desired outcomes'],
    mark: 'hexagon',
  },
  hypothesis: {
    like: 'assumption',
    label: 'Hypothesis',
    plural: 'Hypotheses',
    id: 'HYP',
    codes: ['H'],
    mark: 'ring',
  },
  'user-need': {
    like: 'question',
    label: 'User need',
    plural: 'User needs',
    id: 'UN',
    names: ['need', 'user story', 'story'],
    codes: ['N', 'US'],
    headings: ['user needs', 'user stories', 'what users need', 'what people need'],
    traits: [],
    mark: 'ring',
  },
  requirement: {
    like: 'benefit',
    label: 'Requirement',
    plural: 'Requirements',
    id: 'REQ',
    names: [
      ...['functional requirement', 'non-functional requirement', 'business requirement'],
      ...['user requirement', 'system requirement'],
    ],
    codes: ['RQM'],
    series: ['FR', 'NFR', 'BR', 'UR', 'SR', 'TR', 'NF'],
    headings: [
      ...['requirements', 'functional requirements', 'non-functional requirements'],
      ...['business requirements', 'user requirements', 'system requirements'],
    ],
    means: { objective: 'serves', 'user-need': 'meets' },
    traits: [],
    mark: 'square',
  },
  disbenefit: {
    like: 'benefit',
    label: 'Disbenefit',
    plural: 'Disbenefits',
    id: 'DB',
    names: ['dis-benefit', 'negative benefit'],
    codes: ['DIS'],
    headings: ['disbenefits', 'dis-benefits', 'negative benefits', 'who is worse off'],
    // It serves nothing.
    means: {},
    mark: 'triangle',
  },
  measure: {
    like: 'success-factor',
    label: 'Measure',
    plural: 'Measures',
    id: 'M',
    names: ['KPI', 'metric', 'performance indicator'],
    codes: ['KPI'],
    headings: [
      ...['measures', 'measures of success', 'performance indicators', 'kpis', 'metrics'],
      ...['indicators', 'key results', 'key performance indicators'],
      ...['how we will measure progress', 'how we measure progress', 'how we will measure success'],
      'how we measure success',
    ],
    means: { objective: 'measures', benefit: 'measures' },
    traits: ['aim', 'own-figures', 'accent', 'measure'],
    mark: 'bar',
  },
  action: {
    like: 'question',
    label: 'Action',
    plural: 'Actions',
    id: 'ACT',
    codes: ['AC', 'AP', 'A'],
    headings: [
      ...['actions', 'agreed actions', 'action points', 'action items', 'next actions'],
      // Reports of service assessments.
      ...['what the team needs to explore', 'what the service team needs to do next'],
      ...['what the team needs to do next', 'what the team needs to do'],
    ],
    traits: ['own-figures', 'no-claim'],
    mark: 'bar',
  },
  dependency: {
    like: 'risk',
    label: 'Dependency',
    plural: 'Dependencies',
    id: 'DEP',
    codes: ['D'],
    headings: [
      ...['dependencies', 'external dependencies', 'what we depend on', 'what do we depend on'],
    ],
    mark: 'hexagon',
  },
  constraint: {
    like: 'risk',
    label: 'Constraint',
    plural: 'Constraints',
    id: 'CON',
    codes: ['C'],
    headings: ['constraints', 'what we cannot change', 'things we cannot change'],
    traits: ['own-figures'],
    mark: 'square',
  },
} as const satisfies Record<string, OwnRow>

/** The kinds that the tool itself has. A table of one output must name all of them, or it does not compile. */
export type BuiltInKind = keyof typeof builtIn

/** The kinds whose look and ways another can have. */
export const likes = Object.keys(builtIn) as readonly BuiltInKind[] // its own keys

declare const brought: unique symbol

/** The name of a kind: a built-in one, one like it, or one that a case brings. */
export type Kind = BuiltInKind | keyof typeof derived | (string & { readonly [brought]: true })

/** All that there is to know of a kind. */
export interface KindRow
  extends Required<Omit<BuiltInRow, 'counted'>>,
    Pick<BuiltInRow, 'counted'> {
  /** What it is called in other languages, one and several. */
  readonly abroad: readonly string[]
  /** The built-in kind whose look and ways it has; a built-in one is like itself. */
  readonly like: BuiltInKind
}

/** The kinds of a case in their order. It travels with the case: `graph.kinds`. */
export type KindTable = ReadonlyMap<Kind, KindRow>

/** A kind that a case brings. What it does not say, it has from the one that it is like. */
export interface OwnRow
  extends Pick<BuiltInRow, 'label' | 'names' | 'codes' | 'series'>,
    Partial<Pick<BuiltInRow, 'plural' | 'headings' | 'means' | 'traits' | 'mark'>> {
  /** What stands before the number in an id: `PT` for `PT2`. */
  readonly id: string
  readonly like: BuiltInKind
}

const bare = { names: [], codes: [], series: [], abroad: [] } as const

function shapeOf({ prefix }: Pick<BuiltInRow, 'prefix'>): RegExp {
  return new RegExp(`^${prefix}\\d+$`)
}

/** The kinds of a case that brings none. */
export const builtInKinds: KindTable = new Map([
  ...Object.entries<BuiltInRow>(builtIn).map(([name, row]): [Kind, KindRow] => {
    const kind = name as BuiltInKind // a key of the table
    return [kind, { ...bare, ...abroadOf(name), shape: shapeOf(row), ...row, like: kind }]
  }),
  ...Object.entries<OwnRow>(derived).map(rowLike),
])

/** The built-in kinds with those that a case brings, by name: these win where both claim a word. */
export function withOwnKinds(
  own: Readonly<Record<string, OwnRow>>,
  kinds: KindTable = builtInKinds,
): KindTable {
  return new Map([...kinds, ...Object.entries(own).map(rowLike)])
}

function rowLike([name, row]: [string, OwnRow]): [Kind, KindRow] {
  const { means, traits, mark, outline } = builtIn[row.like]
  const { id: prefix, plural = `${row.label}s`, ...rest } = row
  const words = { plural, headings: [plural.toLowerCase()] }
  const shape = shapeOf({ prefix })
  // The one place in which a case's own name becomes a kind.
  return [
    name as Kind,
    { ...bare, ...abroadOf(name), ...words, means, traits, mark, outline, ...rest, prefix, shape },
  ]
}

function abroadOf(name: string): Pick<KindRow, 'abroad'> {
  return { abroad: kindsAbroad.get(name)?.split(', ') ?? [] }
}

/** All that one of a kind is called in front of a number, or in a column: its label, other names, other languages. */
export function namesOf({ label, names, abroad }: KindRow): readonly string[] {
  return [label, ...names, ...abroad]
}

/** The kinds that a case brings, as it brings them: for where plain values travel, and no table. */
export function ownKindsIn(kinds: KindTable): Readonly<Record<string, OwnRow>> {
  return Object.fromEntries(
    [...kinds]
      .filter(([kind, row]) => builtInKinds.get(kind) !== row)
      .map(([kind, row]): [string, OwnRow] => {
        const { label, plural, prefix: id, like, headings, means, traits, mark } = row
        const { names, codes, series } = row
        return [
          kind,
          { ...{ label, plural, id, like, headings, means, traits, mark }, names, codes, series },
        ]
      }),
  )
}

/**
 * The row of a kind.
 * @throws where the table has no such kind: every item has its kind from the table
 */
export function rowOf(kind: Kind, kinds: KindTable): KindRow {
  const row = kinds.get(kind)
  if (!row) throw new Error(`Unexpected kind ${kind}, expected one of ${[...kinds.keys()]}`)
  return row
}

/** Whether a kind is a built-in one, or has its ways. */
export function isLike(kind: Kind, like: BuiltInKind, kinds: KindTable): boolean {
  return rowOf(kind, kinds).like === like
}

/** Whether something is true of a kind. */
export function has(kind: Kind, trait: Trait, kinds: KindTable): boolean {
  return rowOf(kind, kinds).traits.includes(trait)
}

/** The role of a link from an item of one kind to an item of another. */
export function roleOf(from: Kind | undefined, to: Kind, kinds: KindTable): Role {
  if (from === undefined) return 'relies-on'
  const { like } = rowOf(to, kinds)
  return meaningOf(from, to, kinds) ?? (like === 'decision' ? 'shaped-by' : 'relies-on')
}

/** The role of a link between items of two kinds, where it says more than "relies on"; absent where it does not. */
export function meaningOf(from: Kind, to: Kind, kinds: KindTable): Role | undefined {
  const { means } = rowOf(from, kinds)
  return means[to] ?? means[rowOf(to, kinds).like]
}

// Matches "Success" and "Factor"; not "KPI".
const RE_CAPITALISED = /\p{Lu}\p{Ll}+/gu

/** A label as it stands within a sentence: `success factor`, `KPI`. */
export function withinSentence(label: string): string {
  return label.replace(RE_CAPITALISED, (word) => word.toLowerCase())
}

/** `3 success factors`, `1 piece of evidence`. */
export function countOf(kind: Kind, count: number, kinds: KindTable): string {
  const { label, plural, counted = [label, plural] } = rowOf(kind, kinds)
  return `${count} ${withinSentence(counted[count === 1 ? 0 : 1])}`
}
