/** What the conventions make of a file: blocks in document order, each with the mark the outputs render. */

import type { Place } from '../../model/case.ts'
import type { Kind } from '../../model/kinds.ts'
import type { Properties } from '../../model/properties.ts'
import type { FrontMatter } from '../../settings/front-matter.ts'
import type { Node, Point } from '../tree.ts'
import type { Citation } from './citation.ts'
import type { EstimateText } from './estimate.ts'
import type { GapText } from './gap.ts'
import type { Label } from './label.ts'
import type { StrengthText } from './strength.ts'

interface Base {
  /** `file:line:column`: how graph and outputs speak of the same block. */
  readonly at: string
  readonly place: Place
  /** The marked node: an element of the vocabulary around the author's own nodes. */
  readonly node: Node
}

/** Words of a block as read aloud, citations included. */
export interface Words {
  readonly text: string
  readonly sentences: readonly string[]
  readonly citations: readonly Citation[]
  /** Addresses of the links among them. */
  readonly addresses: readonly string[]
}

export interface HeadingBlock extends Base {
  readonly type: 'heading'
  /** The number of hashes. */
  readonly level: number
  readonly title: string
  readonly phase?: string
  readonly sprint?: string
  readonly kind?: Kind
  /** Set where it is no heading of the text, but the title in the head of the file. */
  readonly isOfHead?: true
  readonly citations: readonly Citation[]
}

export interface ItemBlock extends Base {
  readonly type: 'item'
  readonly kind: Kind
  /** From its label; absent where the order gives the id. */
  readonly id?: string
  /** Set for `Evidence 10a: See above`, which defines nothing. */
  readonly reuse?: true
  readonly how: 'label' | 'heading' | 'entry' | 'row'
  /** Of a row: its place in the table, from 1; 0 is the header. */
  readonly row?: number
  /** The cell that it is, from 0, where a row may hold several. */
  readonly column?: number
  /** Set for a row that says more of an item that stands elsewhere. */
  readonly refers?: true
  /** Of a row: the citations in all of its cells. */
  readonly beside?: readonly Citation[]
  /** Set for a decision record, of which the parts say status and date. */
  readonly record?: true
  /** What is said of it beside its words; absent where nothing is. */
  readonly properties?: Properties
  /** What its label's bracket says of its strength. */
  readonly strength?: StrengthText
  /** What its label's bracket says of an estimate. */
  readonly estimate?: EstimateText
  /** As written; absent where the order gives the id. */
  readonly label?: Label
  /** Where its last words end, with those of the blocks in it. */
  readonly end?: Point
  /** The number of hashes of a heading item. */
  readonly level?: number
  /** The labelled paragraph, the heading's words or the list entry. */
  readonly words: Words
  /** The blocks that belong to it. */
  readonly blocks: readonly Block[]
  /** For a list entry: the same as `EntryBlock.nested`. */
  readonly nested?: readonly ListBlock[]
}

export interface EntryBlock extends Base {
  readonly type: 'entry'
  readonly words: Words
  /** Lists in it that hold labelled items; other nested lists are among its words. */
  readonly blocks: readonly Block[]
  /** The lists below its first paragraph, where nothing but plain lists stands there. */
  readonly nested?: readonly ListBlock[]
  readonly gap?: GapText
}

/** A list of items, or a plain list. */
export interface ListBlock extends Base {
  readonly type: 'list'
  readonly ordered: boolean
  /** The kind of item that it may hold: its heading speaks of it, and its lead-in does not say so. */
  readonly doubt?: Kind
  /** Set where its heading speaks of items, and it holds something else. */
  readonly other?: true
  /** The number of its first entry, where that is not 1. */
  readonly start?: number
  readonly entries: readonly (ItemBlock | EntryBlock)[]
}

interface GapBlock extends Base {
  readonly type: 'gap'
  readonly words: Words
  readonly gap: GapText
}

export interface ProseBlock extends Base {
  readonly type: 'prose'
  readonly words: Words
  /** The quoted sentence in it and what leads to it: `The vision says,`. */
  readonly quotation?: { readonly lead: string; readonly text: string }
}

/** A lead-in ends in `:` and stands before a list, quote, table or figure. */
export interface WordsBlock extends Base {
  readonly type: 'lead-in' | 'code'
  readonly words: Words
  /** Of code: its language, as its author names it behind the fence. */
  readonly lang?: string
}

/** A picture alone in its paragraph. */
export interface FigureBlock extends Base {
  readonly type: 'figure'
  /** The words of its caption; empty without one. */
  readonly words: Words
  /** What the picture shows, for those who do not see it; `''` where nothing is said. */
  readonly alternative: string
}

