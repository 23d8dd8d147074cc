/**
 * Finds what a case has to say to a question: by its words, their stems, its kinds and abbreviations. What
 * it has no word of, it says too. The search (`search.ts`) wants all words as they begin; a question has more.
 */
import { stemmer } from 'stemmer'
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
    itself just keep know let like made make makes many may me mean means might more most much must my need no nor not
    now of off on once one only or other our out over own please really said same say says see shall she should show so
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
  const read = targets
    .filter(({ name }) => name !== ABBREVIATION)
    .map((target) => {
      const { name, words, about = '' } = target
      const own = stemsOf(`${name} ${words} ${about}`)
      return { target, stems: new Set(own.flatMap((stem) => [stem, ...(meant.get(stem) ?? [])])) }
    })
  const counts = new Map<string, number>()
  for (const { stems } of read)
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  /** What stands in fewer places says more. */
  const weightOf = (stem: string): number => Math.log(1 + read.length / (counts.get(stem) ?? 1))
  return (question) => {
    const asked = wordsOf(question).map((word) => ({ word, stems: meantBy(fold(word), meant) }))
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

/** The words of a question that it is about; an id such as `3a` is one. */
function wordsOf(question: string): readonly string[] {
  const words = question.split(/[^\p{L}\p{N}'’]+/u).filter((word) => fold(word) !== '')
  const about = words.filter((word) => !ASKING.has(fold(word)))
  return [...new Map(about.map((word) => [stemmer(fold(word)), word])).values()]
}

/** The word itself, and what it stands for where it is an abbreviation. */
function meantBy(word: string, meant: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [stemmer(word), ...(meant.get(word) ?? [])]
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
