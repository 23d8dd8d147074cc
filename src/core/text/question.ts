/**
 * Finds what a case has to say to a question: by its words, their stems, its kinds and abbreviations. What
 * it has no word of, it says too. The search (`search.ts`) wants all words as they begin; a question has more.
 */
import { stemmer } from 'stemmer'
import { sameSayings } from './same-sayings.ts'
import { ABBREVIATION, fold, type Target } from './search.ts'

/** What answers a question. */
export interface Answers {
  /** The best first, one for each address; `[]` where the case has nothing on it. */
  readonly found: readonly Target[]
  /** Words of the question that stand nowhere in the case, as they were typed. */
  readonly missing: readonly string[]
}

/** As many are shown. */
const MOST = 8

/** What answers less than this share of the best answer is none. */
const LEAST = 0.45

/** Words that ask, and hold sentences together: nothing is about them. */
const ASKING = new Set(
  fold(
    `a about above after again all also am an and any anything are as asked at be because been before being between both
    but by can could did do does doing done down each else even ever every everything explain few for from further get
    give given go going got had happen happens has have having he her here hers him his how i if in into is isnt it its
    itself just keep know let like look looked looking made make makes many may me mean means might more most much must my need no nor not
    now of off on once one only or other our out over own per please really said same say says see shall she should show so
    some something still such take tell than that the their them then there these they thing things this those through
    to too under until up us very was we were what whats when where which while who whom whose why will with without
    would yet you your`,
  ).split(' '),
)

/** Reads the targets once. */
export function makeAnswers(targets: readonly Target[]): (question: string) => Answers {
  const written = targets.filter(({ name }) => name === ABBREVIATION)
  /** Stem of an abbreviation → the stems of what it means. */
  const meant = new Map(written.map(({ id = '', words }) => [fold(id), stemsOf(words)]))
  const labels = new Set(targets.flatMap((target) => nameOf(target)?.label ?? []))
  const read = targets
    .filter(({ name }) => name !== ABBREVIATION)
    .map((target) => {
      const { name, words, about = '' } = target
      const text = `${name} ${words} ${about}`
      const named = tokensOf(text, labels).flatMap(({ stem, isName }) => (isName ? stem : []))
      const own = [
        ...stemsOf(text),
        ...named,
        ...sayingsOf(text),
        nameOf(target)?.stem ?? [],
      ].flat()
      return { target, stems: new Set(own.flatMap((stem) => [stem, ...(meant.get(stem) ?? [])])) }
    })
  const counts = new Map<string, number>()
  for (const { stems } of read)
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  /** What stands in fewer places says more. */
  const weightOf = (stem: string): number => Math.log(1 + read.length / (counts.get(stem) ?? 1))
  return (question) => {
    const { said, rest } = withoutSayings(question)
    const asked = [
      ...said.map(({ word, stem }) => ({ word, stems: [stem] })),
      ...wordsOf(rest, labels).map(({ word, stem }) => ({
        word,
        stems: [stem, ...(meant.get(fold(word)) ?? [])],
      })),
    ]
    const known = asked.filter(({ stems }) => stems.some((stem) => counts.has(stem)))
    const missing = asked.filter((one) => !known.includes(one)).map(({ word }) => word)
    const scored = read
      .map(({ target, stems }) => {
        const hits = known.map((one) => shareOf(one.stems, stems) * weightOf(one.stems[0] ?? ''))
        // A word that says much in a target of few words counts for more than among many.
        const all = hits.reduce((sum, hit) => sum + hit, 0)
        return { target, score: all * (1 + 1 / (8 + stems.size)) * (target.isSentence ? 0.9 : 1) }
      })
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
    const best = (scored[0]?.score ?? 0) * LEAST
    const good = scored.filter(({ score }) => score >= best).map(({ target }) => target)
    const byKey = new Map(good.toReversed().map((target) => [target.key, target]))
    return { found: good.filter((one) => byKey.get(one.key) === one).slice(0, MOST), missing }
  }
}

