/** Estimates on slides: a large number with its range for those that lead, and rows for all where they are many. */
import {
  type EstimateWords,
  estimateWordsOf,
  INITIAL,
  rangeLine,
} from '../appraisal/estimate-words.ts'
import { ledgerOf } from '../appraisal/index.ts'
import { likelihoodWords } from '../estimates/format.ts'
import { againstOf } from '../graph/against.ts'
import { capital } from '../graph/strength-words.ts'
import type { Item } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import { has } from '../model/kinds.ts'
import type { EntryBlock, ItemBlock, ListBlock } from '../syntax/conventions/index.ts'
import { plainText } from '../text/linked-text.ts'
import { listed } from '../text/listed.ts'
import type { Measure } from '../text/measure.ts'
import { atAnySize, canvas, heightOf, larger } from './canvas.ts'
import { fitTable } from './fit-table.ts'
import { type Piece, sentencePieces, textPiece } from './piece.ts'
import { entryPieces, type Planning } from './planning.ts'
import { newSlide, type Slide, type SlideEstimate } from './slide.ts'

/** So many of a section have a slide of their own; of more, those on which most stands. */
const MOST_ALONE = 3

/** As layouts/estimate.css sets it, px. */
const FIGURES = [250, 200, 160, 136, 112, 96, 80] as const
const WORDS = [48, 42, 36, 32] as const
const UNIT = 0.38
const RANGE = { size: 40, bar: 28, above: 36 } as const
const SUM = 26
const KICKER = 64
const GAPS = 64

/** The slides of a list or a table that holds nothing but estimates; `undefined` for another. */
export function estimateSlides(
  { entries }: Pick<ListBlock, 'entries'>,
  head: Slide,
  planning: Planning,
): readonly Slide[] | undefined {
  const { graph } = planning.assembled
  const found = entries.flatMap((block): readonly Estimate[] => {
    const item = graph.items.get(graph.keys.get(block.at) ?? '')
    const words =
      item && has(item.kind, 'valued', graph.kinds)
        ? estimateWordsOf(item.key, planning.assembled)
        : undefined
    return item && words ? [{ block, item, words }] : []
  })
  if (found.length < entries.length || found.length === 0) return undefined
  const isAll = found.length <= MOST_ALONE
  const alone = (isAll ? found : leading(found, planning)).flatMap(
    (one) => estimateSlide(one, head, planning) ?? [],
  )
  const isTold = isAll && alone.length === found.length
  return isTold ? alone : [...alone, ...ledgerSlides(found, head, planning)]
}

interface Estimate {
  readonly block: ItemBlock | EntryBlock
  readonly item: Item
  readonly words: EstimateWords
}

/** Those that the case cites where it tells of something else, on which most stands, in their order. */
function leading(all: readonly Estimate[], { assembled }: Planning): readonly Estimate[] {
  const { cited, case: theCase, kinds, items } = assembled.graph
  const told = new Set([...cited.values()].flat())
  const standing = (key: string) =>
    theCase.links.filter(({ from, to }) => {
      const claim = items.get(from)
      return to === key && !(claim && has(claim.kind, 'valued', kinds))
    }).length
  const most = all
    .filter(({ item, words }) => told.has(item.key) && words.central !== undefined)
    .toSorted((one, other) => standing(other.item.key) - standing(one.item.key))
    .slice(0, MOST_ALONE)
  return all.filter((one) => most.includes(one))
}

// Matches "£18" and " million a year".
const RE_PARTS = /^(?<figure>−?[^\d\s]{0,3}\s?\d[\d.,]*%?)(?<unit>.*)$/

/** `£18` and ` million a year`. */
export function partsOfNumber(told: string): Pick<SlideEstimate, 'figure' | 'unit'> {
  const { figure = '', unit = told } = RE_PARTS.exec(told)?.groups ?? {}
  return { figure, unit }
}

