/** What a diagram of the case is made of. */
import type { Kind, Role } from '../model/kinds.ts'

/**
 * What a diagram shows: `objectives`, `served` (objectives and success factors with what serves
 * them), `decisions` (one diagram a sprint), `sprint 2`, or the id of an item (`3`, `CSF2`), which
 * gives that item and everything linked to it.
 */
export type DiagramOf = 'objectives' | 'served' | 'decisions' | `sprint ${string}` | (string & {})

/** Where a diagram is to be read: a page may be long, a slide holds few rows. */
export type Fit = 'page' | 'slide'

/** Columns from left to right. What rests on something stands to the right of it. */
export const columns = ['left', 'middle', 'right'] as const

/** The name of a column of a diagram. */
export type DiagramColumn = (typeof columns)[number]

/** One box. A `gap` stands for evidence that is not there yet. */
export interface DiagramNode {
  readonly key: string
  /** As authors cite it; `''` for a gap. */
  readonly id: string
  readonly kind: Kind | 'gap'
  /** The id, and as much of the text as there is room for. */
  readonly label: string
  readonly column: DiagramColumn
  /** Key of the item that the box links to; of a gap, the item which it is a gap of. */
  readonly target: string
}

/** One line, as in the case: from what rests to what it rests on or serves. */
export interface DiagramEdge {
  readonly from: string
  readonly to: string
  readonly role: Role
  readonly draft?: true
}

/** The same graph as a nested list. An entry's link to the entry around it is one edge. */
export interface OutlineEntry {
  readonly key: string
  readonly id: string
  readonly kind: Kind | 'gap'
  /** In full. */
  readonly text: string
  /** Of the link to the entry around it; absent at the top. */
  readonly role?: Role
  readonly draft?: true
  /** Set where the list, read from its top, has said the text before. */
  readonly again?: true
  readonly children: readonly OutlineEntry[]
}

/** One picture, and everything that has to be said beside it. */
export interface Diagram {
  /** Stable: `diagram-objectives`, `diagram-sprint-1`, `diagram-decision-3`, `…-part-2`. */
  readonly id: string
  readonly title: string
  /** One or two plain sentences: what is joined to what, and what is a draft. */
  readonly description: string
  readonly mermaid: string
  /** On a slide: the same for a canvas that is higher than wide. */
  readonly upright?: string
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly DiagramEdge[]
  readonly outline: readonly OutlineEntry[]
}

/** A picture of a diagram. */
export interface DiagramPicture {
  /** One `<svg>` element without styles, scripts or foreign content; ids start with `DRAWING_ID`. */
  readonly svg: string
  /** Intrinsic size in px. */
  readonly width: number
  readonly height: number
}

/** Mermaid text as drawn, or why it could not be. */
export type Drawn =
  | ({
      readonly ok: true
      /** Size of the smallest label at the intrinsic size, px. */
      readonly labelSize: number
      /** Words of which the first lie on the second, where any do. */
      readonly overlap?: readonly [string, string]
      /** The same in other pictures, in order; set where the whole could not be read on a slide. */
      readonly parts?: readonly DiagramPicture[]
      /** All of it in one picture, where `parts` are several and a slide below one line of headline has room for it. */
      readonly one?: DiagramPicture
    } & DiagramPicture)
  | {
      readonly ok: false
      readonly message: string
      /** 1-based, within the text. */
      readonly line?: number
    }

/** Stands in a drawing's ids for what makes them unique on a page. */
export const DRAWING_ID = '__drawing__'

/** What a drawing has on a slide below two lines of headline and below one, and its smallest label there, px. */
export const SLIDE_ROOM = { width: 1032, height: 380, below: 468, label: 20 } as const

/** Size of labels in a diagram of the case, in px at its intrinsic size. */
export const LABEL_SIZE = 22
