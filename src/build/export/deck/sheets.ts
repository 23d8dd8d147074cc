/** From planned slides to sheets: which layout, which words in which field, which pictures. */
import type { Piece, Slide } from '../../../core/deck/index.ts'
import type { Diagram } from '../../../core/diagram/index.ts'
import { shortAddress } from '../../../core/qr-code.ts'
import { flowOf } from '../flow.ts'
import type { Lookups } from '../lookups.ts'
import {
  type Destination,
  type Flow,
  isParagraph,
  type Paragraph,
  plain,
  type Run,
  type Shown,
  type Table,
  wordsOf,
} from '../text.ts'
import type { FieldName, LayoutName } from './layouts.ts'
import { entriesOf, evidenceOf, flowsOf, lineOf, type Words } from './pieces.ts'

/** A picture to be made, or a table. */
export type Thing = Shown | Table | { readonly type: 'diagram'; readonly diagram: Diagram }

/** One slide as the file has it. */
export interface Sheet {
  /** Address of the slide in the deck. */
  readonly id: string
  readonly layout: LayoutName
  /** Fields without words are left out. */
  readonly fields: Partial<Readonly<Record<FieldName, readonly Paragraph[]>>>
  /** px at most, where the deck says so. */
  readonly sizes: Partial<Readonly<Record<FieldName, number>>>
  readonly things: readonly Thing[]
  /** Set on the ask, where the address of the case is shown as a code. */
  readonly code?: true
  /** Paragraphs for the speaker, of public words alone. */
  readonly notes: readonly string[]
}

/** What a layout of the deck makes of a slide. */
type Fill = (
  slide: Slide,
  words: Words,
) => Partial<Pick<Sheet, 'layout' | 'things' | 'code'>> & {
  readonly fields?: Sheet['fields']
}

/** The sheet of one slide. A layout that is not known here shows all its words as text. */
export function sheetOf(slide: Slide, words: Words): Sheet {
  const fill = FILLS[slide.layout] ?? asText
  const { layout = 'text', things = [], fields = {}, code } = fill(slide, words)
  const title = fields.title ?? [line(slide.head ? lineOf(slide.head, words) : [say(slide.title)])]
  return {
    id: slide.id,
    layout,
    fields: filled({
      title,
      kicker: slide.kicker === undefined ? [] : [plain(slide.kicker)],
      foot: footOf(slide, words.lookups),
      ...fields,
    }),
    sizes: sizesOf(slide, layout),
    things,
    ...(code ? { code } : {}),
    notes: notesOf(slide, words),
  }
}

const FILLS: Readonly<Partial<Record<string, Fill>>> = {
  title: ({ body }, words) => ({
    layout: 'title',
    fields: { kicker: phaseOf(words.lookups), body: paragraphsOf(flowsOf(body, words)) },
  }),
  chapter: () => ({ layout: 'chapter' }),
  topic: () => ({ layout: 'topic', fields: { kicker: [] } }),
  statement: asStatement,
  quote: asStatement,
  list: asList,
  gaps: asList,
  decision: ({ body, evidence = [], evidenceAs }, words) => ({
    layout: 'decision',
    fields: {
      body: paragraphsOf(flowsOf(body, words)),
      evidence: evidenceOf(evidence, evidenceAs, words),
    },
  }),
  evidence: ({ kicker, title, body }, words) => ({
    layout: 'evidence',
    fields: {
      title: [plain(kicker ?? title)],
      kicker: [],
      body: paragraphsOf(flowsOf(body, words)),
    },
  }),
  table: ({ body }, words) => {
    const rows = flowsOf(body, words).flatMap((flow) => (flow.type === 'table' ? flow.rows : []))
    return { layout: 'picture', things: [{ type: 'table', rows }] }
  },
  ask: ({ body, lean }, { lookups }) => {
    const { address } = lookups.settings
    const ways = body.map((way) => wayOf(way, lean === true))
    if (address === undefined) return { layout: 'ask', fields: { body: ways } }
    const caption = [linked(shortAddress(address), { web: address })]
    return { layout: 'code', code: true, fields: { body: ways, caption } }
  },
}

function asStatement({ kicker, title, lead, body, close }: Slide, words: Words): ReturnType<Fill> {
  const by: readonly Paragraph[] = close ? [line(lineOf(close, words), { style: 'by' })] : []
  const leads: readonly Paragraph[] = lead ? [line(lineOf(lead, words), { style: 'by' })] : []
  const flows = flowsOf(body, words)
  // Who said it stands in the quote too, where its author wrote it there.
  const said = paragraphsOf(flows).filter(({ style }) => style !== 'by' || !close)
  return {
    layout: 'statement',
    things: thingsOf(flows),
    fields: { title: [plain(kicker ?? title)], kicker: [], body: [...leads, ...said, ...by] },
  }
}

