/** Finds where to go from what someone types: a number, an id such as `12b`, or words. Pure. */
import type { Target } from './targets.ts'

/** What a query finds, the best first, each address once; nothing for an empty query. */
export type Search = (query: string) => readonly Target[]

/** Reads the targets once, so that each letter typed costs little. */
export function makeSearch(targets: readonly Target[]): Search {
  const read = targets.map((target) => ({ target, text: readTarget(target) }))
  return (query) => {
    const asked = fold(query)
    if (asked === '') return []
    const ranked = read.flatMap(({ target, text }) => {
      const rank = rankOf(text, asked)
      return rank === undefined ? [] : [{ target, rank }]
    })
    const sorted = ranked.toSorted((a, b) => a.rank - b.rank).map(({ target }) => target)
    return [
      ...new Map(sorted.toReversed().map((target) => [target.key, target])).values(),
    ].reverse()
  }
}

/** A target with its words folded. */
interface Text {
  readonly number?: string
  /** What means it alone, without spaces. */
  readonly exact: readonly string[]
  readonly id: string
  readonly words: string
  readonly all: string
}

function readTarget({ name, n, id, words }: Target): Text {
  return {
    ...(n === undefined ? {} : { number: String(n) }),
    exact: [id ?? '', name].map((text) => joined(fold(text))).filter((text) => text !== ''),
    id: joined(fold(id ?? '')),
    words: fold(words),
    all: ` ${fold(`${name} ${words}`)}`,
  }
}

/** The lower the better. A number means the slide first, then the item, then what lies under it. */
function rankOf({ number, exact, id, words, all }: Text, asked: string): number | undefined {
  const one = joined(asked)
  if (number === one) return 0
  if (exact.includes(one)) return 1
  if (/\d/.test(one) && id.startsWith(one)) return 2
  if (words.startsWith(asked)) return 3
  if (!asked.split(' ').every((word) => all.includes(` ${word}`))) return undefined
  return number === undefined ? 5 : 4
}

/** Small letters without accents and marks: `Café, DDaT’s` → `cafe ddats`. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function joined(text: string): string {
  return text.replaceAll(' ', '')
}
