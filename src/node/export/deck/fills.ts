/** What each layout of the deck puts into which field. */

import type { Layout } from '../../../core/deck/layouts.ts'
import type { Piece } from '../../../core/deck/piece.ts'
import type { Slide, SlideMatrix, SlideNumber, SlideOption } from '../../../core/deck/slide.ts'
import { rowOf } from '../../../core/model/kinds.ts'
import { shortAddress } from '../../../core/publish/qr-code.ts'
import type { Destination } from '../../../core/text/linked-text.ts'
import type { Lookups } from '../lookups.ts'
import {
  cutRuns,
  displayRuns,
  type Flow,
  type FormattedRun,
  isParagraph,
  line,
  type Paragraph,
  plain,
  type Table,
  wordsOf,
} from '../text.ts'
import {
  besideOf,
  columnsOf,
  entriesOf,
  evidenceMarks,
  flowsOf,
  lineOf,
  type PieceSource,
} from './pieces.ts'
import type { PptxSlide, SlideObject } from './sheet.ts'

/** What a layout of the deck makes of a slide. */
type Fill = (
  slide: Slide,
  words: PieceSource,
) => Partial<Pick<PptxSlide, 'layout' | 'objects' | 'code'>> & {
  readonly fields?: PptxSlide['fields']
}

/** What each layout of the deck puts into the fields of its slide. */
export const FILLS: Readonly<Record<Layout, Fill>> = {
  title: ({ body }, words) => ({
    layout: 'title',
    fields: { kicker: phaseOf(words.lookups), body: paragraphsOf(flowsOf(body, words)) },
  }),
  chapter: ({ chapter }) => ({
    layout: 'chapter',
    fields: {
      numeral: chapter ? [plain(String(chapter.n))] : [],
      caption: (chapter?.before ?? []).map((name) => plain(name)),
      body: chapter?.holds ? [plain(chapter.holds)] : [],
      right: (chapter?.after ?? []).map((name) => plain(name)),
    },
  }),
  topic: () => ({ layout: 'topic', fields: { kicker: [] } }),
  statement: asStatement,
  amount: asAmount,
  quote: (slide, words) => ({
    ...asStatement(slide, words),
    layout: slide.onPaper ? 'quotePaper' : 'quote',
  }),
  list: asList,
  more: asMore,
  gaps: asList,
  decision: ({ body, evidence = [], beside }, words) => ({
    layout: beside ? 'decision' : 'record',
    fields: {
      body: paragraphsOf(flowsOf(body, words)),
      evidence: beside
        ? besideOf(evidence, beside.badges !== 'none', words)
        : evidenceMarks(evidence, words),
    },
  }),
  evidence: ({ kicker, title, body, badges = [] }, words) => ({
    layout: 'evidence',
    fields: {
      title: [inDisplay(plain(kicker ?? title))],
      kicker: [],
      body: [
        ...paragraphsOf(flowsOf(body, words)),
        ...(badges.length > 0
          ? [plain(badges.map((badge) => badge.words).join(' · '), { style: 'by' })]
          : []),
      ],
    },
  }),
  columns: asColumns,
  image: asText,
  figure: asText,
  diagram: asText,
  chart: ({ body, chart, close }, words) => {
    if (chart)
      return {
        layout: 'picture',
        objects: [{ type: 'chart', plan: chart }],
        fields: { caption: close ? [line(lineOf(close, words))] : [] },
      }
    const flows = flowsOf(body, words)
    return {
      layout: 'picture',
      objects: objectsOf(flows),
      fields: { caption: paragraphsOf(flows) },
    }
  },
  free: asText,
  table: asTable,
  estimate: ({ kicker, title, body, estimate }, words) => ({
    layout: 'number',
    fields: {
      title: [plain(kicker ?? title)],
      kicker: [],
      body: estimate ? [plain(estimate.figure + estimate.unit)] : [],
      caption: [
        ...(estimate?.range ? [line(bold([{ text: estimate.range }]))] : []),
        ...paragraphsOf(flowsOf(body, words)),
        ...(estimate?.sum.length ? [line(estimate.sum, { style: 'by' })] : []),
      ],
    },
  }),
  options: ({ options, close }, words) => ({
    layout: 'picture',
    objects: options ? [optionsTable(options.columns)] : [],
    fields: { caption: close ? [line(lineOf(close, words))] : [] },
  }),
  ledger: ({ body, close }, words) => ({
    layout: 'picture',
    objects: [ledgerTable(body, words)],
    fields: { caption: close ? [line(lineOf(close, words))] : [] },
  }),
  matrix: ({ matrix, close }, words) => ({
    layout: 'picture',
    objects: matrix ? [matrixTable(matrix, words)] : [],
    fields: { caption: close ? [line(lineOf(close, words))] : [] },
  }),
  comparison: (slide, words) =>
    slide.body.some(({ type }) => type === 'row') ? asTable(slide, words) : asColumns(slide, words),
  ask: ({ body, withoutAddresses }, { lookups }) => {
    const { address } = lookups.settings
    const ways = body.flatMap((piece) =>
      piece.type === 'way' ? [wayOf(piece, withoutAddresses)] : [],
    )
    if (address === undefined) return { layout: 'ask', fields: { body: ways } }
    const caption = [linked(shortAddress(address), { web: address })]
    return { layout: 'code', code: true, fields: { body: ways, caption } }
  },
}

