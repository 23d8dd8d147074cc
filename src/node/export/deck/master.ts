/** The master and its layouts: what slides take from them, so that a team can restyle a deck. */
import { el, escapeXml } from '../../../core/text/xml.ts'
import { colour, type Palette } from '../palette.ts'
import { DEEPER } from './fit.ts'
import { type Area, fieldsOf, type LayoutField, layouts, type SlideLayout } from './layouts.ts'
import { idOf, type PackagePart } from './package.ts'
import {
  emu,
  FROM_MASTER,
  fillOf,
  hundredths,
  numberText,
  ornament,
  placeholderXml,
  slideXml,
  transformOf,
} from './shapes.ts'

/** The thread runs through every slide. Its middle is 98 px from the edge. */
const THREAD = { x: 96, y: 0, w: 4, h: 720 }
const DOT = 24

/** Which colour of the theme programs take for paper, words and the rest. */
export const MASTER_COLOURS = el('p:clrMap', {
  ...{ bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2', hlink: 'hlink', folHlink: 'folHlink' },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`accent${n}`, `accent${n}`])),
})

type Fields = ReturnType<typeof fieldsOf>

/** Ids of layouts start after that of the master. */
const FIRST_LAYOUT = 2_147_483_649

/** The master of all slides. */
export function masterPart(language: string): PackagePart {
  const relations = ['../theme/theme1.xml']
  const list = Object.keys(layouts).map((_, index) => {
    const id = idOf(relations, `../slideLayouts/slideLayout${index + 1}.xml`)
    return el('p:sldLayoutId', { id: FIRST_LAYOUT + index, 'r:id': id })
  })
  const { title, body, foot, number } = layouts.text.fields
  const fields = Object.entries({ title, body, foot, number }) as Fields
  const styles = el(
    'p:txStyles',
    {},
    el('p:titleStyle', {}, levels(title)),
    el('p:bodyStyle', {}, levels(body)),
    el('p:otherStyle', {}, OTHER_TEXT),
  )
  const xml = slideXml('p:sldMaster', {
    paper: 'bg1',
    shapes: [ornament(2, 'Thread', THREAD), ...fieldsXml(fields, language)],
    after: [MASTER_COLOURS, el('p:sldLayoutIdLst', {}, ...list), styles],
  })
  return { path: 'ppt/slideMasters/slideMaster1.xml', xml, relations }
}

/** One layout; `n` is its number in the menu, 1-based. */
export function layoutPart(
  layout: SlideLayout,
  n: number,
  { language, palette }: { readonly language: string; readonly palette: Palette },
): PackagePart {
  const { name, type, ground, dot, rule, branch } = layout
  const onAccent = ground === 'accent1'
  const onChapter = ground === 'tx1'
  const shapes = [
    ...(onAccent ? [ornament(8, 'Light thread', THREAD)] : []),
    // In its own colour, over that of the master.
    ...(onChapter ? [ornament(8, 'Thread', THREAD)] : []),
    ...(dot === undefined ? [] : [ornament(2, onAccent ? 'Light dot' : 'Dot', dotAt(dot))]),
    ...(rule === undefined ? [] : [ornament(3, 'Rule', { x: 152, y: rule, w: 960, h: 2 })]),
    ...(branch === undefined ? [] : branchXml(branch)),
    ...fieldsXml(fieldsOf(layout), language),
  ]
  const xml = slideXml(
    'p:sldLayout',
    { name, paper: ground, shapes, after: [FROM_MASTER] },
    { type, preserve: 1, userDrawn: 1 },
  )
  return {
    path: `ppt/slideLayouts/slideLayout${n}.xml`,
    xml: inColoursOf(ground, xml, palette),
    relations: ['../slideMasters/slideMaster1.xml'],
  }
}

/** Colours of slides with a ground of their own, by those of the theme in whose place they stand. */
const ON_GROUND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tx1: {
    ...{ tx1: 'chapter-paper', bg1: 'chapter-ink', bg2: 'chapter-quiet' },
    accent1: 'chapter-thread',
    accent2: 'chapter-numeral',
  },
  accent1: { accent1: 'accent-paper', bg1: 'accent-ink', bg2: 'accent-ink' },
}

