/** Sections that came or went, or have another title, place or other words. */
import type { Section } from '../model/case.ts'
import type { Added, Change, Moved, Named, Removed } from './change.ts'
import { type Comparison, type EditionSide, named } from './comparison.ts'
import { passagesIn } from './edition.ts'
import { isRewritten, pairOf, passageOf } from './items.ts'
import type { Passages } from './passages.ts'

/** Every change of a section but links, and the words of a gap, which are told elsewhere. */
export function sectionChanges(
  comparison: Comparison,
  { reworded, reordered }: Passages,
  isGap: (key: string) => boolean,
): readonly Change[] {
  const { before, after, now, was } = comparison
  const displaced = displacedOf(comparison)
  return [
    ...before.edition.sections
      .filter(({ key, parent }) => !now.has(key) && !isNew(parent, now))
      .map((section) => removal(section, before, now)),
    ...after.edition.sections.flatMap((section): readonly Change[] => {
      const earlier = before.sections.get(was.get(section.key) ?? '')
      if (!earlier) return isNew(section.parent, was) ? [] : [addition(section, after, was)]
      const pair = pairOf({ before: earlier.key, after: section.key }, comparison)
      const titles = earlier.key === 'opening' ? [] : passageOf(earlier.title, section.title)
      const words = isGap(section.key) ? [] : (reworded.get(section.key) ?? [])
      const rewritten = isRewritten(words, [textOf(before, earlier), textOf(after, section)])
      return [
        ...(titles.length > 0 ? [{ what: 'retitled', ...pair, words: titles } as const] : []),
        ...moving(earlier, section, { comparison, displaced }),
        ...(words.length > 0
          ? [{ what: 'reworded', ...pair, words, ...(rewritten ? { rewritten } : {}) } as const]
          : []),
        ...(reordered.has(section.key) ? [{ what: 'reordered', ...pair } as const] : []),
      ]
    }),
  ]
}

function textOf({ edition }: EditionSide, { key }: Section): string {
  return passagesIn(edition, key).join('\n')
}

/** Whether the section around another is not in both editions. Then the inner one is told with it. */
function isNew(parent: string | undefined, paired: ReadonlyMap<string, string>): boolean {
  return parent !== undefined && !paired.has(parent)
}

function addition({ key }: Section, after: EditionSide, was: ReadonlyMap<string, string>): Added {
  const gap = after.edition.gaps.some((one) => one.section === key && one.item === undefined)
  const together = insideOf(key, after, was)
  const links: Added['links'] = []
  return {
    ...{ what: 'added', after: named(after, key), text: '', together, links },
    ...(gap ? { gap: true } : {}),
  }
}

function removal({ key }: Section, before: EditionSide, now: ReadonlyMap<string, string>): Removed {
  const together = insideOf(key, before, now)
  return { what: 'removed', before: named(before, key), text: '', together }
}

/** The sections below one that are not in both editions. */
function insideOf(
  key: string,
  side: EditionSide,
  paired: ReadonlyMap<string, string>,
): readonly Named[] {
  const inside = side.edition.sections.filter(
    (section) => section.parent === key && !paired.has(section.key),
  )
  return inside.flatMap((section) => [
    named(side, section.key),
    ...insideOf(section.key, side, paired),
  ])
}

/**
 * Whether a section moved to one that is not new, from one that is still there, or among those
 * beside it.
 */
function moving(
  earlier: Section,
  section: Section,
  { comparison, displaced }: { comparison: Comparison; displaced: ReadonlySet<string> },
): readonly Moved[] {
  const { before, after, now, was } = comparison
  const [from, to] = [earlier.parent, section.parent]
  const isSame = (from === undefined ? undefined : now.get(from)) === to
  const isAlsoNew = isNew(from, now) || isNew(to, was)
  if (isAlsoNew || (isSame && !displaced.has(section.key))) return []
  return [
    {
      what: 'moved',
      ...pairOf({ before: earlier.key, after: section.key }, comparison),
      ...(from === undefined ? {} : { from: named(before, from) }),
      ...(to === undefined ? {} : { to: named(after, to) }),
    },
  ]
}

/** Keys of the fewest sections that must have moved to give the new order. */
function displacedOf({ before, after, was }: Comparison): ReadonlySet<string> {
  const places = new Map(before.edition.sections.map(({ key }, index) => [key, index]))
  const displaced = new Set<string>()
  for (const [parent, kin] of Map.groupBy(after.edition.sections, (section) => section.parent)) {
    const stayed = kin.filter(({ key }) => {
      const earlier = before.sections.get(was.get(key) ?? '')
      return earlier && (parent === undefined ? undefined : was.get(parent)) === earlier.parent
    })
    const order = stayed.map(({ key }) => places.get(was.get(key) ?? '') ?? 0)
    const inOrder = longestRise(order)
    for (const [index, { key }] of stayed.entries()) if (!inOrder.has(index)) displaced.add(key)
  }
  return displaced
}

/** Indices of a longest rising sequence among numbers. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [] // of rows of length 1, 2, …: the index of the lowest last number
  const earlier: (number | undefined)[] = []
  for (const [index, number] of numbers.entries()) {
    const at = ends.findIndex((end) => (numbers[end] ?? 0) >= number)
    const length = at < 0 ? ends.length : at
    earlier[index] = ends[length - 1]
    ends[length] = index
  }
  const row = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = earlier[at]) row.add(at)
  return row
}
