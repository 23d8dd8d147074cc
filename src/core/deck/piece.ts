/** The pieces that slides are set from: stretches of the case's own text, each by where it stands. */

/** A block, an entry of a list, a lead-in, a quoted sentence, a picture among words or `<Notes>`, by its place. */
interface WholeOrigin {
  readonly type: 'block' | 'entry' | 'lead-in' | 'quoted' | 'image' | 'notes'
  /** `40-key.mdx:12:3`. */
  readonly at: string
}

/** One of several at a place: a sentence or picture, from 1; a row, of which 0 is the header. */
interface NumberedOrigin {
  readonly type: 'sentence' | 'row' | 'picture'
  readonly at: string
  readonly n: number
}

/** A stretch of a block of code, from 0. No output renders it: its words are the code. */
interface CodeOrigin {
  readonly type: 'code'
  readonly at: string
  readonly n: number
}

/** Words of the tool's own, or from `case.yaml`. */
interface TextOrigin {
  readonly type: 'text'
  readonly text: string
}

/** A way to answer, with the address to which it leads. */
interface WayOrigin {
  readonly type: 'way'
  readonly url: string
}

/** Where words come from. */
export type Origin = WholeOrigin | NumberedOrigin | CodeOrigin | TextOrigin | WayOrigin

/** What stands on a slide. */
export type Piece = Origin & {
  /** As read aloud. */
  readonly text: string
  /** Key of the item it is, if any; with its id, where that stands before its words. */
  readonly item?: string
  readonly id?: string
  /** Citations in its words as they stand there, which are set smaller, each on one line. */
  readonly citations?: readonly string[]
  /** Where it can be cut: the sentences and nested entries of a list's entry. */
  readonly parts?: readonly Piece[]
  /** Set where these parts alone are shown. */
  readonly cut?: true
  /** Set where it stands one step further in. */
  readonly nested?: true
  /** How many lists deep its nested entries go; absent without any. */
  readonly depth?: number
  /** Its number in a list that its author numbered; from 1. */
  readonly number?: number
  /** Set where it starts a new paragraph. */
  readonly startsParagraph?: true
  /** Set where it names what follows, and stays with it. */
  readonly leads?: true
  /** What stands behind its words in cells of its own, where it is a row: what it comes to. */
  readonly cells?: readonly string[]
  /** Set where it comes with a press of its own. */
  readonly step?: true
}

/** The name under which outputs keep what they render: `sentence:40-key.mdx:12:3:1`. Nobody takes it apart. */
export function keyOf(origin: Origin): string {
  if (origin.type === 'text') return `text:${origin.text}`
  if (origin.type === 'way') return `way:${origin.url}`
  const { type, at } = origin
  return 'n' in origin ? `${type}:${at}:${origin.n}` : `${type}:${at}`
}

/** A body cut where paragraphs open; `[]` for none. */
export function paragraphsOf(body: readonly Piece[]): readonly (readonly Piece[])[] {
  const starts = body.flatMap(({ startsParagraph }, index) =>
    index === 0 || startsParagraph ? index : [],
  )
  return starts.map((from, index) => body.slice(from, starts[index + 1]))
}

/** A whole block. */
export function blockPiece(at: string, text: string): Piece {
  return { type: 'block', at, text }
}

/** Words of the tool's own, or from `case.yaml`. */
export function textPiece(text: string): Piece {
  return { type: 'text', text }
}

/** A block's sentences, one by one. */
export function sentencePieces(at: string, sentences: readonly string[]): readonly Piece[] {
  return sentences.map((text, index) => ({
    type: 'sentence',
    at,
    n: index + 1,
    text: text.trim(),
  }))
}