function asList({ body, columns, close }: Slide, words: Words): ReturnType<Fill> {
  const end: readonly Paragraph[] = close ? [line(bold(lineOf(close, words)))] : []
  const entries = (of: readonly Piece[]) => entriesOf(of, words)
  const things = thingsOf(entries(body))
  if (columns !== 2 || things.length > 0) {
    const layout = things.length > 0 ? 'both' : 'text'
    return { layout, things, fields: { body: [...paragraphsOf(entries(body)), ...end] } }
  }
  const middle = Math.ceil(body.length / 2)
  return {
    layout: 'columns',
    fields: {
      body: [...paragraphsOf(entries(body.slice(0, middle))), ...end],
      right: paragraphsOf(entries(body.slice(middle))),
    },
  }
}

/** All words, in order, and pictures beside them. */
function asText(slide: Slide, words: Words): ReturnType<Fill> {
  const { lead, body, close, evidence = [], diagram } = slide
  const flows: readonly Flow[] = [
    ...flowsOf([...(lead ? [lead] : []), ...body, ...unknownPieces(slide)], words),
    ...evidence.flatMap((piece) => flowsOf([piece], words)),
    ...(close ? flowsOf([close], words) : []),
  ]
  const things: readonly Thing[] = [
    ...(diagram ? [{ type: 'diagram', diagram } as const] : []),
    ...thingsOf(flows),
  ]
  const said = paragraphsOf(flows)
  if (things.length === 0) return { fields: { body: said } }
  return said.length === 0
    ? { layout: 'picture', things }
    : { layout: 'both', things, fields: { body: said } }
}

/** What slides are known to hold, besides what `asText` reads. */
const KNOWN = new Set(['head', 'lead', 'body', 'close', 'evidence', 'diagram', 'below', 'notes'])

/** Pieces in fields that only a newer layout has: no word is lost for want of a rule here. */
function unknownPieces(slide: Slide): readonly Piece[] {
  const known = new Set(slide.body.map(({ name }) => name))
  return Object.entries(slide)
    .filter(([name]) => !KNOWN.has(name))
    .flatMap(([, value]) => piecesIn(value))
    .filter(({ name }) => !known.has(name))
}

function piecesIn(value: unknown): readonly Piece[] {
  if (Array.isArray(value)) return value.flatMap(piecesIn)
  if (typeof value !== 'object' || value === null) return []
  if ('name' in value && 'text' in value && typeof value.name === 'string')
    return typeof value.text === 'string' ? [{ name: value.name, text: value.text }] : []
  return Object.values(value).flatMap(piecesIn)
}

function wayOf(way: Piece, lean: boolean): Paragraph {
  const web = way.name.replace(/^feedback:/, '')
  const shown = lean ? [] : [say(`  ${shortAddress(web)}`)]
  return line([{ text: way.text, to: { web } }, ...shown])
}

/** Where the slide stands in the case, leading there where it is published. */
function footOf(slide: Slide, { graph, settings }: Lookups): readonly Paragraph[] {
  const section = graph.sections.get(slide.section ?? '')
  const parent = graph.sections.get(section?.parent ?? '')
  const names = [parent && !parent.part ? parent.title : undefined, section?.title]
  const where = names.filter((name) => name !== undefined && name !== slide.title).join(': ')
  const part = slide.part ? `(${slide.part.n} of ${slide.part.of})` : ''
  const key = slide.item ?? slide.section
  const { address, caveat } = settings
  const web = address && (key === undefined ? address : `${address.replace(/#.*$/, '')}#${key}`)
  const read = web && key === undefined ? 'Read the whole case' : where
  const to = web ? { to: { web } } : {}
  const runs = [
    ...(slide.layout === 'title' && caveat ? [say(`${caveat}${read ? '. ' : ''}`)] : []),
    ...(read ? [{ text: read, ...to }] : []),
    ...(part ? [say(read ? ` ${part}` : part)] : []),
  ]
  return runs.length > 0 ? [line(runs)] : []
}

function notesOf({ notes }: Slide, { pieces, lookups }: Words): readonly string[] {
  const nodes = notes.flatMap((name) => pieces.get(name) ?? [])
  return paragraphsOf(flowOf(nodes, lookups)).map(({ runs }) => wordsOf(runs))
}

function phaseOf({ graph }: Lookups): readonly Paragraph[] {
  return graph.phase === undefined ? [] : [plain(graph.phase)]
}

function sizesOf({ headSize, bodySize }: Slide, layout: LayoutName): Sheet['sizes'] {
  const quiet = layout === 'statement' || layout === 'evidence'
  const body = bodySize > 0 ? { body: bodySize, right: bodySize } : {}
  return quiet ? body : { title: headSize, ...body }
}

function filled(fields: Sheet['fields']): Sheet['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([, words]) => words.length > 0))
}

function thingsOf(flows: readonly Flow[]): readonly Thing[] {
  return flows.flatMap((flow) => (isParagraph(flow) ? [] : [flow]))
}

function paragraphsOf(flows: readonly Flow[]): readonly Paragraph[] {
  return flows.filter(isParagraph)
}

function line(runs: readonly Run[], more: Partial<Paragraph> = {}): Paragraph {
  return { type: 'paragraph', runs, level: 0, ...more }
}

function linked(text: string, to: Destination): Paragraph {
  return line([{ text, to }])
}

function say(text: string): Run {
  return { text }
}

function bold(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => ({ ...run, bold: true }))
}
