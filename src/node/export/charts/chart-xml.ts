/** A chart as office programs draw and edit it: DrawingML, from the plan that pages draw too. */
import type { ChartPlan } from '../../../core/chart/index.ts'
import { el, escapeXml } from '../../../core/text/xml.ts'
import { chartColours } from '../../chart/colours.ts'
import { LOOKS } from '../../chart/paper.ts'
import type { Palette } from '../palette.ts'
import { columnsOf, isOfSpans, type OfficeSeries, type OfficeSheet, officeSheet } from './sheet.ts'
import { chartWorkbook, nameCell, namesRange, rangeOf } from './workbook.ts'

/** How a file looks. */
export interface ChartLook {
  readonly palette: Palette
  readonly font: string
  readonly language: string
  /** Of words, points. */
  readonly points: number
}

/** The two parts of a chart: what is drawn, and the workbook with its numbers, which it names `rId1`. */
interface OfficeChart {
  /** Without the first line. */
  readonly xml: string
  readonly workbook: Promise<Uint8Array>
}

/** Makes the parts of one chart. */
export function officeChart(plan: ChartPlan, look: ChartLook): OfficeChart {
  const sheet = officeSheet(plan)
  const draw = { plan, sheet, look, colours: chartColours(look.palette) }
  const title = plan.subtitle === '' ? '' : titleXml(plan.subtitle, draw)
  const legend = legendXml(sheet)
  const drawn = plan.form === 'lines' || plan.form === 'dots' ? linesXml(draw) : barsXml(draw)
  const chart = el(
    'c:chart',
    {},
    title,
    val('autoTitleDeleted', title === '' ? 1 : 0),
    el('c:plotArea', {}, '<c:layout/>', drawn, ...axesXml(draw)),
    legend,
    val('plotVisOnly', 1),
    val('dispBlanksAs', 'gap'),
  )
  const xml = el(
    'c:chartSpace',
    NAMESPACES,
    val('date1904', 0),
    val('lang', look.language),
    val('roundedCorners', 0),
    chart,
    el('c:spPr', {}, '<a:noFill/><a:ln><a:noFill/></a:ln>'),
    textXml(draw),
    el('c:externalData', { 'r:id': 'rId1' }, val('autoUpdate', 0)),
  )
  const { language } = look
  return { xml, workbook: chartWorkbook(sheet, { title: plan.headline, language }) }
}

/** Each look once, and nothing of what is unseen. */
function legendXml({ series }: OfficeSheet): string {
  const names = series.map(({ value, isUnseen }) => (isUnseen ? '' : value.name))
  const isShown = (name: string, at: number) => name !== '' && names.indexOf(name) === at
  if (names.filter(isShown).length < 2) return ''
  const left = names.flatMap((name, at) =>
    isShown(name, at) ? [] : [el('c:legendEntry', {}, val('idx', at), val('delete', 1))],
  )
  return el('c:legend', {}, val('legendPos', 't'), ...left, val('overlay', 0))
}

