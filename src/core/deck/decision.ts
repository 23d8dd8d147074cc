/** The slides of a decision: itself, and its evidence one step down. */

import { traceLines, traceSentence } from '../graph/links-in-words.ts'
import type { Item } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import { isLike, type Kind, type KindTable } from '../model/kinds.ts'
import type { ItemBlock } from '../syntax/conventions/index.ts'
import { plainText } from '../text/linked-text.ts'
import { nameInText } from '../text/phrases.ts'
import { opening } from '../text/quoted.ts'
import { badgesOf } from './badges.ts'
import { type EvidenceChoice, fitBeside } from './beside.ts'
import { fitDecision, fitSentences } from './fit.ts'
import { pictureSlides } from './picture-slides.ts'
import { type Piece, sentencePieces, textPiece } from './piece.ts'
import { type Planning, piecesBelow } from './planning.ts'
import { newSlide, type Slide } from './slide.ts'
import { tablesBelow } from './table-slides.ts'

/** The longest first words of evidence, if they can be cut. */
const ROW_LETTERS = 200

/** The slides of a labelled decision, or of evidence that supports none. `[]` for other items. */
export function itemSlides(block: ItemBlock, planning: Planning): readonly Slide[] {
  const { graph } = planning.assembled
  const item = graph.items.get(graph.keys.get(block.at) ?? '')
  if (!item || graph.reuses.has(block.at)) return []
  if (isLike(item.kind, 'decision', graph.kinds)) return decisionSlides(item, block, planning)
  const isAlone = isLike(item.kind, 'evidence', graph.kinds) && !planning.supports.has(item.key)
  return isAlone ? evidenceSlides(item, { isTold: false }, planning) : []
}

/** Whether labelled items of a kind are no list, but have a slide each. */
export function hasOwnSlide(kind: Kind, kinds: KindTable): boolean {
  return isLike(kind, 'decision', kinds) || isLike(kind, 'evidence', kinds)
}

function decisionSlides(item: Item, block: ItemBlock, planning: Planning): readonly Slide[] {
  const { measure } = planning
  const evidence = planning.evidence.get(item.key) ?? []
  const own = sentencePieces(block.at, block.words.sentences)
  // A heading without words of its own borrows the first sentence below it.
  const below = piecesBelow(block, planning)
  const [head, ...body] = [...own.filter(({ text }) => text !== ''), ...below]
  const name = nameOf(item, planning.assembled.graph.kinds)
  const choices = evidence.map((one) => evidenceBeside(one, planning))
  const slide = newSlide({
    id: item.key,
    layout: 'decision',
    title: head?.text ?? name,
    kicker: item.sprint === undefined ? name : `${name}, sprint ${item.sprint}`,
    ...(head ? { head } : {}),
    body,
    section: item.section,
    item: item.key,
    evidence: choices.map(({ opening }) => opening),
  })
  const words = body.length > 0 ? '' : standing(item, planning)
  const said = words === '' ? [] : [[textPiece(words)]]
  const [beside] = [...said, body].flatMap(
    (own) => fitBeside(measure, { ...slide, body: own }, choices) ?? [],
  )
  const shown = new Set(beside?.evidence)
  const isRated = beside?.beside?.badges !== 'none'
  const told = choices.map(({ whole }) => shown.has(whole) && isRated)
  const under = evidence.flatMap((one, index) =>
    evidenceSlides(one, { decision: item, isTold: told[index] === true }, planning),
  )
  // What has no slide of its own keeps its address.
  const also = evidence.flatMap((one, index) =>
    told[index] && !isAtHome(one, item, planning) ? [`${item.key}-${one.key}`] : [],
  )
  const whole = { ...(beside ?? slide), below: under, ...(also.length > 0 ? { also } : {}) }
  const slides = beside ? [whole] : fitDecision(measure, whole)
  const named = { id: item.key, layout: 'image', title: name } as const
  return [
    ...slides,
    ...tablesBelow(block, slide, planning),
    ...pictureSlides(block, newSlide({ ...named, section: item.section }), slides),
  ]
}

/** What rests on a decision: said where it has no more words of its own. `''` for nothing. */
function standing({ key }: Item, { assembled }: Planning): string {
  const { graph } = assembled
  const onto = graph.case.links.filter(({ to }) => to === key)
  return traceLines([], onto)
    .filter(({ side }) => side === 'claims')
    .map((line) => plainText(traceSentence(line, graph)))
    .join(' ')
}

/** Evidence beside its decision: all of it, or its first words. */
function evidenceBeside(item: Item, planning: Planning): EvidenceChoice {
  const { assembled, definitions } = planning
  const block = definitions.get(item.key)
  const name = nameOf(item, assembled.graph.kinds)
  const badges = badgesOf(item, assembled)
  const whole = { item: item.key, name, body: block ? fullPieces(block, planning) : [], badges }
  const opening = { ...whole, body: openingOf(item, block) }
  return { whole: whole.body.length > 0 ? whole : opening, opening }
}

function fullPieces(block: ItemBlock, planning: Planning): readonly Piece[] {
  return [
    ...sentencePieces(block.at, block.words.sentences),
    ...piecesBelow(block, planning),
  ].filter(({ text }) => text !== '')
}

/** Its first words, with dots where more follow. */
function openingOf(item: Item, block: ItemBlock | undefined): readonly Piece[] {
  const first = block?.words.sentences[0]?.trim()
  const { text, isCut, isQuoteCut } = opening(block?.words.text || item.text, ROW_LETTERS)
  const dots = isCut && !isQuoteCut ? '…' : ''
  // Nothing stands there to be shown as its author set it.
  if (isQuoteCut || !first || !block) return [textPiece(`${text} ${dots}`.trim())]
  const piece = { type: 'sentence', at: block.at, n: 1, text: first } as const
  return dots ? [piece, textPiece(dots)] : [piece]
}

/** Whether the full evidence has its own address under a decision, and not under one before. */
function isAtHome(item: Item, decision: Item, { assembled, supports }: Planning): boolean {
  return (assembled.graph.homes.get(item.key) ?? supports.get(item.key)) === decision.key
}

/**
 * The full evidence, where the decision's slide has not told it. Where it is used again it has an
 * address of its own under each decision.
 */
function evidenceSlides(
  item: Item,
  { decision, isTold }: { readonly decision?: Item; readonly isTold: boolean },
  planning: Planning,
): readonly Slide[] {
  const block = planning.definitions.get(item.key)
  if (!block) return []
  const { kinds } = planning.assembled.graph
  const isOwn = !decision || isAtHome(item, decision, planning)
  const name = nameOf(item, kinds)
  const slide = newSlide({
    id: isOwn ? item.key : `${decision.key}-${item.key}`,
    layout: 'evidence',
    title: name,
    kicker: decision ? `${name}, for ${nameInText(decision, kinds)}` : name,
    body: fullPieces(block, planning),
    badges: badgesOf(item, planning.assembled),
    section: item.section,
    item: item.key,
  })
  const slides = isTold ? [] : fitSentences(planning.measure, slide, 'body')
  return [
    ...slides,
    ...tablesBelow(block, slide, planning),
    ...(isOwn ? pictureSlides(block, slide, slides) : []),
  ]
}
