/** Labels, and strength in front matter, that say what is not clear: whether an item is for everyone stays open. */
import { findingOf } from '../findings/finding-of.ts'
import type { LeftOut, Meanings, Readers } from '../model/audience.ts'
import type { Place } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { Source } from '../model/source.ts'
import { type Doubt, readBracket } from '../syntax/conventions/bracket.ts'
import { bracketWords } from '../syntax/conventions/bracket-words.ts'
import { parse } from '../syntax/parse.ts'
import { foldLetters } from '../text/letters.ts'
import { distance, nearest } from '../text/nearest.ts'
import { nameInText } from '../text/phrases.ts'
import { labelsIn, mayHaveBrackets } from './cuts.ts'
import { placesAt } from './place.ts'
import type { SplitSource } from './split-source.ts'
import { type Doubtful, strengthDoubts } from './strength-doubts.ts'

type Table = Pick<Readers, 'kinds' | 'brackets'>

/**
 * An error for each part of a bracket that is not clear.
 *
 * @param split the files, and what was cut from them for everyone
 */
export function doubtfulLabels(
  files: readonly { readonly source: Source; readonly split: SplitSource }[],
  table: Table,
): readonly Finding[] {
  const all = files.flatMap(({ source, split }) => [
    ...(split.source ? strengthDoubts(source, table) : []),
    ...doubtsIn(source, split, table),
  ])
  const found = all.slice(0, MOST)
  const words = new Set<string>()
  for (const one of found) {
    if (words.size === MOST_WORDS) break
    if (!isFixed(one.doubt) && !isTypo(one, table)) words.add(one.doubt.words)
  }
  return found.map((one, index) => {
    const line = lineFor([...new Set([...words, one.doubt.words])], table.brackets)
    const told = one.doubt.secrecy ? secret(one, line) : unknown(one, table, line)
    const rest = index === MOST - 1 ? all.length - MOST : 0
    return rest > 0 ? { ...told, message: `${told.message}. ${rest} more are not listed` } : told
  })
}

/** So many are told of: each stops the build, and the next look shows others. */
const MOST = 500

/** How many words stand in the line for `case.yaml`: nobody says more by hand. */
const MOST_WORDS = 50

function doubtsIn(source: Source, split: SplitSource, table: Table): readonly Doubtful[] {
  const { file, text } = source
  if (!split.source || !mayHaveBrackets(text)) return []
  const { tree } = parse(text, file)
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
  table: Table,
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

/** The line to copy: for all words of the case that are not clear, since YAML has a name once. */
function lineFor(words: readonly string[], told: Meanings = {}): string {
  const entries = words.map((one) => `"${one.replace(/\s+/g, ' ').replaceAll('"', '\\"')}": note`)
  if (Object.keys(told).length > 0) return `in case.yaml, below brackets: ${entries.join(', ')}`
  return `this line in case.yaml: brackets: { ${entries.join(', ')} }`
}

function isTypo({ doubt, kind }: Doubtful, { kinds }: Table): boolean {
  return !doubt.secrecy && likely(doubt.words, bracketWords(kind, kinds)) !== undefined
}

function likely(words: string, known: readonly string[]): string | undefined {
  const plain = foldLetters(words)
  return nearest(plain, known, 1).find(
    (one) => distance(plain, one, true) <= (one.length < 6 ? 1 : 2),
  )
}
