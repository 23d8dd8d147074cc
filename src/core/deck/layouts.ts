/** The layouts, a closed set: a row says what the plan and all outputs ask of one. */

/** What stands on a slide whose author set it: what all of it is, or that it is of several sorts. */
export type Content =
  | 'statement'
  | 'prose'
  | 'quote'
  | 'list'
  | 'columns'
  | 'two-columns'
  | 'compared-columns'
  | 'table'
  | 'narrow-table'
  | 'compared-table'
  | 'picture'
  | 'code'
  | 'diagram'
  | 'chart'
  | 'mixed'

/** A ground other than paper. */
export type GroundName = 'ink' | 'accent'

/** What a layout is like. Its look stands in a style sheet of its name in pages/deck/_slides/layouts. */
interface LayoutTraits {
  /** What stands on it. */
  readonly shows: string
  /** What it is in a talk. What opens and closes one stands in every route; a divider stands before what follows. */
  readonly role: 'opens' | 'divides' | 'tells' | 'closes'
  /** How much it counts in a deck that is too long, where it tells of no item that counts more. */
  readonly weight: number
  /** Set where it says what a part is about, if it is the first of that. */
  readonly says?: true
  /** Where its heading stands: large above the body, or small above a body of large words. */
  readonly head: 'large' | 'small'
  /** What of an author's gets it, and what may have it where he asks; absent where the tool alone makes it. */
  readonly suits?: {
    readonly first: readonly Content[]
    readonly also?: readonly Content[] | 'all'
  }
  /** The ground on which it stands, where that is not paper. */
  readonly ground?: GroundName
  /** Set where few words stand on it by its nature, and much of it is empty. */
  readonly sparse?: true
  /** Set where a dot on the thread stands before the headline. */
  readonly dot?: true
  /** Set where the first of several pieces is a header, which is there before what comes step by step. */
  readonly header?: true
  /** Set where the cells of a table stand side by side, as alternatives do. */
  readonly sideBySide?: true
  /** Set where blocks stand as they are written, and are not cut into pieces. */
  readonly asWritten?: true
  /** Set where each piece is a line of its own, with the address of its item. */
  readonly lines?: true
  /** Set where a deck has it that is too long for a talk. */
  readonly ofLongDecks?: true
  /** Set where its headline is a link into the narrative. */
  readonly leads?: true
  /** Set where the figure of a sentence that stands alone is its picture. */
  readonly figures?: true
  /** Set where a slide without a headline is called like its layout. */
  readonly unnamed?: true
  /** Set where pictures in a block are shown with it. From others they come on slides of their own. */
  readonly pictures?: true
  /** Set where it has a sheet of its own among slides to write on. */
  readonly ownSheet?: true
}

