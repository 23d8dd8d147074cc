/** The places at which the passages of sections differ between two editions. */
import { diffArrays } from 'diff'
import type { Comparison } from './comparison.ts'
import { passagesIn } from './edition.ts'
import { printOf } from './typing.ts'

/** A passage of a section as it is shown, and as it is compared. */
export interface ComparedPassage {
  readonly text: string
  readonly print: string
}

/** What stands at one place of a section, before and after. What another change tells is taken out. */
export interface Hunk {
  /** Key of the section in each edition; absent in one where it came or went. */
  readonly earlier: string | undefined
  readonly later: string | undefined
  removed: readonly ComparedPassage[]
  added: readonly ComparedPassage[]
}

/** Every place at which the words of a section changed. */
export function hunksOf({ before, after, now, was }: Comparison): readonly Hunk[] {
  const kept = before.edition.sections.flatMap(({ key }): readonly Hunk[] => {
    const later = now.get(key)
    const texts = passagesIn(before.edition, key)
    const laterTexts = later === undefined ? [] : passagesIn(after.edition, later)
    if (texts.join('\n') === laterTexts.join('\n')) return []
    const [removed, added] = [passagesOf(texts), passagesOf(laterTexts)]
    if (later === undefined) return [{ earlier: key, later, removed, added }]
    return aligned(removed, added).map((hunk) => ({ ...hunk, earlier: key, later }))
  })
  const come = after.edition.sections.flatMap(({ key }): readonly Hunk[] => {
    if (was.has(key)) return []
    const added = passagesOf(passagesIn(after.edition, key))
    return [{ earlier: undefined, later: key, removed: [], added }]
  })
  return [...kept, ...come]
}

function passagesOf(texts: readonly string[]): readonly ComparedPassage[] {
  return texts.map((text) => ({ text, print: printOf(text) })).filter(({ print }) => print !== '')
}

/** Lists with more passages at other places are told as a whole; bounds the time. */
const FARTHEST = 2000

/** The places at which two lists of passages differ. */
function aligned(
  before: readonly ComparedPassage[],
  after: readonly ComparedPassage[],
): readonly Pick<Hunk, 'removed' | 'added'>[] {
  // What one list alone has stands between what both have.
  const [left, right] = [commonOf(before, after), commonOf(after, before)]
  const steps = diffArrays(printsOf(left), printsOf(right), { maxEditLength: FARTHEST }) ?? []
  const pairs: (readonly [number, number])[] = []
  let [at, there] = [0, 0]
  for (const { count, added, removed } of steps) {
    if (!added && !removed)
      for (let nth = 0; nth < count; nth += 1)
        pairs.push([left[at + nth]?.index ?? 0, right[there + nth]?.index ?? 0])
    if (!added) at += count
    if (!removed) there += count
  }
  return [...pairs, [before.length, after.length] as const].flatMap(([end, close], index) => {
    const [start, open] = pairs[index - 1] ?? [-1, -1]
    const [removed, added] = [before.slice(start + 1, end), after.slice(open + 1, close)]
    return removed.length + added.length > 0 ? [{ removed, added }] : []
  })
}

/** The passages of a list that another has too, each with where it stands. */
function commonOf(own: readonly ComparedPassage[], other: readonly ComparedPassage[]) {
  const prints = new Set(printsOf(other))
  return own.map((one, index) => ({ ...one, index })).filter(({ print }) => prints.has(print))
}

function printsOf(passages: readonly ComparedPassage[]): string[] {
  return passages.map(({ print }) => print)
}

/** The text of passages, a line for each. */
export function textOf(passages: readonly ComparedPassage[]): string {
  return passages.map(({ text }) => text).join('\n')
}
