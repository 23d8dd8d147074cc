/** The layouts of the master: which fields each has, and where. Lengths are px on 1280×720. */
import { type Accent, accentOf } from './theme.ts'

export interface Area {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** How slide, layout and master name the same field. */
export const HOLDERS = {
  title: '<p:ph type="title"/>',
  foot: '<p:ph type="ftr" sz="quarter" idx="11"/>',
  number: '<p:ph type="sldNum" sz="quarter" idx="12"/>',
  body: '<p:ph type="body" idx="1"/>',
  right: '<p:ph type="body" idx="13"/>',
  kicker: '<p:ph type="body" sz="quarter" idx="14"/>',
  evidence: '<p:ph type="body" sz="quarter" idx="15"/>',
  caption: '<p:ph type="body" sz="quarter" idx="16"/>',
  third: '<p:ph type="body" sz="quarter" idx="17"/>',
  numeral: '<p:ph type="body" sz="quarter" idx="18"/>',
  slide: '<p:ph type="sldImg"/>',
} as const

/** The name of a field that a layout can have. */
export type LayoutFieldName = Exclude<keyof typeof HOLDERS, 'slide'>

/** A field of a layout, in which words can be written. */
export interface LayoutField extends Area {
  /** As the outline of a presentation calls it. */
  readonly label: string
  /** px; a slide may set its own. */
  readonly size: number
  readonly bold?: true
  /** Colour of the words, by its name in the theme. */
  readonly colour?: 'tx1' | 'tx2' | 'bg1' | 'bg2' | Accent
  readonly anchor?: 't' | 'ctr' | 'b'
  readonly align?: 'l' | 'r'
  /** How far bullets hang before the words, px; the box starts as much further left. */
  readonly hang?: number
}

/** A layout of the format: its fields, and its paper. */
export interface SlideLayout {
  readonly name: string
  /** The kind of layout that other programs know. */
  readonly type: string
  readonly fields: Partial<Readonly<Record<LayoutFieldName, LayoutField>>> & {
    readonly title: LayoutField
  }
  /** Where pictures and tables stand. */
  readonly stage?: Area
  /** Set where they hang in the upper right corner of it, which is that of the slide. */
  readonly bleeds?: true
  /** Its paper, where that is not the master's: ink or the accent, by its name in the theme. */
  readonly ground?: 'tx1' | 'accent1'
  /** Set where the title stays small above large words. */
  readonly smallTitle?: true
  /** Middle of the dot on the thread, from the top. */
  readonly dot?: number
  /** A line across, from the top. */
  readonly rule?: number
  /** Where the thread branches to what stands right, from the top. */
  readonly branch?: number
}

/** Where words start, and how wide they run. */
const X = 152
const W = 1032
/** From a bullet on the thread to the words. */
const HANGING_INDENT = 65

const kicker = {
  label: 'Section',
  x: X,
  y: 60,
  w: W,
  h: 38,
  size: 26,
  bold: true,
  colour: 'tx2',
} as const
const title = { label: 'Title', x: X, y: 104, w: W, h: 120, size: 54, bold: true } as const
const small = { y: 660, h: 32, size: 20, colour: 'tx2' } as const
/** Below, on every slide. */
const ends = {
  foot: { label: 'Footer', x: X, w: 880, ...small },
  number: { label: 'Slide number', x: 1064, w: 120, align: 'r', ...small },
} as const
const head = { ...title, y: 60, h: 44, size: 26, colour: 'tx2' } as const
const body = {
  label: 'Text',
  x: X - HANGING_INDENT,
  y: 252,
  w: W + HANGING_INDENT,
  h: 388,
  size: 36,
  hang: HANGING_INDENT,
} as const
/** The same on the accent. */
const onAccent = {
  foot: { ...ends.foot, colour: 'bg1' },
  number: { ...ends.number, colour: 'bg1' },
} as const
/** Chapters beside the one that opens. */
const names = { x: X, w: W, size: 30, colour: 'bg2' } as const
const large = { label: 'Title', x: X, w: 980, size: 72, bold: true, anchor: 'ctr' } as const

/** Every layout. The order is that of the menu in which people choose. */
export const layouts = {
  title: {
    name: 'Title',
    type: 'title',
    fields: {
      title: { ...large, y: 176, h: 320, size: 112 },
      kicker: { ...kicker, label: 'Phase', y: 118, h: 44, size: 24, colour: 'tx1' },
      body: { label: 'Team', x: X, y: 516, w: W, h: 110, size: 34, colour: 'tx2' },
      ...ends,
    },
    dot: 336,
  },
  chapter: {
    name: 'Chapter',
    type: 'secHead',
    fields: {
      // Behind all words, and cut off by the foot of the slide. Its colour stands in `ON_GROUND`.
      numeral: {
        ...{ label: 'Number of the chapter', x: 640, y: 30, w: 616, h: 800, size: 600 },
        ...{ bold: true, align: 'r', anchor: 'b', colour: 'accent2' },
      },
      caption: { label: 'Chapters before', ...names, y: 56, h: 150, anchor: 'b' },
      kicker: { ...kicker, y: 214, h: 40, colour: 'bg2' },
      title: { ...large, y: 256, h: 170, anchor: 't', colour: 'bg1', size: 104 },
      body: { label: 'What it holds', x: X, y: 432, w: W, h: 80, size: 30, colour: 'bg1' },
      right: { label: 'What comes', ...names, y: 526, h: 120 },
      foot: { ...ends.foot, colour: 'bg2' },
      number: { ...ends.number, colour: 'bg2' },
    },
    ground: 'tx1',
    dot: 312,
  },
  text: { name: 'Title and text', type: 'obj', fields: { title, kicker, body, ...ends } },
  columns: {
    name: 'Title and two columns',
    type: 'twoObj',
    fields: {
      title,
      kicker,
      body: { ...body, w: 484 + HANGING_INDENT },
      right: { ...body, label: 'Text on the right', x: 700 - 42, w: 484 + 42, hang: 42 },
      ...ends,
    },
  },
  three: {
    name: 'Title and three columns',
    type: 'obj',
    fields: {
      title,
      kicker,
      body: { ...body, w: 301 + HANGING_INDENT },
      right: { ...body, label: 'Text in the middle', x: 517 - 42, w: 301 + 42, hang: 42 },
      third: { ...body, label: 'Text on the right', x: 882 - 42, w: 301 + 42, hang: 42 },
      ...ends,
    },
  },
  topic: {
    name: 'Topic',
    type: 'titleOnly',
    fields: { title: { ...large, y: 130, h: 460 }, ...ends },
  },
  statement: {
    name: 'Statement',
    type: 'obj',
    smallTitle: true,
    fields: {
      title: head,
      body: { ...large, label: 'Statement', y: 120, h: 510, w: 980, size: 112 },
      ...ends,
    },
  },
  number: {
    name: 'Number',
    type: 'obj',
    smallTitle: true,
    fields: {
      title: head,
      body: { ...large, label: 'Number', y: 120, h: 210, w: 1032, size: 160 },
      caption: { label: 'Range and words', x: X, y: 340, w: 980, h: 290, size: 40 },
      ...ends,
    },
  },
  quote: {
    name: 'Quote',
    type: 'obj',
    smallTitle: true,
    fields: {
      title: { ...head, colour: 'bg1' },
      body: { ...large, label: 'Quote', y: 120, h: 510, w: 980, size: 88, colour: 'bg1' },
      ...onAccent,
    },
    ground: 'accent1',
  },
  quotePaper: {
    name: 'Quote on paper',
    type: 'obj',
    smallTitle: true,
    fields: {
      title: head,
      body: { ...large, label: 'Quote', y: 120, h: 510, w: 980, size: 88 },
      ...ends,
    },
  },
  decision: {
    name: 'Decision and evidence',
    type: 'obj',
    fields: {
      kicker: { ...kicker, y: 84, w: 468 },
      title: { ...title, y: 128, h: 240, w: 468, anchor: 'b' },
      body: { label: 'More', x: X, y: 416, w: 468, h: 224, size: 28 },
      evidence: { label: 'Evidence', x: 716, y: 84, w: 496, h: 544, size: 46 },
      ...ends,
    },
    branch: 392,
  },
  record: {
    name: 'Decision in full',
    type: 'obj',
    fields: {
      title: { ...title, w: 1000, size: 44 },
      kicker,
      body: { label: 'More', x: X, y: 228, w: 960, h: 340, size: 32 },
      evidence: { label: 'Evidence', x: X, y: 596, w: 960, h: 48, size: 28 },
      ...ends,
    },
    rule: 582,
  },
  evidence: {
    name: 'Evidence',
    type: 'obj',
    smallTitle: true,
    fields: {
      title: { ...head, size: 28, colour: accentOf('evidence') },
      body: { label: 'Evidence', x: X, y: 104, w: 960, h: 510, size: 44, anchor: 'ctr' },
      ...ends,
    },
  },
  picture: {
    name: 'Title and picture',
    type: 'titleOnly',
    fields: {
      title: { ...title, h: 72 },
      kicker,
      caption: { label: 'Caption', x: X, y: 610, w: W, h: 36, size: 20, colour: 'tx2' },
      ...ends,
    },
    stage: { x: X, y: 188, w: W, h: 410 },
  },
  photo: {
    name: 'Photograph from the edge',
    type: 'picTx',
    fields: {
      kicker: { ...kicker, w: 292 },
      title: { ...title, y: 156, w: 292, h: 190, size: 48 },
      body: { label: 'Text', x: X, y: 366, w: 292, h: 274, size: 30 },
      ...ends,
      foot: { ...ends.foot, w: 292 },
    },
    stage: { x: 480, y: 0, w: 800, h: 640 },
    bleeds: true,
  },
  both: {
    name: 'Title, text and picture',
    type: 'objTx',
    fields: { title, kicker, body: { ...body, w: 470 + HANGING_INDENT, size: 30 }, ...ends },
    stage: { x: 660, y: 252, w: 524, h: 388 },
  },
  ask: {
    name: 'Ask',
    type: 'obj',
    fields: {
      kicker: { ...kicker, y: 60, colour: 'bg1' },
      title: { ...large, y: 104, h: 240, w: 980, size: 112, colour: 'bg1' },
      body: { label: 'Ways to answer', x: X, y: 380, w: W, h: 260, size: 32, colour: 'bg1' },
      ...onAccent,
    },
    ground: 'accent1',
    dot: 224,
  },
  code: {
    name: 'Ask with the code of the address',
    type: 'obj',
    fields: {
      kicker: { ...kicker, y: 48, colour: 'bg1' },
      title: { ...large, y: 92, h: 230, w: 980, size: 112, colour: 'bg1' },
      body: { label: 'Ways to answer', x: X, y: 352, w: 716, h: 290, size: 30, colour: 'bg1' },
      caption: { label: 'Address', x: 924, y: 612, w: 260, h: 40, size: 20, colour: 'bg1' },
      ...onAccent,
    },
    ground: 'accent1',
    stage: { x: 924, y: 340, w: 260, h: 260 },
    dot: 207,
  },
} as const satisfies Readonly<Record<string, SlideLayout>>

/** The name of such a layout. */
export type LayoutName = keyof typeof layouts

/** The layout of a name, with the type that all of them share. */
export function layoutOf(name: LayoutName): SlideLayout {
  return layouts[name]
}

/** The fields of a layout in the order in which the file numbers them. */
export function fieldsOf(
  layout: SlideLayout,
): readonly (readonly [LayoutFieldName, LayoutField])[] {
  // Keys of a layout's own table.
  return Object.entries(layout.fields) as unknown as readonly (readonly [
    LayoutFieldName,
    LayoutField,
  ])[]
}