/** A word of a text, or the name of an item: `option 3`. */
interface Token {
  /** As it is typed. */
  readonly word: string
  readonly stem: string
  readonly isName: boolean
}

/** Each saying of the field as stems in a row, with a stem for all that say the same: ` busi a usual ` → `=0`. */
const SAYINGS = sameSayings
  .flatMap((all, at) => all.map((saying) => ({ line: lineOf(saying), stem: `=${at}` })))
  // The longest first: it may hold another.
  .toSorted((one, other) => other.line.length - one.line.length)

function lineOf(text: string): string {
  return ` ${fold(text).split(' ').map(stemmer).join(' ')} `
}

/** What sayings a text has, each as the stem of all that say the same. */
function sayingsOf(text: string): readonly string[] {
  const line = lineOf(text)
  return SAYINGS.flatMap(({ line: saying, stem }) => (line.includes(saying) ? stem : []))
}

/** The sayings of a question as they were typed, and its other words. */
function withoutSayings(question: string) {
  let words = question.split(/[^\p{L}\p{N}'’]+/u).filter((word) => fold(word) !== '')
  const said: { readonly word: string; readonly stem: string }[] = []
  for (const { line, stem } of SAYINGS) {
    const size = line.trim().split(' ').length
    const at = words.findIndex(
      (_, from) => lineOf(words.slice(from, from + size).join(' ')) === line,
    )
    if (at < 0) continue
    said.push({ word: words.slice(at, at + size).join(' '), stem })
    words = [...words.slice(0, at), ...words.slice(at + size)]
  }
  return { said, rest: words.join(' ') }
}

/** The words of a question that it is about, each once; an id such as `3a` is one, and so is a name. */
function wordsOf(question: string, labels: ReadonlySet<string>): readonly Token[] {
  const about = tokensOf(question, labels).filter(({ word }) => !ASKING.has(fold(word)))
  return [...new Map(about.map((token) => [token.stem, token])).values()]
}

// Matches what stands behind a label: "3", "12b".
const RE_NUMBER = /^\d+[a-z]?$/i

/** A number behind the label of a kind is no number: it names an item, perhaps one that the case has not. */
function tokensOf(text: string, labels: ReadonlySet<string>): readonly Token[] {
  const words = text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => fold(word) !== '')
  const tokens: Token[] = []
  for (let at = 0; at < words.length; at += 1) {
    const length = [2, 1].find(
      (size) =>
        RE_NUMBER.test(words[at + size] ?? '') &&
        labels.has(stemmer(fold(words.slice(at, at + size).join(' ')))),
    )
    const [word = '', ...named] = words.slice(at, at + 1 + (length ?? 0))
    const all = [word, ...named].join(' ')
    const label = stemmer(fold([word, ...named].slice(0, -1).join(' ')))
    const stem = length ? `${label} ${fold(named.at(-1) ?? '')}` : stemmer(fold(word))
    tokens.push({ word: all, stem, isName: length !== undefined })
    at += length ?? 0
  }
  return tokens
}

/** What people call an item: `option 3` of OPT3. */
function nameOf({
  name,
  id,
}: Target): { readonly label: string; readonly stem: string } | undefined {
  if (id === undefined || !name.endsWith(` ${id}`)) return undefined
  const label = stemmer(fold(name.slice(0, -id.length)))
  return { label, stem: `${label} ${fold(id.replace(/^\D+/, ''))}` }
}

/** 1 for the word itself or all of what it stands for, else 0. */
function shareOf([own = '', ...meant]: readonly string[], stems: ReadonlySet<string>): number {
  if (stems.has(own)) return 1
  return meant.length > 0 && meant.every((stem) => stems.has(stem)) ? 1 : 0
}

function stemsOf(text: string): readonly string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '' && !ASKING.has(word))
    .map((word) => stemmer(word))
}