function asTable({ body, tableColumns }: Slide, words: PieceSource): ReturnType<Fill> {
  const tables = flowsOf(body, words).filter((flow) => flow.type === 'table')
  const [aligns = [], all] = [tables[0]?.aligns, tables.flatMap(({ rows }) => rows)]
  const shown = tableColumns?.shown
  const table: Table = {
    type: 'table',
    rows: shown ? all.map((row) => shown.map((column) => row[column] ?? [{ text: '' }])) : all,
    aligns: shown ? shown.map((column) => aligns[column]) : aligns,
  }
  return { layout: 'picture', objects: [table] }
}

/** Options side by side: names, what each is, what it is worth, and what is said of that. */
function optionsTable(columns: readonly SlideOption[]): Table {
  const most = Math.max(...columns.map(({ lines }) => lines.length))
  const row = (of: (column: SlideOption) => FormattedRun) => columns.map((column) => [of(column)])
  return {
    type: 'table',
    rows: [
      row(({ kicker }) => ({ text: kicker })),
      row(({ title, key }) => ({ text: title, to: { key } })),
      row(({ figure, unit }) => ({ text: figure + unit, bold: true })),
      ...Array.from({ length: most }, (_, at) => row(({ lines }) => ({ text: lines[at] ?? '' }))),
    ],
    aligns: [],
  }
}

/** Rows, each with what it comes to. */
function ledgerTable(body: readonly Piece[], words: PieceSource): Table {
  const rows = body.map((piece, index) => {
    const cells = (piece.cells ?? []).map((text, at): readonly FormattedRun[] => [
      { text, ...(at === 0 && index > 0 ? { bold: true as const } : {}) },
    ])
    return [paragraphsOf(entriesOf([piece], words)).flatMap(({ runs }) => runs), ...cells]
  })
  return { type: 'table', rows, aligns: [] }
}

/** What joins two stands in words. */
function matrixTable({ heads, rows }: SlideMatrix, { lookups }: PieceSource): Table {
  const { items, kinds } = lookups.graph
  const name = ({ key, id, text }: SlideMatrix['heads'][number]): readonly FormattedRun[] => {
    const item = items.get(key)
    const kind = item ? { kind: rowOf(item.kind, kinds).like } : {}
    return [{ text: id, bold: true, ...kind, to: { key } }, { text: ` ${text}` }]
  }
  return {
    type: 'table',
    rows: [
      [[{ text: '' }], ...heads.map(name)],
      ...rows.map((row) => [name(row), ...row.cells.map((cell) => [{ text: cell ?? '' }])]),
    ],
    aligns: [],
  }
}

/** The headline leads to the published narrative. */
function asMore(slide: Slide, words: PieceSource): ReturnType<Fill> {
  const { title, section, narrativeKey = section } = slide
  const { address } = words.lookups.settings
  const key = narrativeKey === undefined ? '' : `#${narrativeKey}`
  const heading = address === undefined ? plain(title) : linked(title, { web: address + key })
  const { fields, ...rest } = asList(slide, words)
  return { ...rest, fields: { ...fields, title: [heading] } }
}

function asStatement(
  { kicker, title, lead, body, close }: Slide,
  words: PieceSource,
): ReturnType<Fill> {
  const by: readonly Paragraph[] = close ? [line(lineOf(close, words), { style: 'by' })] : []
  const leads: readonly Paragraph[] = lead ? [line(lineOf(lead, words), { style: 'by' })] : []
  const flows = flowsOf(body, words)
  // Who said it stands in the quote too, where its author wrote it there.
  const paragraphs = paragraphsOf(flows).filter(({ style }) => style !== 'by' || !close)
  return {
    layout: 'statement',
    objects: withoutImages(flows),
    fields: {
      title: [inDisplay(plain(kicker ?? title))],
      kicker: [],
      body: [...leads, ...paragraphs.map(inDisplay), ...by],
    },
  }
}

/** A figure as large as on the deck's slide, but for the width of the font that stands in. */
const LARGE_FIGURE = 0.8
/** What follows it on its line, of its size; layouts/amount.css has the same. */
const UNIT = 0.38

