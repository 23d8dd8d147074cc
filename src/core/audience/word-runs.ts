/** Runs of words that must not be found, and where they are found. */
import type { LeftOut, Needle, Needles } from '../model/audience.ts'
import type { Place } from '../model/case.ts'
import type { Source } from '../model/source.ts'

/** The length of a run in words. A shorter run says too little, since others say it too. */
const MOST = 5
const LEAST = 3
/** Letters and digits that a shorter run than `MOST` has at least. */
const LETTERS = 14

/**
 * Runs of words that were left out and that nobody else says. A line with many words gives all its
 * runs of five, so that a part of it is found too.
 *
 * @param known what may be said: the sources as their readers get them
 */
export function needlesOf(leftOut: readonly LeftOut[], known: readonly Source[]): Needles {
  const said = new Set(known.flatMap(({ text }) => linesOf(text).flatMap(allRunsOf)))
  const needles = new Map<string, Needle[]>()
  const taken = new Set<string>()
  for (const left of leftOut) {
    for (const { line, place } of placed(left)) {
      for (const words of [...namesIn(left, line), ...runsOf(line)]) {
        const name = words.join(' ')
        if (said.has(name) || taken.has(name)) continue
        taken.add(name)
        const first = words[0] ?? ''
        const needle = { words: name, count: words.length, left: { ...left, place } }
        needles.set(first, [...(needles.get(first) ?? []), needle])
      }
    }
  }
  return needles
}

/** The first needle in a text; `undefined` where there is none. */
export function findNeedle(text: string, needles: Needles): Needle | undefined {
  const words = wordsOf(text)
  for (const [index, word] of words.entries()) {
    const found = needles
      .get(word)
      ?.find(({ words: run, count }) => words.slice(index, index + count).join(' ') === run)
    if (found) return found
  }
  return undefined
}

function placed({ words, place }: LeftOut): readonly { line: string; place: Place }[] {
  return linesOf(words).map((line, index) => ({
    line,
    place: index === 0 ? place : { file: place.file, line: (place.line ?? 1) + index },
  }))
}

function runsOf(line: string): readonly (readonly string[])[] {
  const words = wordsOf(line)
  if (words.length >= MOST) return windows(words, MOST)
  const isLongEnough = words.length >= LEAST && words.join('').length >= LETTERS
  return isLongEnough ? [words] : []
}

// Matches "1kmbxelwckgi9", as documents are called in addresses; nobody says it by chance.
const RE_NAME = /^(?=.*\d)(?=.*[a-z])[a-z\d]{8,}$/

/** The long names in an address: one of them is enough to find it by. */
function namesIn({ why }: LeftOut, line: string): readonly (readonly string[])[] {
  if (why !== 'restricted') return []
  return wordsOf(line).flatMap((word) => (RE_NAME.test(word) ? [[word]] : []))
}

/** All runs of a line, of each length that a needle can have. */
function allRunsOf(line: string): readonly string[] {
  const words = wordsOf(line)
  const runs: string[] = words.filter((word) => RE_NAME.test(word))
  for (let count = LEAST; count <= MOST; count += 1)
    for (const run of windows(words, count)) runs.push(run.join(' '))
  return runs
}

function windows(words: readonly string[], count: number): readonly (readonly string[])[] {
  const last = words.length - count
  return Array.from({ length: Math.max(0, last + 1) }, (_, at) => words.slice(at, at + count))
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/)
}

// Matches "spent", "40", "né": letters and digits. The classes of Unicode would take three times as long.
const RE_WORD = /[a-z\d\u00c0-\u1fff\u2c00-\uffff]+/g

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(RE_WORD) ?? []
}
