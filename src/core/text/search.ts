/**
 * Finds where to go from what someone types: a number, an id such as `12b`, or words of what stands
 * there. Numbers and ids of a case come first, which no library for texts knows; of words all must
 * begin so, or else begin so but for a slip. It looks at each target in turn: that is quick for thousands.
 */

/** One place to go to. */
export interface Target {
  /** Its address: `decision-3`. */
  readonly key: string
  /** What it is called: `Slide 7`, `Evidence 12b`. */
  readonly name: string
  /** Number of a slide, 1-based; nothing else has one. */
  readonly n?: number
  /** Id of an item: `12b`, `CSF2`. */
  readonly id?: string
  /** Title of the slide, or words of the item. */
  readonly words: string
  /** What else is known of it: `Sprint 2. Quality amber.` */
  readonly about?: string
  /** Set for one sentence of what stands at the address. */
  readonly isSentence?: true
}

/** What an abbreviation that the case writes out is called. */
export const ABBREVIATION = 'Abbreviation'

/** What a query finds, the best first, each address and each sentence once; nothing for an empty query. */
export type Search = (query: string) => readonly Target[]

/** Reads the targets once, so that each letter typed costs little. */
export function makeSearch(targets: readonly Target[]): Search {
  const read = targets.map((target) => ({ target, text: readTarget(target) }))
  return (query) => {
    const asked = fold(query)
    if (asked === '') return []
    const rankedBy = (begins: Begins) =>
      read.flatMap(({ target, text }) => {
        const rank = rankOf(text, asked, begins)
        return rank === undefined ? [] : [{ target, rank }]
      })
    const found = rankedBy((word, typed) => word.startsWith(typed))
    const ranked = found.length > 0 ? found : rankedBy(beginsNearly)
    const sorted = ranked.toSorted((a, b) => a.rank - b.rank).map(({ target }) => target)
    return [
      ...new Map(
        sorted
          .toReversed()
          .map((target) => [
            target.isSentence ? `${target.key} ${target.words}` : target.key,
            target,
          ]),
      ).values(),
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
  readonly all: readonly string[]
  readonly isSentence: boolean
}

function readTarget({ name, n, id, words, about = '', isSentence }: Target): Text {
  return {
    ...(n === undefined ? {} : { number: String(n) }),
    exact: [id ?? '', name].map((text) => joined(fold(text))).filter((text) => text !== ''),
    id: joined(fold(id ?? '')),
    words: fold(words),
    all: fold(`${name} ${words} ${about}`).split(' '),
    isSentence: isSentence === true,
  }
}

/** The lower the better. A number means the slide first, then the item, then what lies under it. */
function rankOf(
  { number, exact, id, words, all, isSentence }: Text,
  asked: string,
  begins: Begins,
): number | undefined {
  const one = joined(asked)
  if (number === one) return 0
  if (isSentence) return hasAll(all, asked, begins) ? 6 : undefined
  if (exact.includes(one)) return 1
  if (/\d/.test(one) && id.startsWith(one)) return 2
  if (words.startsWith(asked)) return 3
  if (!hasAll(all, asked, begins)) return undefined
  return number === undefined ? 5 : 4
}

/** Whether each word that is asked for begins one of them. */
function hasAll(all: readonly string[], asked: string, begins: Begins): boolean {
  return asked.split(' ').every((typed) => all.some((word) => begins(word, typed)))
}

/** Whether a word begins as something typed. */
type Begins = (word: string, typed: string) => boolean

/** Letters; in fewer, one that is wrong makes another word. */
const LEAST_TO_SLIP = 4

/** The same but for one letter, not the first: one too many, too few or another, or two that changed places. */
function beginsNearly(word: string, typed: string): boolean {
  if (typed.length < LEAST_TO_SLIP) return word.startsWith(typed)
  const at = [...typed].findIndex((letter, index) => word[index] !== letter)
  if (at < 1) return at < 0
  const [rest, left] = [word.slice(at), typed.slice(at)]
  const [first = '', second = ''] = left
  return [
    left.slice(1),
    `${rest[0]}${left}`,
    `${rest[0]}${left.slice(1)}`,
    second + first + left.slice(2),
  ].some((mended) => rest.startsWith(mended))
}

/** Small letters without accents and marks: `Café, DDaT’s` → `cafe ddats`. */
export function fold(text: string): string {
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
