/** Numbers in sentences that cite an estimate, and say something else than it comes to. */
import { ledgerOf } from '../appraisal/index.ts'
import {
  agrees,
  forItsPeriod,
  inItsManner,
  isLikeIt,
  isOfUnit,
  isOtherMoney,
} from '../estimates/agrees.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import { quantitiesIn, type SentenceQuantity } from '../estimates/quantities.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Place } from '../model/case.ts'
import type { Found } from '../model/finding.ts'
import { keyOfId } from '../model/ids.ts'
import { isLike } from '../model/kinds.ts'
import { allBlocks, type Block, type EntryBlock } from '../syntax/conventions/index.ts'
import { isQuotedAt } from '../text/quoted.ts'
import type { Check } from './shared/check.ts'
import { type Passage, passagesOf, placeIn, sentencesIn } from './shared/passage.ts'

// Matches "(EST3)", "(1a, EST3)", "(payments: EST3)".
const RE_CITES = /\((?:draft:\s*)?[^()]*?\bEST-?\d{1,5}[^()]*\)/gi
const RE_IDS = /\bEST-?\d{1,5}\b/gi

export const driftedFigure: Check = (checked) => {
  const ledger = ledgerOf(checked)
  if (!ledger) return []
  const entries = new Map(ledger.estimates.map((entry) => [entry.key, entry]))
  const others = saidByOthers(checked)
  const inTexts = passagesOf(checked).flatMap((passage) =>
    joinedIn(passage).flatMap(({ index, text }) =>
      driftsIn(text, (cited, at) =>
        citedBy(cited, { passage, index: index + at }, checked).flatMap(
          (key) => entries.get(key) ?? [],
        ),
      ).map((drift) => {
        const [at, end] = [index + drift.index, index + drift.index + drift.length]
        const place = placeIn(passage, at, drift.length)
        return others(passage, at)
          ? foundInWordsOf(drift, place)
          : foundAt(drift, place, passage.written.slice(at, end))
      }),
    ),
  )
  return [...inTexts, ...besideTexts(checked, entries), ...inSettings(checked, entries)]
}

// Matches "That is a lot", which speaks of the sentence before it.
const RE_OF_BEFORE = /^(?:that|this|it|these|those|they|both|all of (?:it|this|that))\b/i

/** The sentences of a passage; one that speaks of the one before it, and tells no number, with that. */
function joinedIn(passage: Passage): readonly { readonly index: number; readonly text: string }[] {
  const { text, written } = passage
  const joined: { index: number; text: string }[] = []
  for (const sentence of sentencesIn(passage)) {
    const before = joined.at(-1)
    const end = sentence.index + sentence.text.length
    const isOfBefore =
      before !== undefined &&
      RE_OF_BEFORE.test(sentence.text) &&
      sentence.text.search(RE_CITES) >= 0 &&
      before.text.search(RE_CITES) < 0 &&
      quantitiesIn(sentence.text).length === 0 &&
      !/\n[ \t>]*\r?\n/.test(written.slice(before.index, sentence.index))
    if (isOfBefore)
      joined.splice(-1, 1, { index: before.index, text: text.slice(before.index, end) })
    else joined.push(sentence)
  }
  return joined
}

/**
 * Whether words, by their index in a passage, are those of others: a quote, evidence with all that belongs to it and
 * the list right behind it, a row of evidence, and what stands between quotation marks.
 */
function saidByOthers({
  documents,
  graph,
}: Checkable): (passage: Passage, index: number) => boolean {
  const said = new Set<Block | EntryBlock>()
  const rows = new Set<string>()
  for (const { file, blocks } of documents) {
    let isBehind = false
    for (const block of allBlocks(blocks)) {
      const isQuote = block.type === 'quote' || (block.type === 'element' && block.name === 'Quote')
      const isEvidence = block.type === 'item' && isLike(block.kind, 'evidence', graph.kinds)
      if (isQuote || isEvidence || (isBehind && block.type === 'list'))
        for (const one of allBlocks([block])) said.add(one)
      if (isEvidence && block.how === 'row') rows.add(`${file}:${block.place.line}`)
      isBehind = isEvidence
    }
  }
  return (passage, index) => {
    const { line = 1 } = placeIn(passage, index, 1)
    const { name, starts, written } = passage.file
    return (
      said.has(passage.block) ||
      rows.has(`${name}:${line}`) ||
      RE_ROW.test(written.slice(starts[line - 1], starts[line])) ||
      isQuotedAt(passage.text, index)
    )
  }
}