export interface QuoteBlock extends Base {
  readonly type: 'quote'
  /** What was said. */
  readonly words: Words
  /** Who said it. */
  readonly by?: Words
  /** The 1-based numbers of the sentences that begin a paragraph, except the first paragraph. */
  readonly paragraphStarts: readonly number[]
  /** True where it has only paragraphs: then its sentences can go on on a second slide. */
  readonly flows: boolean
}

export interface TableBlock extends Base {
  readonly type: 'table'
  readonly words: Words
  /** Plain text of the cells, row by row; the first row is the header. */
  readonly rows: readonly (readonly string[])[]
  /** The items in its rows; absent for a table of anything else. */
  readonly items?: readonly ItemBlock[]
}

export interface DiagramBlock extends Base {
  readonly type: 'diagram'
  /** Mermaid source of the author's own. */
  readonly text: string
}

/** A component that the author typed. */
export interface ElementBlock extends Base {
  readonly type: 'element'
  readonly name: string
  readonly words: Words
  readonly blocks: readonly Block[]
  /** `of` of `<Diagram>`, `by` of `<Quote>`; `''` where one has no value, as in `<Slide animate>`. */
  readonly attributes: Readonly<Record<string, string>>
  /** What `<Slide>` shows, block by block. None of it is an item, a section or a gap of the case. */
  readonly parts?: readonly Block[]
  /** The columns of `<Columns>`, with the blocks in each. */
  readonly columns?: readonly Column[]
  /** What `<Chart>` is made of. */
  readonly chart?: ChartParts
}

/** The blocks of a chart. */
export interface ChartParts {
  /** The sentence that says what it shows. */
  readonly head?: ProseBlock | WordsBlock
  /** The numbers: a table, a list or a line. */
  readonly data?: Block
  /** Where they are from. */
  readonly source?: ProseBlock
}

export interface Column {
  /** The bold words or the heading that it opens with. */
  readonly label?: string
  readonly blocks: readonly Block[]
}

/** `---`: what follows is for the page alone. `other`: comments, imports and the like. */
interface OtherBlock extends Base {
  readonly type: 'rule' | 'other'
}

export type Block =
  | HeadingBlock
  | ItemBlock
  | ListBlock
  | GapBlock
  | ProseBlock
  | WordsBlock
  | FigureBlock
  | QuoteBlock
  | TableBlock
  | DiagramBlock
  | ElementBlock
  | OtherBlock

/** What an author put at the end, to be read beside the text. */
export interface Footnote {
  /** `file:line:column` of `[^1]: …`. */
  readonly at: string
  /** On one line, as read aloud. */
  readonly text: string
  /** Addresses of the links in it. */
  readonly addresses: readonly string[]
  readonly node: Node
}

/** A place in the text that leads to a footnote. */
export interface FootnoteMark {
  readonly at: string
  /** `at` of the footnote. */
  readonly of: string
}

/** One source file, recognised. */
export interface Document {
  /** Relative to the case folder. */
  readonly file: string
  /** What its front matter says of the strength of its items. */
  readonly strength?: FrontMatter['strength']
  /** Minutes that its front matter gives its slides. */
  readonly timing?: number
  /** The priority in its front matter: for the whole file, or by key. */
  readonly priority?: FrontMatter['priority']
  readonly blocks: readonly Block[]
  readonly citations: readonly Citation[]
  /** Absent without any. */
  readonly footnotes?: readonly Footnote[]
  /** What leads to them, in order. */
  readonly footnoteMarks?: readonly FootnoteMark[]
  /** Links that are not safe, and that no output keeps; absent without any. */
  readonly unsafe?: readonly {
    readonly url: string
    readonly scheme: string
    readonly place: Place
  }[]
  /** Links whose address names no host: as written, and from the top of the case; absent without any. */
  readonly siteLinks?: readonly {
    readonly url: string
    readonly rooted: string
    readonly place: Place
  }[]
  /** Addresses that its front matter gives it elsewhere; absent without any. */
  readonly elsewhere?: readonly string[]
}

/** Every block of a list of blocks and inside them, outer first. */
export function* allBlocks(blocks: readonly Block[]): Generator<Block | EntryBlock> {
  for (const block of blocks) {
    yield block
    if (block.type === 'list') {
      for (const entry of block.entries) {
        yield entry
        yield* allBlocks(entry.blocks)
      }
    }
    if (block.type === 'table') yield* block.items ?? []
    if (block.type === 'item' || block.type === 'element') yield* allBlocks(block.blocks)
  }
}
