/** From the pieces that a slide names to paragraphs with their links and emphasis. */

import { keyOf, type Piece } from '../../../core/deck/piece.ts'
import type { SlideEvidence } from '../../../core/deck/slide.ts'
import { NO_EVIDENCE } from '../../../core/graph/gaps-in-words.ts'
import { rowOf } from '../../../core/model/kinds.ts'
import type { Node } from '../../../core/syntax/tree.ts'
import { entryOf, flowOf } from '../flow.ts'
import { runsOf } from '../inline.ts'
import { destinationOf, type Lookups } from '../lookups.ts'
import { type Flow, type FormattedRun, isParagraph, line, type Paragraph, plain } from '../text.ts'

/** Where the words of pieces come from. */
export interface PieceSource {
  readonly lookups: Lookups
  /** Nodes by the key of their piece. */
  readonly pieces: ReadonlyMap<string, Node>
}

/** The words of one piece on one line. */
export function lineOf(piece: Piece, { lookups, pieces }: PieceSource): readonly FormattedRun[] {
  const node = pieces.get(keyOf(piece))
  if (!node || !isInline(piece)) return [{ text: piece.text }]
  const runs = runsOf([node], lookups)
  return runs.length > 0 ? runs : [{ text: piece.text }]
}

/** All that pieces show: sentences that follow each other make one paragraph. */
export function flowsOf(of: readonly Piece[], words: PieceSource): readonly Flow[] {
  const flows: Flow[] = []
  let sentences: FormattedRun[] = []
  const close = (): void => {
    if (sentences.length > 0) flows.push({ type: 'paragraph', runs: sentences, level: 0 })
    sentences = []
  }
  for (const piece of of) {
    if (piece.startsParagraph) close()
    if (isInline(piece)) {
      const space = sentences.length > 0 ? [{ text: ' ' }] : []
      sentences.push(...space, ...lineOf(piece, words))
      continue
    }
    close()
    flows.push(...flowOfPiece(piece, words))
  }
  close()
  return flows
}

/** Entries of a list, each with the id of the item that it is. */
export function entriesOf(of: readonly Piece[], words: PieceSource): readonly Flow[] {
  const { items, kinds } = words.lookups.graph
  return of.flatMap((piece) => {
    const flows = entryFlows(piece, words).map((flow) => withNumber(flow, piece))
    const item = items.get(piece.item ?? '')
    return flows.map((flow, index): Flow => {
      if (flow.type !== 'paragraph') return flow
      const level = flow.level + (piece.nested ? 1 : 0)
      const id: readonly FormattedRun[] =
        item && index === 0
          ? [{ text: item.id, bold: true, kind: rowOf(item.kind, kinds).like }, { text: ' ' }]
          : []
      return { ...flow, level, runs: [...id, ...flow.runs] }
    })
  })
}

/** What each column shows; none where pieces are no columns alone. */
export function columnsOf(
  of: readonly Piece[],
  { lookups, pieces }: PieceSource,
): readonly (readonly Flow[])[] {
  const [only, ...others] = of.map((piece) => pieces.get(keyOf(piece)))
  const columns = others.length === 0 && only ? columnsIn(only) : []
  return columns.map((column) => flowOf([column], lookups, fileOf(of[0])))
}

function columnsIn({ name, children = [] }: Node): readonly Node[] {
  const [only, ...others] = children
  if (children.every((child) => child.name === 'Column')) return children
  const isAround = name !== 'Column' && others.length === 0 && only
  return isAround ? columnsIn(only) : []
}

/** What a decision rests on, in words: each with its name, and where it comes from. */
export function besideOf(
  evidence: readonly SlideEvidence[],
  isRated: boolean,
  words: PieceSource,
): readonly Paragraph[] {
  if (evidence.length === 0) return [plain(NO_EVIDENCE)]
  return evidence.flatMap((one) => [
    line(markOf(one, words)),
    ...flowsOf(one.body, words).filter(isParagraph),
    ...(isRated && one.badges.length > 0
      ? [plain(one.badges.map((badge) => badge.words).join(' · '), { style: 'by' })]
      : []),
  ])
}

/** The same, by names alone. */
export function evidenceMarks(
  evidence: readonly SlideEvidence[],
  words: PieceSource,
): readonly Paragraph[] {
  if (evidence.length === 0) return [plain(NO_EVIDENCE)]
  const marks = evidence.map((one) => markOf(one, words))
  return [line(marks.flatMap((mark, index) => (index === 0 ? mark : [{ text: ', ' }, ...mark])))]
}

function markOf({ item: key, name }: SlideEvidence, words: PieceSource): readonly FormattedRun[] {
  const { items, kinds } = words.lookups.graph
  const item = items.get(key)
  const kind = item ? { kind: rowOf(item.kind, kinds).like } : {}
  return [{ text: name, bold: true, ...kind, to: { key } }]
}

/** On a slide of its own a list goes on counting where the one before ended. */
function withNumber(flow: Flow, { number }: Piece): Flow {
  const isEntry = flow.type === 'paragraph' && flow.list !== undefined && flow.level === 0
  if (number === undefined || !isEntry) return flow
  return { ...flow, list: 'number', number }
}

function entryFlows(piece: Piece, words: PieceSource): readonly Flow[] {
  if (piece.cut) {
    return flowsOf(piece.parts ?? [], words).map(
      (flow): Flow => (flow.type === 'paragraph' ? { ...flow, list: 'bullet' } : flow),
    )
  }
  const node = words.pieces.get(keyOf(piece))
  if (node && piece.type === 'entry') return entryOf(node, words.lookups)
  return [{ type: 'paragraph', runs: lineOf(piece, words), level: 0, list: 'bullet' }]
}

function flowOfPiece(piece: Piece, words: PieceSource): readonly Flow[] {
  const { lookups, pieces } = words
  if (piece.type === 'entry') return entriesOf([piece], words)
  if (piece.type === 'code')
    return [plain(piece.text, { runs: [{ text: piece.text, code: true }], style: 'code' })]
  if (piece.type === 'picture') {
    const text = lookups.drawings.get(piece.at)
    if (text !== undefined) return [{ type: 'drawing', text, part: piece.n }]
  }
  const node = pieces.get(keyOf(piece))
  const flows = node
    ? flowOf(piece.type === 'image' ? (node.children ?? []) : [node], lookups, fileOf(piece))
    : []
  if (flows.length > 0) return flows
  const web = piece.type === 'way' ? destinationOf(piece.url, lookups) : undefined
  return [plain(piece.text, { runs: [{ text: piece.text, ...(web ? { to: web } : {}) }] })]
}

/** The file in which a piece stands. */
function fileOf(piece?: Piece): string {
  return piece && 'at' in piece ? piece.at.replace(/:\d+:\d+$/, '') : ''
}

/** Sentences, lead-ins and words of the tool's own stand on one line. */
const INLINE: ReadonlySet<Piece['type']> = new Set(['sentence', 'quoted', 'lead-in', 'text'])

function isInline({ type }: Piece): boolean {
  return INLINE.has(type)
}
