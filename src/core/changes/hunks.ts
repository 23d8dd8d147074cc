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

/** The places at which two lists of passages differ. */
function aligned(
  before: readonly ComparedPassage[],
  after: readonly ComparedPassage[],
): readonly Pick<Hunk, 'removed' | 'added'>[] {
  const hunks: { removed: ComparedPassage[]; added: ComparedPassage[] }[] = []
  let [left, right, isOpen] = [0, 0, false]
  for (const { count, added, removed } of diffArrays(printsOf(before), printsOf(after))) {
    const isChange = added || removed
    if (isChange && !isOpen) hunks.push({ removed: [], added: [] })
    isOpen = isChange
    if (removed) hunks.at(-1)?.removed.push(...before.slice(left, left + count))
    if (added) hunks.at(-1)?.added.push(...after.slice(right, right + count))
    if (!added) left += count
    if (!removed) right += count
  }
  return hunks
}

function printsOf(passages: readonly ComparedPassage[]): string[] {
  return passages.map(({ print }) => print)
}

/** The text of passages, a line for each. */
export function textOf(passages: readonly ComparedPassage[]): string {
  return passages.map(({ text }) => text).join('\n')
}