function largeFigure(
  { figure, unit, size }: Pick<SlideNumber, 'figure' | 'unit' | 'size'>,
  beside: number,
): readonly FormattedRun[] {
  const scale = Math.max(1, (size * LARGE_FIGURE) / beside)
  return [
    { text: figure, bold: true, scale },
    ...(unit ? [{ text: unit, scale: Math.max(1, scale * UNIT) }] : []),
  ]
}

/** The sentence in three lines: its figure is the largest. */
function asAmount(slide: Slide, words: PieceSource): ReturnType<Fill> {
  const statement = asStatement(slide, words)
  const { number, bodySize } = slide
  const body = (statement.fields?.body ?? []).flatMap((paragraph): readonly Paragraph[] => {
    const said = number ? number.figure + number.unit : ''
    const at = said === '' ? -1 : wordsOf(paragraph.runs).indexOf(said)
    if (!number || at < 0) return [paragraph]
    const [before = [], , after = []] = cutRuns(paragraph.runs, [at, at + said.length])
    return [before, largeFigure(number, bodySize), after]
      .filter((runs) => runs.length > 0)
      .map((runs) => ({ ...paragraph, runs }))
  })
  return { ...statement, fields: { ...statement.fields, body } }
}

function inDisplay(paragraph: Paragraph): Paragraph {
  return { ...paragraph, runs: displayRuns(paragraph.runs) }
}

function asList({ body, firstColumn, close }: Slide, words: PieceSource): ReturnType<Fill> {
  const end: readonly Paragraph[] = close ? [line(bold(lineOf(close, words)))] : []
  const entries = (of: readonly Piece[]) => entriesOf(of, words)
  const objects = withoutImages(entries(body))
  if (firstColumn === undefined || objects.length > 0) {
    const layout = objects.length > 0 ? 'both' : 'text'
    return { layout, objects, fields: { body: [...paragraphsOf(entries(body)), ...end] } }
  }
  return {
    layout: 'columns',
    fields: {
      body: [...paragraphsOf(entries(body.slice(0, firstColumn))), ...end],
      right: paragraphsOf(entries(body.slice(firstColumn))),
    },
  }
}

/** All words, in order, and pictures beside them. */
function asText({ body, diagram }: Slide, words: PieceSource): ReturnType<Fill> {
  const flows = flowsOf(body, words)
  const objects: readonly SlideObject[] = [
    ...(diagram ? [{ type: 'diagram', diagram } as const] : []),
    ...objectsOf(flows),
  ]
  const paragraphs = paragraphsOf(flows)
  if (objects.length === 0) return { fields: { body: paragraphs } }
  return paragraphs.length === 0
    ? { layout: 'picture', objects }
    : { layout: 'both', objects, fields: { body: paragraphs } }
}

/** The fields of columns, by how many there are. */
const COLUMNS = {
  2: { layout: 'columns', fields: ['body', 'right'] },
  3: { layout: 'three', fields: ['body', 'right', 'third'] },
} as const

/** Words in columns stand side by side; of others, or with pictures, one is below the other. */
function asColumns(slide: Slide, words: PieceSource): ReturnType<Fill> {
  const columns = columnsOf(slide.body, words)
  const set = COLUMNS[columns.length as keyof typeof COLUMNS] // others have none
  if (!set || objectsOf(columns.flat()).length > 0) return asText(slide, words)
  const fields = set.fields.map((name, at) => [name, paragraphsOf(columns[at] ?? [])] as const)
  return { layout: set.layout, fields: Object.fromEntries(fields) }
}

function wayOf(
  { url, text }: Extract<Piece, { type: 'way' }>,
  withoutAddresses = false,
): Paragraph {
  const shown = withoutAddresses ? [] : [{ text: `  ${shortAddress(url)}` }]
  return line([{ text, to: { web: url } }, ...shown])
}

function phaseOf({ graph }: Lookups): readonly Paragraph[] {
  return graph.phase === undefined ? [] : [plain(graph.phase)]
}

function objectsOf(flows: readonly Flow[]): readonly SlideObject[] {
  return flows.flatMap((flow) => (isParagraph(flow) ? [] : [flow]))
}

/** What stands beside words, but for the pictures among these, which have slides of their own. */
function withoutImages(flows: readonly Flow[]): readonly SlideObject[] {
  return objectsOf(flows).filter(({ type }) => type !== 'image')
}

function paragraphsOf(flows: readonly Flow[]): readonly Paragraph[] {
  return flows.filter(isParagraph)
}

function linked(text: string, to: Destination): Paragraph {
  return line([{ text, to }])
}

function bold(runs: readonly FormattedRun[]): readonly FormattedRun[] {
  return runs.map((run) => ({ ...run, bold: true }))
}