/** A theme of the format has no room for these colours: they stand in the layout as they are. */
function inColoursOf(ground: string | undefined, xml: string, palette: Palette): string {
  const tokens = ON_GROUND[ground ?? ''] ?? {}
  return xml.replace(/<a:schemeClr val="(\w+)"\/>/g, (own, name: string) => {
    const token = tokens[name]
    return token === undefined ? own : el('a:srgbClr', { val: colour(palette, token) })
  })
}

function dotAt(middle: number, size = DOT): Area {
  return { x: 98 - size / 2, y: middle - size / 2, w: size, h: size }
}

/** The thread branches to what stands right, on a ground of its own. */
function branchXml(middle: number): readonly string[] {
  const x = 668
  return [
    ornament(4, 'Ground', { x, y: 0, w: 1280 - x, h: 720 }),
    ornament(5, 'Thread', { x: 98, y: middle - 2, w: x - 98, h: 4 }),
    ornament(6, 'Thread', { x: x - 2, y: 84, w: 4, h: 544 }),
    ornament(7, 'Diamond', dotAt(middle, 34)),
  ]
}

function fieldsXml(fields: Fields, lang: string): readonly string[] {
  return fields.map(([name, field], index) => {
    const { label } = field
    const run = el('a:r', {}, el('a:rPr', { lang }), el('a:t', {}, escapeXml(label)))
    const prompt = name === 'number' ? numberText(lang, '‹#›') : el('a:p', {}, run)
    const text = bodyXml(field) + el('a:lstStyle', {}, levels(field)) + prompt
    return placeholderXml({ id: 10 + index, name, label, place: transformOf(field), text })
  })
}

function bodyXml({ anchor = 't' }: LayoutField): string {
  const inset = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 }
  const attributes = { vert: 'horz', wrap: 'square', ...inset, rtlCol: 0, anchor }
  return el('a:bodyPr', attributes, el('a:normAutofit'))
}

/** Three levels are more than a slide should have; the format knows nine. */
const DEPTHS = [0, 1, 2] as const

/** The look of words outside of fields, such as those of tables. */
export const OTHER_TEXT = levels({ ...layouts.text.fields.foot, size: 24, colour: 'tx1' })

function levels(field: LayoutField): string {
  return DEPTHS.map((depth) => levelXml(field, depth)).join('')
}

function levelXml(
  { size, bold, colour = 'tx1', hang = 0, align = 'l' }: LayoutField,
  depth: number,
): string {
  const own = depth === 0 ? size : size * DEEPER
  const step = size * 0.9
  const indent =
    hang === 0
      ? { marL: 0, indent: 0 }
      : { marL: emu(hang + depth * step), indent: -emu(depth === 0 ? hang : step * 0.75) }
  const fonts = ['latin', 'ea', 'cs'].map((script) =>
    el(`a:${script}`, { typeface: `+${bold ? 'mj' : 'mn'}-${script === 'latin' ? 'lt' : script}` }),
  )
  return el(
    `a:lvl${depth + 1}pPr`,
    { ...indent, algn: align, defTabSz: 914400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0 },
    el('a:lnSpc', {}, el('a:spcPct', { val: bold ? 90_000 : 100_000 })),
    el('a:spcBef', {}, el('a:spcPts', { val: hundredths(size * (depth === 0 ? 0.5 : 0.25)) })),
    ...(hang === 0 ? [el('a:buNone')] : bulletOf(depth)),
    el('a:defRPr', { sz: hundredths(own), b: bold ? 1 : 0, kern: 1200 }, fillOf(colour), ...fonts),
  )
}

/** On the thread at first, then dashes. */
function bulletOf(depth: number): readonly string[] {
  const val = depth === 0 ? 'accent1' : 'tx2'
  return [
    el('a:buClr', {}, el('a:schemeClr', { val })),
    el('a:buSzPct', { val: 100_000 }),
    el('a:buFont', { typeface: 'Arial' }),
    el('a:buChar', { char: depth === 0 ? '●' : '–' }),
  ]
}
