/** Labels, and strength in front matter, that say what is not clear: whether an item is for everyone stays open. */
import { findingOf } from '../findings/finding-of.ts'
import type { LeftOut } from '../model/audience.ts'
import type { Place } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { Source } from '../model/source.ts'
import { type Doubt, readBracket } from '../syntax/conventions/bracket.ts'
import { bracketWords } from '../syntax/conventions/bracket-words.ts'
import { parseOnce } from '../syntax/parse.ts'
import { foldLetters } from '../text/letters.ts'
import { distance, nearest } from '../text/nearest.ts'
import { nameInText } from '../text/phrases.ts'
import { bracketLine } from './bracket-line.ts'
import { labelsIn, mayHaveBrackets } from './cuts.ts'
import type { MarkerTable } from './marker.ts'
import { placesAt } from './place.ts'
import type { SplitSource } from './split-source.ts'
import { type Doubtful, strengthDoubts } from './strength-doubts.ts'

/**
 * Each part of a bracket that is not clear, in order.
 *
 * @param split the files, and what was cut from them for everyone
 */
export function doubtfulLabels(
  files: readonly { readonly source: Source; readonly split: SplitSource }[],
  table: MarkerTable,
): readonly Doubtful[] {
  return files.flatMap(({ source, split }) => [
    ...(split.source ? strengthDoubts(source, table) : []),
    ...doubtsIn(source, split, table),
  ])
}

/** The words that go into the line for `case.yaml`. Words that are most likely misspelt are left out. */
export function wordsOf(all: readonly Doubtful[], table: MarkerTable): readonly string[] {
  const open = all.slice(0, MOST).filter((one) => !isFixed(one.doubt) && !isTypo(one, table))
  return open.map(({ doubt }) => doubt.words)
}

/**
 * An error for each of them.
 *
 * @param words what the line for `case.yaml` says
 */
export function doubtFindings(
  all: readonly Doubtful[],
  table: MarkerTable,
  words: readonly string[],
): readonly Finding[] {
  return all.slice(0, MOST).map((one, index) => {
    const line = bracketLine(words, one.doubt.words, table.brackets)
    const told = one.doubt.secrecy ? secret(one, line) : unknown(one, table, line)
    const rest = index === MOST - 1 ? all.length - MOST : 0
    return rest > 0 ? { ...told, message: `${told.message}. ${rest} more are not listed` } : told
  })
}

/** So many are told of: each stops the build, and the next look shows others. */
const MOST = 500

function doubtsIn(source: Source, split: SplitSource, table: MarkerTable): readonly Doubtful[] {
  const { file, text } = source
  if (!split.source || !mayHaveBrackets(text)) return []
  const { tree } = parseOnce(source)
  if (!tree) return []
  const placeOf = placesAt(source)
  const [written, shown] = [text, split.source.text].map((all) => all.split(RE_LINE_END))
  return labelsIn(tree, source, table.kinds).flatMap(({ label, start, offset }) => {
    const { doubts } = readBracket(label, table)
    if (doubts.length === 0) return []
    const place = { file, line: start.line, column: start.column }
    const isOwnCut = split.leftOut.some((cut) => isSame(cut, place))
    // What stays inside with all around it is clear.
    if (!isOwnCut && written?.[start.line - 1] !== shown?.[start.line - 1]) return []
    return doubts.map((doubt) => {
      const at = text.indexOf(doubt.words, offset)
      const isNear = at >= 0 && at - offset < NEAR
      const where = `the label of ${nameInText(label, table.kinds)}`
      const here = isNear ? placeOf(at) : place
      return { where, kind: label.kind, mend: '"(internal)"', doubt, place: here }
    })
  })
}

/** How many signs behind the start of its label a bracket may be. */
const NEAR = 500

function isSame({ place }: LeftOut, { line, column }: Place): boolean {
  return place.line === line && place.column === column
}

const RE_LINE_END = /\r\n|\n|\r/

function secret({ where, mend, doubt, place }: Doubtful, line: string): Finding {
  const also = isFixed(doubt) ? '' : `, or, if it means something else, ${line}`
  return findingOf('seems-internal', {
    message: `Unexpected "${doubt.words}" in ${where}, expected ${mend} to keep it inside${also}`,
    place,
  })
}

function unknown(
  { where, kind, mend, doubt, place }: Doubtful,
  table: MarkerTable,
  line: string,
): Finding {
  const near = likely(doubt.words, bracketWords(kind, table.kinds))
  const expected = near === undefined ? 'a word that is known' : `"${near}"`
  return findingOf('unknown-bracket', {
    message: `Unexpected "${doubt.words}" in ${where}, expected ${expected}, ${mend} to keep it inside, or ${line}`,
    place,
  })
}

/** What nobody can mean otherwise: `case.yaml` can't say that it is a part of the text. */
function isFixed({ secrecy }: Doubt): boolean {
  return secrecy?.how === 'exact'
}

function isTypo({ doubt, kind }: Doubtful, { kinds }: MarkerTable): boolean {
  return !doubt.secrecy && likely(doubt.words, bracketWords(kind, kinds)) !== undefined
}

function likely(words: string, known: readonly string[]): string | undefined {
  const plain = foldLetters(words)
  return nearest(plain, known, 1).find(
    (one) => distance(plain, one, true) <= (one.length < 6 ? 1 : 2),
  )
}
