/** The kinds of item. One kind is one row: add a row and a fixture, nothing else. */

/** What a citation of this kind means, by the kind of the item in which it stands. */
type Means = Readonly<Partial<Record<string, Role>>>

interface KindRow {
  /** As read aloud, and as typed before a number: `Success factor 2: …`. */
  readonly label: string
  readonly plural: string
  /** What stands before the number in an id; `''` for decisions and evidence. */
  readonly prefix: string
  /** What an id looks like, whole. */
  readonly shape: RegExp
  /** Titles of sections whose first list holds items of this kind; compared in lower case. */
  readonly headings: readonly string[]
  /** Role of a link from such an item to an item of the named kind; `relies-on` otherwise. */
  readonly means: Means
  /** Set where its items may say how strong they are: `Evidence 3a (interview, March 2020): …`. */
  readonly rated?: true
  /** The mark on the thread. Colour is never alone: each kind has its own shape. */
  readonly mark: 'ring' | 'square' | 'diamond' | 'bar' | 'triangle' | 'hexagon' | 'cross' | 'dot'
}

export type Role = 'measures' | 'serves' | 'meets' | 'supports' | 'shaped-by' | 'relies-on'

export const kinds = {
  objective: {
    label: 'Objective',
    plural: 'Objectives',
    prefix: 'O',
    shape: /^O\d+$/,
    headings: ['objectives', 'strategic objectives', 'our objectives'],
    means: {},
    mark: 'ring',
  },
  'success-factor': {
    label: 'Success factor',
    plural: 'Success factors',
    prefix: 'CSF',
    shape: /^CSF\d+$/,
    headings: ['success factors', 'critical success factors'],
    means: { objective: 'measures' },
    mark: 'square',
  },
  benefit: {
    label: 'Benefit',
    plural: 'Benefits',
    prefix: 'B',
    shape: /^B\d+$/,
    headings: ['benefits', 'expected benefits'],
    means: { objective: 'serves' },
    mark: 'triangle',
  },
  option: {
    label: 'Option',
    plural: 'Options',
    prefix: 'OPT',
    shape: /^OPT\d+$/,
    headings: ['options', 'options considered', 'long list', 'short list'],
    means: { 'success-factor': 'meets' },
    mark: 'hexagon',
  },
  challenge: {
    label: 'Challenge',
    plural: 'Challenges',
    prefix: 'CH',
    shape: /^CH\d+$/,
    headings: ['challenges', 'key challenges'],
    means: {},
    mark: 'cross',
  },
  assumption: {
    label: 'Assumption',
    plural: 'Assumptions',
    prefix: 'A',
    shape: /^A\d+$/,
    headings: ['assumptions', 'key assumptions'],
    means: {},
    rated: true,
    mark: 'dot',
  },
  risk: {
    label: 'Risk',
    plural: 'Risks',
    prefix: 'R',
    shape: /^R\d+$/,
    headings: ['risks', 'key risks'],
    means: {},
    mark: 'triangle',
  },
  question: {
    label: 'Question',
    plural: 'Questions',
    prefix: 'Q',
    shape: /^Q\d+$/,
    headings: ['questions', 'open questions', 'research questions'],
    means: {},
    mark: 'dot',
  },
  decision: {
    label: 'Decision',
    plural: 'Decisions',
    prefix: '',
    shape: /^\d+$/,
    headings: [],
    means: {},
    mark: 'diamond',
  },
  evidence: {
    label: 'Evidence',
    plural: 'Evidence',
    prefix: '',
    shape: /^\d+[a-z]{1,2}$/,
    headings: [],
    means: { decision: 'supports' },
    rated: true,
    mark: 'bar',
  },
} as const satisfies Record<string, KindRow>

export type Kind = keyof typeof kinds

/** Every kind, in the order of the table. */
export const kindNames = Object.keys(kinds) as readonly Kind[]

/** The role of a link from an item of one kind to an item of another. */
export function roleOf(from: Kind | undefined, to: Kind): Role {
  if (from === undefined) return 'relies-on'
  const means: Means = kinds[from].means
  return means[to] ?? (to === 'decision' ? 'shaped-by' : 'relies-on')
}

/** `('evidence', '3a')` → `evidence-3a`; `('objective', 'O2')` → `objective-2`. */
export function keyOf(kind: Kind, id: string): string {
  return `${kind}-${id.slice(kinds[kind].prefix.length)}`
}

/** An item's name in words: `('option', 'OPT13')` → `Option 13`. */
export function nameOf(kind: Kind, id: string): string {
  return `${kinds[kind].label} ${id.slice(kinds[kind].prefix.length)}`
}

/** Whether items of a kind may say how strong they are. */
export function isRated(kind: Kind): boolean {
  const row: KindRow = kinds[kind]
  return row.rated === true
}

/** The kind whose ids look like this, if any. `12b` → evidence, `O2` → objective. */
export function kindOfId(id: string): Kind | undefined {
  return kindNames.find((kind) => kinds[kind].shape.test(id))
}