/** Its number as large as it can be; `undefined` where it comes to none, or its words have no room. */
function estimateSlide(
  { block, item, words }: Estimate,
  { section, title }: Slide,
  planning: Planning,
): Slide | undefined {
  const { measure, assembled } = planning
  const { figure, unit } = partsOfNumber(words.central ?? '')
  const entry = ledgerOf(assembled)?.estimates.find(({ key }) => key === item.key)
  if (figure === '' || !entry?.value) return undefined
  const { low, central, high } = entry.value
  const [from, to] = [Math.min(0, low), Math.max(0, high)]
  const share = (value: number) => (to > from ? (value - from) / (to - from) : 0)
  const [first = []] = words.sentences
  const against = againstOf(item.key, assembled.graph).flatMap(({ id, key }) => [
    { text: ' Against it: ' },
    { text: id, to: { key } },
    { text: '.' },
  ])
  const sum = [...(entry.formula === undefined ? [] : first), ...against]
  const body = piecesOf(block, planning)
  const text = body.map((piece) => piece.text).join(' ')
  const range = rangeLine(words)
  const estimate = {
    ...{ figure, unit, sum },
    ...(range
      ? { range, bar: { low: share(low), central: share(central), high: share(high) } }
      : {}),
  }
  const name = nameOf(item, assembled.graph.kinds)
  const slide = newSlide({
    id: item.key,
    layout: 'estimate',
    title: text,
    kicker: words.isInitial ? `${name}, ${INITIAL}` : name,
    body,
    ...(section === undefined ? {} : { section }),
    item: item.key,
  })
  return (
    sized(slide, estimate, measure) ?? sized({ ...slide, title }, { ...estimate, sum: [] }, measure)
  )
}

function piecesOf(block: Estimate['block'], planning: Planning): readonly Piece[] {
  if (block.type === 'item' && block.how !== 'entry')
    return sentencePieces(block.at, block.words.sentences)
  return entryPieces(block, planning).map(({ id: _, item: __, ...piece }) => piece)
}

function sized(
  slide: Slide,
  estimate: Omit<SlideEstimate, 'size'>,
  measure: Measure,
): Slide | undefined {
  const { figure, unit, range, sum } = estimate
  const height = (text: string, size: number): number =>
    text === '' ? 0 : heightOf(measure, text, { size, width: 960, as: 'statement' })
  const below =
    (range === undefined ? 0 : RANGE.bar + RANGE.above + height(range, RANGE.size)) +
    height(plainText(sum), SUM)
  const text = slide.body.map((piece) => piece.text).join(' ')
  for (const size of FIGURES) {
    const wide = measure(figure, size, 800) + measure(unit, size * UNIT, 500)
    if (wide * larger.text > larger.width) continue
    const high = atAnySize({ size, width: canvas.width }, (set) => set.size)
    const room = canvas.height - KICKER - GAPS - high - below
    const bodySize = WORDS.find((words) => height(text, words) <= room)
    if (bodySize) return { ...slide, bodySize, estimate: { ...estimate, size } }
  }
  return undefined
}

/** All of them in rows, each with what it comes to. */
function ledgerSlides(all: readonly Estimate[], head: Slide, planning: Planning): readonly Slide[] {
  const { assembled, measure } = planning
  const likelihood = capital(likelihoodWords(assembled.settings.economics.range))
  const header: Piece = { type: 'text', text: 'Estimate', cells: ['Comes to', likelihood] }
  const rows = all.flatMap(({ block, words }) => {
    const { central = 'No number yet', range = '' } = words
    return entryPieces(block, planning).map(
      (piece): Piece => ({ ...piece, cells: [central, range] }),
    )
  })
  const body = [header, ...rows]
  const cells = body.map(({ id = '', text, cells = [] }) => [`${id} ${text}`.trim(), ...cells])
  const close = textPiece(initialWords(all))
  return fitTable(
    measure,
    { ...head, layout: 'ledger', body, ...(close.text ? { close } : {}) },
    cells,
  )
}

/** `Initial estimates: all but EST2.` */
function initialWords(all: readonly Estimate[]): string {
  const of = (isInitial: boolean) =>
    all.flatMap(({ item, words }) => (words.isInitial === isInitial ? item.id : []))
  const [initial, others] = [of(true), of(false)]
  if (initial.length === 0) return ''
  if (others.length === 0) return 'All of them are initial estimates.'
  const named = others.length < initial.length ? `all but ${listed(others)}` : listed(initial)
  return `Initial estimates: ${named}.`
}
