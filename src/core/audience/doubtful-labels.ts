/** Labels whose brackets say what is not clear: whether the item is for everyone stays open. */
import { findingOf } from '../findings/finding-of.ts'
import type { LeftOut, Meanings, Readers } from '../model/audience.ts'
import type { Place } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { KindTable } from '../model/kinds.ts'
import type { Source } from '../model/source.ts'
import { type Doubt, readBracket } from '../syntax/conventions/bracket.ts'
import { bracketWords } from '../syntax/conventions/bracket-words.ts'
import type { Label } from '../syntax/conventions/label.ts'
import { parse } from '../syntax/parse.ts'
import { foldLetters } from '../text/letters.ts'
import { distance, nearest } from '../text/nearest.ts'
import { nameInText } from '../text/phrases.ts'
import { labelsIn, mayHaveBrackets } from './cuts.ts'
import { placesAt } from './place.ts'
import type { SplitSource } from './split-source.ts'

interface DoubtfulLabel {
  readonly label: Label
  readonly doubt: Doubt
  readonly place: Place
}

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
  const found = files.flatMap(({ source, split }) => doubtsIn(source, split, table))
  const words = found.flatMap((one) =>
    isFixed(one.doubt) || isTypo(one, table) ? [] : [one.doubt.words],
  )
  return found.map((one) => {
    const line = lineFor([...new Set([...words, one.doubt.words])], table.brackets)
    return one.doubt.secrecy ? secret(one, table, line) : unknown(one, table, line)
  })
}

function doubtsIn(source: Source, split: SplitSource, table: Table): readonly DoubtfulLabel[] {
  const { file, text } = source
  if (!split.source || !mayHaveBrackets(text)) return []
  const { tree } = parse(text, file)
  if (!tree) return []
  const placeOf = placesAt(source)
  return labelsIn(tree, source, table.kinds).flatMap(({ label, start, offset }) => {
    const { doubts } = readBracket(label, table)
    if (doubts.length === 0) return []
    const place = { file, line: start.line, column: start.column }
    const isOwnCut = split.leftOut.some((cut) => isSame(cut, place))
    // What stays inside with all around it is clear.
    if (!isOwnCut && !isShown(split.source, source, start.line)) return []
    return doubts.map((doubt) => {
      const at = text.indexOf(doubt.words, offset)
      const isNear = at >= 0 && at - offset < NEAR
      return { label, doubt, place: isNear ? placeOf(at) : place }
    })
  })
}

/** How many signs behind the start of its label a bracket may be. */
const NEAR = 500

function isSame({ place }: LeftOut, { line, column }: Place): boolean {
  return place.line === line && place.column === column
}

/** Whether a line is told as it was written. */
function isShown(shown: Source | undefined, { text }: Source, line: number): boolean {
  const lineOf = (all: string) => all.split(/\r\n|\n|\r/)[line - 1]
  return shown !== undefined && lineOf(shown.text) === lineOf(text)
}

function secret({ label, doubt, place }: DoubtfulLabel, table: Table, line: string): Finding {
  const also = isFixed(doubt) ? '' : `, or, if it means something else, ${line}`
  return findingOf('seems-internal', {
    message: `Unexpected "${doubt.words}" in the label of ${nameOf(label, table.kinds)}, expected "(internal)" to keep it inside${also}`,
    place,
  })
}

function unknown({ label, doubt, place }: DoubtfulLabel, table: Table, line: string): Finding {
  const near = likely(doubt.words, bracketWords(label.kind, table.kinds))
  const expected = near === undefined ? 'a word that is known' : `"${near}"`
  return findingOf('unknown-bracket', {
    message: `Unexpected "${doubt.words}" in the label of ${nameOf(label, table.kinds)}, expected ${expected}, "(internal)" to keep it inside, or ${line}`,
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

function isTypo({ doubt, label }: DoubtfulLabel, { kinds }: Table): boolean {
  return !doubt.secrecy && likely(doubt.words, bracketWords(label.kind, kinds)) !== undefined
}

function likely(words: string, known: readonly string[]): string | undefined {
  const plain = foldLetters(words)
  return nearest(plain, known, 1).find(
    (one) => distance(plain, one, true) <= (one.length < 6 ? 1 : 2),
  )
}

function nameOf({ kind, id }: Label, kinds: KindTable): string {
  return nameInText({ kind, id }, kinds)
}
