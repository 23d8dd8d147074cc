/**
 * The kinds of item. One kind is one row, and all that a kind does follows from it. Its hue is the
 * theme's, and what makes its items complete stands in `register/state.ts`: the compiler and tests
 * ask for both.
 */

export type Role = 'measures' | 'serves' | 'meets' | 'supports' | 'shaped-by' | 'relies-on'

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
  /** Carries claims: who follows a claim down ends in such an item. */
  | 'ground'
  /** What sponsors are asked follows from it. */
  | 'leads'
  /** Figures in it need no evidence: it is evidence, or says what is hoped, taken as given or asked. */
  | 'own-figures'
  /** Says nothing that could be attacked. */
  | 'no-claim'
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
    headings: ['objectives', 'strategic objectives', 'our objectives'],
    means: {},
    traits: ['aim', 'leads', 'own-figures', 'accent'],
    mark: 'ring',
    outline: 'pill',
  },
  'success-factor': {
    label: 'Success factor',
    plural: 'Success factors',
    prefix: 'CSF',
    headings: ['success factors', 'critical success factors'],
    means: { objective: 'measures' },
    traits: ['aim', 'own-figures', 'accent'],
    mark: 'square',
    outline: 'square',
  },
  benefit: {
    label: 'Benefit',
    plural: 'Benefits',
    prefix: 'B',
    headings: ['benefits', 'expected benefits'],
    means: { objective: 'serves' },
    traits: ['due'],
    mark: 'triangle',
    outline: 'rounded',
  },
  option: {
    label: 'Option',
    plural: 'Options',
    prefix: 'OPT',
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
    headings: ['assumptions', 'key assumptions'],
    means: {},
    traits: ['rated', 'own-figures'],
    mark: 'dot',
    outline: 'rounded',
  },
  risk: {
    label: 'Risk',
    plural: 'Risks',
    prefix: 'R',
    headings: ['risks', 'key risks'],
    means: {},
    traits: [],
    mark: 'triangle',
    outline: 'rounded',
  },
  question: {
    label: 'Question',
    plural: 'Questions',
    prefix: 'Q',
    headings: ['questions', 'open questions', 'research questions'],
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
    headings: [],
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
    headings: [],
    means: { decision: 'supports' },
    traits: ['rated', 'ground', 'own-figures', 'no-claim', 'accent'],
    mark: 'bar',
    outline: 'bar',
  },
} as const satisfies Record<string, BuiltInRow>

/** What the tool brings. Tables of one output or one room name all of these, or do not compile. */
export type BuiltInKind = keyof typeof builtIn

declare const brought: unique symbol

/** The name of a kind: a built-in one, or one that a case brings. */
export type Kind = BuiltInKind | (string & { readonly [brought]: true })

/** All that there is to know of a kind. */
export interface KindRow extends BuiltInRow {
  readonly shape: RegExp
  /** The built-in kind whose look and ways it has; a built-in one is like itself. */
  readonly like: BuiltInKind
}

/** The kinds of a case in their order. It travels with the case: `graph.kinds`. */
export type KindTable = ReadonlyMap<Kind, KindRow>

/** The kinds of a case that brings none. */
export const builtInKinds: KindTable = new Map(
  Object.entries(builtIn).map(([name, row]): [Kind, KindRow] => {
    const kind = name as BuiltInKind // a key of the table
    return [kind, { shape: shapeOf(row), ...row, like: kind }]
  }),
)

function shapeOf({ prefix }: Pick<BuiltInRow, 'prefix'>): RegExp {
  return new RegExp(`^${prefix}\\d+$`)
}

/** A kind that a case brings. What it does not say, it has from the one that it is like. */
export interface OwnRow
  extends Pick<BuiltInRow, 'label'>,
    Partial<Pick<BuiltInRow, 'plural' | 'headings' | 'means' | 'traits' | 'mark'>> {
  /** What stands before the number in an id: `PT` for `PT2`. */
  readonly id: string
  readonly like: BuiltInKind
}

