/** The slides of a decision: itself, and its evidence one step down. */

import type { Item } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import { isLike, type Kind, type KindTable } from '../model/kinds.ts'
import type { ItemBlock } from '../syntax/conventions/index.ts'
import { nameInText } from '../text/phrases.ts'
import { opening } from '../text/quoted.ts'
import { fitDecision, fitSentences } from './fit.ts'
import { pictureSlides } from './picture-slides.ts'
import { type Piece, sentencePieces, textPiece } from './piece.ts'
import { type Planning, piecesBelow } from './planning.ts'
import { newSlide, type Slide } from './slide.ts'
import { tablesBelow } from './table-slides.ts'

/** The longest words of a row, if they can be cut. */
const ROW_LETTERS = 200

/** The slides of a labelled decision, or of evidence that supports none. `[]` for other items. */
export function itemSlides(block: ItemBlock, planning: Planning): readonly Slide[] {
  const { graph } = planning.assembled
  const item = graph.items.get(graph.keys.get(block.at) ?? '')
  if (!item || graph.reuses.has(block.at)) return []
  if (isLike(item.kind, 'decision', graph.kinds)) return decisionSlides(item, block, planning)
  const isAlone = isLike(item.kind, 'evidence', graph.kinds) && !planning.supports.has(item.key)
  return isAlone ? evidenceSlides(item, undefined, planning) : []
}

/** Whether labelled items of a kind are no list, but have a slide each. */
export function hasOwnSlide(kind: Kind, kinds: KindTable): boolean {
  return isLike(kind, 'decision', kinds) || isLike(kind, 'evidence', kinds)
}

function decisionSlides(item: Item, block: ItemBlock, planning: Planning): readonly Slide[] {
  const evidence = planning.evidence.get(item.key) ?? []
  const own = sentencePieces(block.at, block.words.sentences)
  // A heading without words of its own borrows the first sentence below it.
  const below = piecesBelow(block, planning)
  const [head, ...body] = [...own.filter(({ text }) => text !== ''), ...below]
  const name = nameOf(item, planning.assembled.graph.kinds)
  const slide = newSlide({
    id: item.key,
    layout: 'decision',
    title: head?.text ?? name,
    kicker: item.sprint === undefined ? name : `${name}, sprint ${item.sprint}`,
    ...(head ? { head } : {}),
    body,
    section: item.section,
    item: item.key,
    evidence: evidence.map((each) => evidenceRow(each, planning)),
    below: evidence.flatMap((each) => evidenceSlides(each, item, planning)),
  })
  const slides = fitDecision(planning.measure, slide)
  const named = { id: item.key, layout: 'image', title: name } as const
  return [
    ...slides,
    ...tablesBelow(block, slide, planning),
    ...pictureSlides(block, newSlide({ ...named, section: item.section }), slides),
  ]
}

function evidenceRow(item: Item, { definitions }: Planning): Piece {
  const block = definitions.get(item.key)
  const first = block?.words.sentences[0]?.trim()
  const { text, isCut, isQuoteCut } = opening(block?.words.text || item.text, ROW_LETTERS)
  // Nothing stands there to be shown as its author set it.
  if (isQuoteCut || !first || !block) {
    return { ...textPiece(isCut && !first && !isQuoteCut ? `${text} …` : text), item: item.key }
  }
  return { type: 'sentence', at: block.at, n: 1, text: first, item: item.key }
}

/** The full evidence. Where it is used again it has an address of its own under each decision. */
function evidenceSlides(
  item: Item,
  decision: Item | undefined,
  planning: Planning,
): readonly Slide[] {
  const block = planning.definitions.get(item.key)
  if (!block) return []
  const { kinds, homes } = planning.assembled.graph
  const home = homes.get(item.key) ?? planning.supports.get(item.key)
  const isOwn = !decision || home === decision.key
  const name = nameOf(item, kinds)
  const slide = newSlide({
    id: isOwn ? item.key : `${decision.key}-${item.key}`,
    layout: 'evidence',
    title: name,
    kicker: decision ? `${name}, for ${nameInText(decision, kinds)}` : name,
    body: [...sentencePieces(block.at, block.words.sentences), ...piecesBelow(block, planning)],
    section: item.section,
    item: item.key,
  })
  const slides = fitSentences(planning.measure, slide, 'body')
  return [
    ...slides,
    ...tablesBelow(block, slide, planning),
    ...(isOwn ? pictureSlides(block, slide, slides) : []),
  ]
}