// Matches the start of a row of evidence: "| 1a |", "| Evidence 1a (interview) |".
const RE_ROW = /^\s*\|\s*(?:evidence\s+)?\d+[a-z]{1,2}\s*(?:\([^()|]*\)\s*)?\|/i

/** What footnotes tell, and what pictures show. */
function besideTexts(
  checked: Checkable,
  entries: ReadonlyMap<string, LedgerEntry>,
): readonly Found[] {
  const { documents, graph, sources } = checked
  const linesOf = (of: string): readonly string[] =>
    sources
      .find(({ file }) => file === of)
      ?.text.replace(/^\uFEFF/, '')
      .split('\n') ?? []
  const footnotes = documents.flatMap(({ file, footnotes: own = [] }) =>
    own.map(({ at, text }) => {
      const [line, column] = at
        .slice(file.length + 1)
        .split(':')
        .map(Number)
      const place = { file, ...(line ? { line } : {}), ...(column ? { column } : {}) }
      return { text, place, written: linesOf(file)[(line ?? 1) - 1] ?? '' }
    }),
  )
  const pictures = passagesOf(checked).flatMap(({ block }) =>
    block.type === 'figure' ? [{ text: block.alternative, place: block.place, written: '' }] : [],
  )
  return [...footnotes, ...pictures].flatMap(({ text, place, written }) =>
    driftsIn(text, (cited) => entriesCited(cited, graph, entries)).map((drift) => {
      const words = text.slice(drift.index, drift.index + drift.length)
      // Where the number stands once on the line, and without marks, it is that one.
      const [before = '', ...others] = written.split(words)
      return others.length === 1 && !isQuotedAt(text, drift.index)
        ? foundAt(drift, { ...place, column: before.length + 1, length: words.length }, words)
        : foundAt(drift, place, '')
    }),
  )
}

function entriesCited(
  cited: string,
  { kinds }: Checkable['graph'],
  entries: ReadonlyMap<string, LedgerEntry>,
): readonly LedgerEntry[] {
  return [...cited.matchAll(RE_IDS)].flatMap(([id]) => entries.get(keyOfId(id, kinds) ?? '') ?? [])
}

/** What `case.yaml` tells, such as the ask, line by line. */
function inSettings(
  { settingsSource, graph }: Checkable,
  entries: ReadonlyMap<string, LedgerEntry>,
): readonly Found[] {
  const { file, text } = settingsSource ?? { file: '', text: '' }
  return text.split('\n').flatMap((line, at) =>
    line.trimStart().startsWith('#')
      ? []
      : driftsIn(line, (cited) => entriesCited(cited, graph, entries)).map((drift) => {
          const { index, length } = drift
          const place = { file, line: at + 1, column: index + 1, length }
          return foundAt(drift, place, line.slice(index, index + length))
        }),
  )
}

/** A drift, and where its number stands in the text that tells it. */
interface DriftAt extends Drift {
  readonly index: number
  readonly length: number
}

/** Every drift of a sentence. What stands between two citations is told of the second one. */
function driftsIn(
  text: string,
  entriesOf: (cited: string, at: number) => readonly LedgerEntry[],
): readonly DriftAt[] {
  let from = 0
  const all = [...text.matchAll(RE_CITES)]
  return all.flatMap((cited, number): readonly DriftAt[] => {
    const before = from
    from = cited.index + cited[0].length
    const entries = entriesOf(cited[0], cited.index)
    const ahead = text.slice(before, cited.index)
    const behind = number === all.length - 1 ? text.slice(from) : ''
    const isBehind = RE_SAYS.test(behind) && !tellsOf(ahead, entries)
    const start = isBehind ? from : before
    // Spaces stand for marks and entities, and a number goes on behind them: "**£2** million".
    const [told, placeOf] = withoutGaps(isBehind ? firstNumberOf(behind) : ahead)
    const found = driftIn(told, entries)
    if (!found) return []
    const first = found.quantity.index + Math.max(0, found.quantity.lead)
    const index = start + placeOf(first)
    const end = start + placeOf(first + found.quantity.text.length - 1) + 1
    return [{ ...found, index, length: end - index }]
  })
}