/** The built-in kinds with those that a case brings, by name. */
export function withOwnKinds(own: Readonly<Record<string, OwnRow>>): KindTable {
  const rows = Object.entries(own).map(([name, row]): [Kind, KindRow] => {
    const { means, traits, mark, outline } = builtIn[row.like]
    const { id: prefix, plural = `${row.label}s`, ...rest } = row
    const shape = shapeOf({ prefix })
    const words = { plural, headings: [plural.toLowerCase()] }
    // The one place in which a case's own name becomes a kind.
    return [name as Kind, { ...words, means, traits, mark, outline, ...rest, prefix, shape }]
  })
  return new Map([...builtInKinds, ...rows])
}

/** The kinds that a case brings, as it brings them: for where plain values travel, and no table. */
export function ownKindsIn(kinds: KindTable): Readonly<Record<string, OwnRow>> {
  return Object.fromEntries(
    [...kinds]
      .filter(([kind, { like }]) => like !== kind)
      .map(([kind, row]): [string, OwnRow] => {
        const { label, plural, prefix: id, like, headings, means, traits, mark } = row
        return [kind, { label, plural, id, like, headings, means, traits, mark }]
      }),
  )
}

/** @throws where the table has no such kind: items have their kinds from it. */
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
  const { means } = rowOf(from, kinds)
  const { like } = rowOf(to, kinds)
  return means[to] ?? means[like] ?? (like === 'decision' ? 'shaped-by' : 'relies-on')
}

/** `('evidence', '3a')` → `evidence-3a`; `('objective', 'O2')` → `objective-2`. */
export function keyOf(kind: Kind, id: string, kinds: KindTable): string {
  return `${kind}-${numberIn(id, rowOf(kind, kinds))}`
}

/** Key of a decision by its number: `3` → `decision-3`. Evidence has the number of what it supports. */
export function decisionKey(number: string): string {
  return `decision-${number}`
}

/** The number of the decision to which evidence belongs by its id: `12b` → `12`; `''` for ids of all else. */
export function numberOf(id: string): string {
  return RE_LETTERED.exec(id)?.[1] ?? ''
}

// Matches "12b".
const RE_LETTERED = /^(\d+)[a-z]+$/

/**
 * Whether an id is a number alone, as decisions have it: a bracket with it may be no citation, but a
 * year.
 */
export function isNumber(id: string): boolean {
  return /^\d+$/.test(id)
}

/** Key of evidence by its id: `3a` → `evidence-3a`. */
export function evidenceKey(id: string): string {
  return `evidence-${id}`
}

interface Named {
  readonly kind: Kind
  readonly id: string
}

/** An item's name in words: of `OPT13`, `Option 13`. */
export function nameOf({ kind, id }: Named, kinds: KindTable): string {
  const row = rowOf(kind, kinds)
  return `${row.label} ${numberIn(id, row)}`
}

/** The same with the id as authors cite it: `Option OPT13`. */
export function nameWithId({ kind, id }: Named, kinds: KindTable): string {
  return `${rowOf(kind, kinds).label} ${id}`
}

/** `3 success factors`, `1 piece of evidence`. */
export function countOf(kind: Kind, count: number, kinds: KindTable): string {
  const { label, plural, counted = [label, plural] } = rowOf(kind, kinds)
  return `${count} ${counted[count === 1 ? 0 : 1].toLowerCase()}`
}

/** The kind whose ids look like this, if any. `12b` → evidence, `O2` → objective. */
export function kindOfId(id: string, kinds: KindTable): Kind | undefined {
  return [...kinds].find(([, { shape }]) => shape.test(id))?.[0]
}

/** The key of an id as someone typed it: `12C` → `evidence-12c`; `undefined` for what is no id. */
export function keyOfId(typed: string, kinds: KindTable): string | undefined {
  const id = typed.trim()
  const spelt = [id.toLowerCase(), id.toUpperCase()].find((one) => kindOfId(one, kinds))
  const kind = spelt && kindOfId(spelt, kinds)
  return kind && keyOf(kind, spelt, kinds)
}

function numberIn(id: string, { prefix }: KindRow): string {
  return id.slice(prefix.length)
}