/** Every layout; the order is that in which authors are told of them. */
export const LAYOUTS = {
  title: {
    shows: 'The name of the case, the team and the time',
    ...{ role: 'opens', head: 'large', dot: true, sparse: true, weight: 90 },
  },
  chapter: {
    shows:
      'A dark divider with the name of what follows, what that holds, and the chapters around it',
    ...{ role: 'divides', head: 'large', ground: 'ink', dot: true, sparse: true, weight: 0 },
  },
  topic: {
    shows: 'The name of a section, where all it holds is for the speaker',
    ...{ role: 'tells', head: 'large', sparse: true, weight: 2 },
  },
  statement: {
    shows: 'One sentence, large',
    ...{ role: 'tells', head: 'small', figures: true, weight: 25, says: true },
    suits: { first: ['statement'], also: ['prose', 'quote'] },
  },
  amount: {
    shows: 'One sentence, whose figure is as large as it can be',
    ...{ role: 'tells', head: 'small', weight: 30, says: true },
  },
  quote: {
    shows: 'What somebody said, large, and who said it',
    ...{ role: 'tells', head: 'small', ground: 'accent', weight: 30, says: true },
    suits: { first: ['quote'], also: ['prose', 'statement'] },
  },
  list: {
    shows: 'Entries on the thread, in one column or two',
    ...{ role: 'tells', head: 'large', lines: true, weight: 15 },
    suits: { first: ['list'] },
  },
  columns: {
    shows: 'Blocks side by side',
    ...{ role: 'tells', head: 'large', pictures: true, weight: 25 },
    suits: { first: ['columns', 'two-columns'], also: ['compared-columns'] },
  },
  comparison: {
    shows: 'Two alternatives side by side, each below its name',
    ...{ role: 'tells', head: 'large', header: true, sideBySide: true, pictures: true, weight: 30 },
    suits: { first: ['compared-table', 'compared-columns'], also: ['narrow-table', 'two-columns'] },
  },
  table: {
    shows: 'Rows below a header',
    ...{ role: 'tells', head: 'large', header: true, weight: 20 },
    suits: { first: ['table', 'narrow-table'], also: ['compared-table'] },
  },
  image: {
    shows: 'A picture as large as it can be, with its caption',
    ...{ role: 'tells', head: 'small', pictures: true, weight: 30 },
    suits: { first: ['picture'] },
  },
  figure: {
    shows: 'Code, or a picture below a headline',
    ...{ role: 'tells', head: 'large', pictures: true, weight: 15 },
    suits: { first: ['code'], also: ['picture'] },
  },
  diagram: {
    shows: 'A diagram, of the case or of the author',
    ...{ role: 'tells', head: 'large', unnamed: true, weight: 45 },
    suits: { first: ['diagram'] },
  },
  matrix: {
    shows: 'Which success factor measures which objective',
    ...{ role: 'tells', head: 'large', weight: 45 },
  },
  chart: {
    shows: 'Numbers drawn, below what they show',
    ...{ role: 'tells', head: 'large', weight: 40 },
    suits: { first: ['chart'] },
  },
  estimate: {
    shows: 'What an estimate comes to, as large as it can be, with its range and its sum',
    ...{ role: 'tells', head: 'small', weight: 40, says: true },
  },
  options: {
    shows: 'What options cost and bring, side by side, the preferred one on ink',
    ...{ role: 'tells', head: 'large', weight: 60 },
  },
  ledger: {
    shows: 'Rows, each with what it comes to',
    ...{ role: 'tells', head: 'large', weight: 40, header: true },
  },
  decision: {
    shows: 'What was decided, and beside it what it rests on; below lies what has no room there',
    ...{ role: 'tells', head: 'large', weight: 70 },
  },
  evidence: {
    shows: 'What was found, in full',
    ...{ role: 'tells', head: 'small', weight: 15 },
  },
  free: {
    shows: 'Blocks of several kinds, one below the other',
    ...{ role: 'tells', head: 'large', asWritten: true, pictures: true, weight: 25 },
    suits: { first: ['mixed', 'prose'], also: 'all' },
  },
  more: {
    shows: 'How much a deck leaves out of a chapter, and the way to it',
    ...{ role: 'tells', head: 'large', leads: true, ofLongDecks: true, sparse: true, weight: 0 },
  },
  gaps: {
    shows: 'What is still to be written',
    ...{ role: 'closes', head: 'large', lines: true, weight: 70 },
  },
  ask: {
    shows: 'What sponsors should decide, and how to answer',
    ...{ role: 'closes', head: 'large', ground: 'accent', dot: true, ownSheet: true, weight: 90 },
  },
} satisfies Readonly<Record<string, LayoutTraits>>

/** The name of a layout. */
export type Layout = keyof typeof LAYOUTS

/** What a layout is like. */
export function traitsOf(layout: Layout): LayoutTraits {
  return LAYOUTS[layout]
}

/** The ground of a slide; undefined for paper. */
export function groundOf({
  layout,
  onPaper,
}: {
  readonly layout: Layout
  readonly onPaper?: true
}): GroundName | undefined {
  return onPaper ? undefined : traitsOf(layout).ground
}

/** What a slide does in its deck. */
export function roleOf({ layout }: { readonly layout: Layout }): LayoutTraits['role'] {
  return traitsOf(layout).role
}

/** Whether a slide opens a chapter. */
export function isDivider(slide: { readonly layout: Layout }): boolean {
  return roleOf(slide) === 'divides'
}

/** The layouts that an author may ask for: `<Slide layout="comparison">`. The tool makes the others itself. */
export function authorsLayouts(): readonly Layout[] {
  return names.filter((name) => traitsOf(name).suits)
}

/** The layouts that suit some content; the first is the one it gets without a name. */
export function suiting(content: Content): readonly Layout[] {
  const first = names.filter((name) => traitsOf(name).suits?.first.includes(content))
  const also = names.filter((name) => {
    const others = traitsOf(name).suits?.also ?? []
    return others === 'all' || others.includes(content)
  })
  return [...new Set([...first, ...also])]
}

// The keys of the table itself.
const names = Object.keys(LAYOUTS) as readonly Layout[]
