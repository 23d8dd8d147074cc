/** What stands on a slide: pieces of the case's own text, by place, with the size at which they fit. */

import type { ChartPlan } from '../chart/index.ts'
import type { Diagram } from '../diagram/index.ts'
import type { NumberedFootnote } from '../graph/footnotes.ts'
import type { MatrixCell } from '../register/matrix.ts'
import type { LinkedText } from '../text/linked-text.ts'
import type { Badge } from './badges.ts'
import type { Layout } from './layouts.ts'
import type { Origin, Piece } from './piece.ts'

/** A slide as planned: what stands on it, and how large. */
export interface Slide {
  /** Its address: `deck/#/strategic-objectives`. Unique in the deck. */
  readonly id: string
  /** Addresses of slides that it stands for, which lead here too. */
  readonly also?: readonly string[]
  readonly layout: Layout
  /** Set where it stands on paper, though its layout has a ground: the next slide has the same. */
  readonly onPaper?: true
  /** Plain words: what is announced and what the overview shows. */
  readonly title: string
  /** Small, above the headline. */
  readonly kicker?: string
  /** The headline, where it is a piece of text and not the plain title. */
  readonly head?: Piece
  /** Size of the headline, px on the 1280×720 canvas. */
  readonly headSize: number
  readonly body: readonly Piece[]
  /** Size of the body, px; 0 where there is none. */
  readonly bodySize: number
  /** How many entries of a list stand in the first of two columns, where it has two. */
  readonly firstColumn?: number
  /** Set where less stands between the entries of a list, so that none is alone on a slide. */
  readonly tight?: true
  /** The columns of a table that stand on it, by their places from 0, where not all do. */
  readonly tableColumns?: { readonly shown: readonly number[]; readonly of: number }
  /** Small, before a large quotation: `The vision says,`. */
  readonly lead?: Piece
  /** Small, after the body: a short last sentence, or who said it. */
  readonly close?: Piece
  /** The prose that the speaker has as notes. */
  readonly notes: readonly Origin[]
  /** What its words lead to, in order of their numbers: it stands in the notes too. */
  readonly footnotes?: readonly NumberedFootnote[]
  /** The `<Notes>` that the speaker alone has, and only in a build that is for nobody else. */
  readonly privateNotes?: readonly Origin[]
  /** Key of the section, for the way back into the narrative and the line at the foot. */
  readonly section?: string
  /** Key of the item it tells. */
  readonly item?: string
  /** Where the narrative tells what it does, if not in a section. */
  readonly narrativeKey?: string
  /** What a decision rests on; `[]` where nothing is recorded. */
  readonly evidence?: readonly SlideEvidence[]
  /** Set where it stands beside the decision, and not as marks at the foot: its size, px, and where its badges stand. */
  readonly beside?: { readonly size: number; readonly badges: 'below' | 'above' | 'none' }
  /** Set where ways to answer stand without their addresses, which would take the room. */
  readonly withoutAddresses?: true
  /** Of evidence: where it comes from and how strong it is. */
  readonly badges?: readonly Badge[]
  /** Set where what it shares with the slide before moves into place. */
  readonly animate?: true
  /** Of a chapter's divider: where it stands among the others. */
  readonly chapter?: ChapterOnSlide
  /** The figure that is the picture of its sentence. */
  readonly number?: SlideNumber
  /** The number of an estimate, and its range. */
  readonly estimate?: SlideEstimate
  /** Options side by side. */
  readonly options?: { readonly columns: readonly SlideOption[]; readonly size: number }
  /** A chart that the case's sums make. */
  readonly chart?: ChartPlan
  /** Who measures what. */
  readonly matrix?: SlideMatrix
  /** A generated diagram. */
  readonly diagram?: Diagram
  /** Set where its author set it, in `<Slide>`. */
  readonly byAuthor?: true
  /** What the deck has no room for, where this counts it: it is in no output, until somebody goes to it. */
  readonly leftOut?: readonly Slide[]
  /** "2 of 3". */
  readonly part?: {
    readonly n: number
    readonly of: number
    /** Set on the last one of a deck that has no room for more: how many entries are shown. */
    readonly cut?: { readonly shown: number; readonly of: number }
  }
  /** What deepens it, one step down each. */
  readonly below: readonly Slide[]
}

/** A figure as it stands in its sentence. */
export interface SlideNumber {
  /** `412`, `£1.2`, `two in five` */
  readonly figure: string
  /** What follows it on its line: ` of 1,030`, ` million a year`; `''` for nothing. */
  readonly unit: string
  /** px */
  readonly size: number
  /** From 0 to 1, where it is a part of a whole. */
  readonly share?: number
}

/** What an estimate comes to. */
export interface SlideEstimate {
  /** `£18`, and ` million a year` */
  readonly figure: string
  readonly unit: string
  /** px */
  readonly size: number
  /** `£13 to £22 million, 8 in 10 likely`; absent where it has none. */
  readonly range?: string
  /** Where its ends and its value lie between nought and the farther end, of 1. */
  readonly bar?: { readonly low: number; readonly central: number; readonly high: number }
  /** How it was worked out; `[]` for a number. */
  readonly sum: readonly LinkedText[]
}

/** An option among others. */
export interface SlideOption {
  readonly key: string
  /** `Option 2, do minimum`, and what it is. */
  readonly kicker: string
  readonly title: string
  /** What it is worth: `£21`, ` million`; both are '' where nothing was counted. */
  readonly figure: string
  readonly unit: string
  readonly lines: readonly string[]
  readonly isPreferred: boolean
}

/** Success factors in rows, objectives in columns. */
export interface SlideMatrix {
  /** How wide the column of an objective is, px. */
  readonly column: number
  readonly heads: readonly { readonly key: string; readonly id: string; readonly text: string }[]
  readonly rows: readonly {
    readonly key: string
    readonly id: string
    readonly text: string
    /** One for each head; undefined where nothing joins the two. */
    readonly cells: readonly (MatrixCell | undefined)[]
  }[]
}

/** A chapter among the others. */
interface ChapterOnSlide {
  /** 1-based. */
  readonly n: number
  /** Names of chapters that are told, and of those that come; the nearest, where there are many. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** `Strategic Context · three objectives`; `''` for nothing. */
  readonly holds: string
  /** How many names have room. */
  readonly lines: number
}

/** A piece of evidence as it stands beside its decision. */
export interface SlideEvidence {
  /** Key of the item. */
  readonly item: string
  /** `Evidence 2a` */
  readonly name: string
  readonly body: readonly Piece[]
  /** Where it comes from and how strong it is, in a few words each. */
  readonly badges: readonly Badge[]
}

/** All that stands on a slide, or is said with it, in order. */
export function originsOn(slide: Slide): readonly Origin[] {
  const { head, body, lead, close, evidence = [], notes } = slide
  const beside = evidence.flatMap((one) => one.body)
  return [head, ...body, lead, close, ...beside, ...notes].flatMap((origin) => origin ?? [])
}

/** A slide with nothing on it yet. */
export function newSlide(slide: Pick<Slide, 'id' | 'layout' | 'title'> & Partial<Slide>): Slide {
  return { headSize: 54, body: [], bodySize: 0, notes: [], below: [], ...slide }
}