// Matches "(EST3) says £91 million", "(EST3) now cost us £91 million": the number behind the citation is its own.
const RE_SAYS =
  /^(?:\s+(?:now|still|already|will|would|may|could|together|alone))*\s*(?::|=|\s(?:says?|said|comes?\s+to|came\s+to|is|are|was|were|be|costs?|saves?|brings?|puts?|makes?|gives?|shows?|means?|amounts?\s+to|totals?))\s+(?:[\p{L}’']+\s+){0,3}[^\s\p{L}]{0,3}\d/iu

/** Whether a text tells a number of what one of the estimates counts. */
function tellsOf(told: string, entries: readonly LedgerEntry[]): boolean {
  return quantitiesIn(told).some((quantity) => entries.some((entry) => isOfUnit(quantity, entry)))
}

/** A text to the end of the first number in it, with what that counts. */
function firstNumberOf(text: string): string {
  const [first] = quantitiesIn(text)
  return first ? text.slice(0, first.index + first.length) : ''
}

/** A text with one space for several, and where a character of it stood. */
function withoutGaps(text: string): readonly [string, (at: number) => number] {
  const places: number[] = []
  const plain = text.replace(/ +|[^ ]/g, (found, at: number) => {
    places.push(at)
    return found.startsWith(' ') ? ' ' : found
  })
  return [plain, (at) => places[at] ?? text.length]
}

interface At {
  readonly passage: Passage
  /** In the passage. */
  readonly index: number
}

/** Keys of what a citation cites. */
function citedBy(cited: string, { passage, index }: At, { graph }: Checkable): readonly string[] {
  const { file, line, column } = placeIn(passage, index, cited.length)
  const known = graph.cited.get(`${file}:${line}:${column}`)
  if (known) return known
  return [...cited.matchAll(RE_IDS)].flatMap(([id]) => keyOfId(id, graph.kinds) ?? [])
}

interface Drift {
  readonly quantity: SentenceQuantity
  readonly entry: LedgerEntry
}

/** The last number before a citation that should be the estimate's and is not; of several, one has to agree. */
function driftIn(told: string, cited: readonly LedgerEntry[]): Drift | undefined {
  const quantities = quantitiesIn(told)
  const worked = cited.filter(({ value }) => value)
  const pairs = (some: readonly SentenceQuantity[]) =>
    some.flatMap((quantity) =>
      worked.map((entry) => ({ quantity: forItsPeriod(quantity, entry), entry })),
    )
  const all = pairs(quantities)
  const sure = all.filter(({ quantity, entry }) => isOfUnit(quantity, entry))
  // "about a million (EST3)" of money, or "€3 million (EST3)" of pounds, where nothing else is told.
  const likely =
    sure.length > 0
      ? sure
      : all.filter(
          ({ quantity, entry }) => isBareAndLarge(quantity) || isOtherMoney(quantity, entry),
        )
  if (
    likely.some(({ quantity, entry }) => !isOtherMoney(quantity, entry) && agrees(quantity, entry))
  )
    return undefined
  const last = likely.at(-1)?.quantity.index
  // Of several estimates, the nearest is meant.
  return likely
    .filter(({ quantity }) => quantity.index === last)
    .toSorted((one, other) => farFrom(one) - farFrom(other))[0]
}

function farFrom({ quantity, entry }: Drift): number {
  return Math.abs(Math.log(Math.abs((quantity.value || 1) / (entry.value?.central || 1))))
}

/** `a million`, of which nobody says what it counts. */
function isBareAndLarge({ unit, isShare, text }: SentenceQuantity): boolean {
  return !isShare && unit.over.length + unit.under.length === 0 && /\p{L}$/u.test(text)
}

/** @param written the number as it stands in the file: where it holds marks, people write the right one */
function foundAt({ quantity, entry }: Drift, place: Place, written: string): Found {
  const { text } = quantity
  const right = inItsManner(quantity, entry)
  const isPlain = written.replace(/&nbsp;|&#160;/g, ' ') === text && isLikeIt(quantity, entry)
  return {
    message: `Unexpected "${text}" for ${entry.id}, expected "${right}", which it comes to`,
    mend: `Write "${right}" in place of "${text}": that is what ${entry.id} comes to${isPlain ? '. "check --fix" writes it' : ''}`,
    place,
    ...(isPlain ? { instead: { words: written, by: right } } : {}),
  }
}

/** The words of others stay as they are: what is wrong is to give them as what the sums say. */
function foundInWordsOf({ quantity: { text }, entry }: Drift, place: Place): Found {
  const { id, told } = entry
  const right = told?.likelihood ? `${told.central} (${told.range})` : told?.central
  return {
    message: `Unexpected "${text}" for ${id} in the words of others, expected ${right}, or their words without ${id}`,
    mend: `Leave the words of others as they are. ${id} comes to ${right}, and not to "${text}": take ${id} out of their words, or say behind them why the two differ`,
    place,
  }
}