const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006'
const NAMESPACES = {
  'xmlns:c': `${MAIN}/chart`,
  'xmlns:a': `${MAIN}/main`,
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** Names the chart in a slide or a document, under the id of its relationship. */
export function chartReference(id: string): string {
  const chart = el('c:chart', {
    'xmlns:c': NAMESPACES['xmlns:c'],
    'xmlns:r': NAMESPACES['xmlns:r'],
    'r:id': id,
  })
  return el(
    'a:graphic',
    { 'xmlns:a': NAMESPACES['xmlns:a'] },
    el('a:graphicData', { uri: `${MAIN}/chart` }, chart),
  )
}

interface Draw {
  readonly plan: ChartPlan
  readonly sheet: OfficeSheet
  readonly look: ChartLook
  readonly colours: Readonly<Record<string, string>>
}

function val(name: string, value: string | number): string {
  return el(`c:${name}`, { val: value })
}

function fill(colour = '000000'): string {
  return el('a:solidFill', {}, el('a:srgbClr', { val: colour }))
}

/** A line of some thousandths of a point. */
function lineXml(inside: string, w = 12_700): string {
  return el('a:ln', { w }, inside)
}

function textXml({ look, colours }: Draw, colour = 'ink', bold = 0): string {
  const font = el('a:latin', { typeface: look.font })
  const run = el('a:defRPr', { sz: look.points * 100, b: bold }, fill(colours[colour]), font)
  return el(
    'c:txPr',
    {},
    '<a:bodyPr/><a:lstStyle/>',
    el('a:p', {}, el('a:pPr', {}, run), el('a:endParaRPr', { lang: look.language })),
  )
}

function titleXml(words: string, { look, colours }: Draw): string {
  const looks = { lang: look.language, sz: look.points * 100, b: 0 }
  const run = el(
    'a:r',
    {},
    el('a:rPr', looks, fill(colours['quiet']), el('a:latin', { typeface: look.font })),
    el('a:t', {}, escapeXml(words)),
  )
  const rich = el('c:rich', {}, '<a:bodyPr/><a:lstStyle/>', el('a:p', {}, '<a:pPr algn="l"/>', run))
  const place = el(
    'c:manualLayout',
    {},
    val('xMode', 'edge'),
    val('yMode', 'edge'),
    val('x', 0),
    val('y', 0),
  )
  return el('c:title', {}, el('c:tx', {}, rich), el('c:layout', {}, place), val('overlay', 0))
}

/** `--chart-3` of a look as a colour. */
function colourOf(paint: string, { colours }: Draw): string {
  return colours[/--([a-z\d-]+)/.exec(paint)?.[1] ?? ''] ?? '000000'
}

function looksXml(draw: Draw, at: number): string {
  const { fill: paint, edge } = LOOKS[at % LOOKS.length] ?? LOOKS[0]
  const around = edge ? lineXml(fill(colourOf(edge, draw))) : ''
  return el('c:spPr', {}, fill(colourOf(paint, draw)), around)
}

function barsXml(draw: Draw): string {
  const { plan, sheet } = draw
  const isStacked = plan.form === 'stacked bars' || plan.form === 'flows' || isOfSpans(plan)
  const series = sheet.series.map((one, at) => {
    const looks = one.isUnseen ? el('c:spPr', {}, '<a:noFill/>') : looksXml(draw, one.look ?? at)
    const points = one.isUnseen || plan.series.length > 1 ? [] : pointsXml(draw)
    return seriesXml(one, at, draw, [
      looks,
      val('invertIfNegative', 0),
      ...points,
      labelsXml(one, draw),
      errorsXml(one, draw),
    ])
  })
  return el(
    'c:barChart',
    {},
    val('barDir', isUpright(plan) ? 'col' : 'bar'),
    val('grouping', isStacked ? 'stacked' : 'clustered'),
    val('varyColors', 0),
    ...series,
    val('gapWidth', plan.series.length > 1 ? 50 : 60),
    val('overlap', isStacked ? 100 : 0),
    ...AXES.map((id) => val('axId', id)),
  )
}

function isUpright({ form }: ChartPlan): boolean {
  return form === 'columns' || form === 'flows'
}

/** What the headline names stands out. */
function pointsXml(draw: Draw): readonly string[] {
  const { named, rows } = draw.plan
  if (named.rows.length === 0) return []
  return draw.sheet.rows.flatMap((name, at) => {
    const isNamed = named.rows.some(
      (row) => name === rows[row] || name.startsWith(`${rows[row]}: `),
    )
    const edge = isNamed ? '' : lineXml(fill(draw.colours['chart-edge']))
    const looks = el('c:spPr', {}, fill(draw.colours[isNamed ? 'chart-focus' : 'chart-rest']), edge)
    return [el('c:dPt', {}, val('idx', at), val('invertIfNegative', 0), val('bubble3D', 0), looks)]
  })
}

const SIGNS = ['circle', 'square', 'diamond', 'triangle']
const STROKES = ['chart-1', 'chart-3', 'ink', 'chart-1']
const DASHES = ['solid', 'solid', 'dash', 'sysDot']

function linesXml(draw: Draw): string {
  const { plan, sheet } = draw
  const isDots = plan.form === 'dots'
  const series = sheet.series.map((one, at) => {
    const others = plan.named.series.length > 0 ? 'chart-1' : (STROKES[at % 4] ?? 'ink')
    const stroke = draw.colours[plan.named.series.includes(at) ? 'chart-focus' : others]
    const line = isDots ? '<a:noFill/>' : fill(stroke) + el('a:prstDash', { val: DASHES[at % 4] })
    const looks = el('c:spPr', {}, lineXml(line, 31_750))
    const dot = isDots ? looksXml(draw, at) : el('c:spPr', {}, fill(stroke), lineXml(fill(stroke)))
    const sign = el(
      'c:marker',
      {},
      val('symbol', SIGNS[at % 4] ?? 'circle'),
      val('size', isDots ? 11 : 7),
      dot,
    )
    return seriesXml(one, at, draw, [looks, sign, errorsXml(one, draw)], [val('smooth', 0)])
  })
  return el(
    'c:lineChart',
    {},
    val('grouping', 'standard'),
    val('varyColors', 0),
    ...series,
    val('marker', 1),
    ...AXES.map((id) => val('axId', id)),
  )
}

function seriesXml(
  { value }: OfficeSeries,
  at: number,
  { sheet }: Draw,
  inside: readonly string[],
  after: readonly string[] = [],
): string {
  const column = columnsOf(sheet).indexOf(value)
  const names = [value.name]
  return el(
    'c:ser',
    {},
    val('idx', at),
    val('order', at),
    el('c:tx', {}, stringsXml(nameCell(column), names)),
    ...inside,
    el('c:cat', {}, stringsXml(namesRange(sheet.rows.length), sheet.rows)),
    el('c:val', {}, numbersXml(rangeOf(column, sheet.rows.length), value.numbers)),
    ...after,
  )
}

function stringsXml(range: string, words: readonly string[]): string {
  const points = words.map((text, idx) => el('c:pt', { idx }, el('c:v', {}, escapeXml(text))))
  const cache = el('c:strCache', {}, val('ptCount', words.length), ...points)
  return el('c:strRef', {}, el('c:f', {}, range), cache)
}

function numbersXml(range: string, numbers: readonly (number | undefined)[]): string {
  const points = numbers.map((number, idx) =>
    number === undefined ? '' : el('c:pt', { idx }, el('c:v', {}, String(number))),
  )
  const cache = el(
    'c:numCache',
    {},
    el('c:formatCode', {}, 'General'),
    val('ptCount', numbers.length),
    ...points,
  )
  return el('c:numRef', {}, el('c:f', {}, range), cache)
}

/** From where to where it may lie. */
function errorsXml({ below, above }: OfficeSeries, { sheet, colours }: Draw): string {
  if (!below || !above) return ''
  const columns = columnsOf(sheet)
  const rows = sheet.rows.length
  return el(
    'c:errBars',
    {},
    val('errBarType', 'both'),
    val('errValType', 'cust'),
    val('noEndCap', 0),
    el('c:plus', {}, numbersXml(rangeOf(columns.indexOf(above), rows), above.numbers)),
    el('c:minus', {}, numbersXml(rangeOf(columns.indexOf(below), rows), below.numbers)),
    el('c:spPr', {}, lineXml(fill(colours['ink']), 19_050)),
  )
}

/** Numbers beside their bars, unless these stand with the names. */
function labelsXml(one: OfficeSeries, draw: Draw): string {
  const { plan } = draw
  const shown = (value: 0 | 1): string =>
    ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize']
      .map((name) => val(`show${name}`, name === 'Val' ? value : 0))
      .join('')
  const isRead = plan.form === 'flows' || isOfSpans(plan)
  if (isRead || (plan.hasRanges && plan.series.length === 1)) return el('c:dLbls', {}, shown(0))
  const isStacked = plan.form === 'stacked bars'
  const numbers = one.value.numbers.flatMap((number) => number ?? [])
  const isSolid = draw.sheet.series.indexOf(one) % 2 === 0
  return el(
    'c:dLbls',
    {},
    el('c:numFmt', { formatCode: formatCode(plan, numbers), sourceLinked: 0 }),
    el('c:spPr', {}, '<a:noFill/><a:ln><a:noFill/></a:ln>'),
    textXml(draw, isStacked && isSolid ? 'paper' : 'ink', 1),
    val('dLblPos', isStacked ? 'ctr' : 'outEnd'),
    shown(1),
  )
}

/** How programs write numbers: `"£"0.0,,"m"`. */
function formatCode({ unit, scale }: ChartPlan, numbers: readonly number[]): string {
  const most = Math.max(Math.abs(scale.low), Math.abs(scale.high))
  const [divisor, suffix] = SUFFIXES.find(([size]) => most >= size) ?? [1, '']
  const isWhole = (digits: number): boolean =>
    numbers.every((one) => {
      const places = (one / divisor) * 10 ** digits
      return Math.abs(places - Math.round(places)) < 1e-6
    })
  const digits = [0, 1].find(isWhole) ?? 2
  const sign = /^[£$€]/.exec(unit)?.[0]
  const number = `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}${suffix}`
  return `${sign ? `"${sign}"` : ''}${number}${unit === '%' ? '"%"' : ''}`
}

/** Each comma leaves three digits out. */
const SUFFIXES: readonly (readonly [number, string])[] = [
  [1e9, ',,,"bn"'],
  [1e6, ',,"m"'],
]

const AXES = [111_111_111, 222_222_222] as const

/** With smaller words, as names of many words need, which programs else leave out. */
function smaller(draw: Draw): Draw {
  return { ...draw, look: { ...draw.look, points: Math.round(draw.look.points * 0.75) } }
}

function axesXml(draw: Draw): readonly string[] {
  const { plan, colours } = draw
  const isAcross = !isUpright(plan) && plan.form !== 'lines' && plan.form !== 'dots'
  // Numbers stand beside bars; lines and dots are read by the lines behind them.
  const isRead =
    plan.form === 'lines' || plan.form === 'dots' || plan.form === 'flows' || isOfSpans(plan)
  const [names, amounts] = AXES
  const ink = el('c:spPr', {}, lineXml(fill(colours['ink'])))
  const grid = el('c:majorGridlines', {}, el('c:spPr', {}, lineXml(fill(colours['rule']))))
  const { low, high } = plan.scale
  const bounds =
    plan.form === 'lines' || plan.form === 'stacked bars' ? [val('max', high), val('min', low)] : []
  return [
    el(
      'c:catAx',
      {},
      val('axId', names),
      el('c:scaling', {}, val('orientation', isAcross ? 'maxMin' : 'minMax')),
      val('delete', 0),
      val('axPos', isAcross ? 'l' : 'b'),
      el('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
      ...[val('majorTickMark', 'none'), val('minorTickMark', 'none'), val('tickLblPos', 'low')],
      ink,
      textXml(plan.form === 'tornado' ? smaller(draw) : draw),
      ...[
        val('crossAx', amounts),
        val('crosses', 'autoZero'),
        val('auto', 0),
        val('lblAlgn', 'ctr'),
      ],
      ...[val('lblOffset', 100), val('tickLblSkip', 1), val('noMultiLvlLbl', 1)],
    ),
    el(
      'c:valAx',
      {},
      val('axId', amounts),
      el('c:scaling', {}, val('orientation', 'minMax'), ...bounds),
      val('delete', isRead ? 0 : 1),
      val('axPos', isAcross ? 'b' : 'l'),
      isRead ? grid : '',
      el('c:numFmt', { formatCode: formatCode(plan, plan.scale.ticks), sourceLinked: 0 }),
      ...[val('majorTickMark', 'none'), val('minorTickMark', 'none'), val('tickLblPos', 'nextTo')],
      el('c:spPr', {}, lineXml('<a:noFill/>')),
      textXml(draw, 'quiet'),
      ...[
        val('crossAx', names),
        val('crosses', isAcross ? 'max' : 'autoZero'),
        val('crossBetween', 'between'),
      ],
    ),
  ]
}
