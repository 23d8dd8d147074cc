/** The words of sections, passage by passage: which were reworded, moved, or only laid out anew. */
import { wholeTextOf } from '../model/case.ts'
import type { HandedOver } from './change.ts'
import { type Comparison, named } from './comparison.ts'
import { type ComparedPassage, type Hunk, hunksOf, textOf } from './hunks.ts'
import { printOf } from './typing.ts'
import { compareWords, type DiffRun } from './words.ts'

/** What became of the passages of sections whose words changed. */
export interface Passages {
  /** Key of a section in the later edition → its passages that changed. */
  readonly reworded: ReadonlyMap<string, readonly (readonly DiffRun[])[]>
  /** Keys of sections in the later edition whose passages only have another order. */
  readonly reordered: ReadonlySet<string>
  readonly handed: readonly HandedOver[]
  /** Later keys of items that only took in words around them, or gave such words away. */
  readonly same: ReadonlySet<string>
}

/** Compares the words of all sections whose words changed. */
export function comparePassages(comparison: Comparison): Passages {
  const hunks = hunksOf(comparison)
  const same = takeItems(hunks, comparison)
  takeLabelled(hunks, comparison)
  const reordered = takeReordered(hunks)
  const handed = takeHanded(hunks, comparison)
  const reworded = new Map<string, (readonly DiffRun[])[]>()
  for (const { earlier, later, removed, added } of hunks) {
    if (earlier === undefined || later === undefined) continue
    const words = compareWords(textOf(removed), textOf(added))
    if (words) reworded.set(later, [...(reworded.get(later) ?? []), words])
  }
  for (const key of reworded.keys()) reordered.delete(key)
  return { reworded, reordered, handed, same }
}

/**
 * Where a label becomes a heading, its item takes in the paragraphs below it: the same words at the
 * same place. Takes these words out of the hunks.
 */
function takeItems(
  hunks: readonly Hunk[],
  { before, after, now }: Comparison,
): ReadonlySet<string> {
  const same = new Set<string>()
  const places = Map.groupBy(hunks, ({ later }) => later)
  for (const item of before.edition.items) {
    const later = after.items.get(now.get(item.key) ?? '')
    const around = places.get(later?.section)
    if (!later || !around || wholeTextOf(later) === wholeTextOf(item)) continue
    const [was, is] = [printOf(wholeTextOf(item)), printOf(wholeTextOf(later))]
    const takenIn = partsOf(
      was,
      is,
      around.flatMap(({ removed }) => removed),
    )
    const letGo = partsOf(
      is,
      was,
      around.flatMap(({ added }) => added),
    )
    if (!takenIn && !letGo) continue
    same.add(later.key)
    for (const hunk of around) {
      hunk.removed = hunk.removed.filter((passage) => !takenIn?.has(passage))
      hunk.added = hunk.added.filter((passage) => !letGo?.has(passage))
    }
  }
  return same
}

/** The passages that, with the shorter print, make the longer one; `undefined` where they don't. */
function partsOf(
  short: string,
  long: string,
  passages: readonly ComparedPassage[],
): ReadonlySet<ComparedPassage> | undefined {
  if (short === '' || !long.startsWith(`${short} `)) return undefined
  let rest = long.slice(short.length + 1)
  const parts = new Set<ComparedPassage>()
  for (const passage of passages) {
    if (!`${rest} `.startsWith(`${passage.print} `)) continue
    rest = rest.slice(passage.print.length + 1)
    parts.add(passage)
  }
  return rest === '' ? parts : undefined
}

/** Takes out words that got a label, or lost one: they are told as an item. */
function takeLabelled(hunks: readonly Hunk[], { before, after, now, was }: Comparison): void {
  const came = after.edition.items.filter(({ key }) => !was.has(key))
  const went = before.edition.items.filter(({ key }) => !now.has(key))
  const [labelled, bare] = [came, went].map(
    (items) => new Set(items.map(({ text }) => printOf(text))),
  )
  for (const hunk of hunks) {
    hunk.removed = hunk.removed.filter(({ print }) => !labelled?.has(print))
    hunk.added = hunk.added.filter(({ print }) => !bare?.has(print))
  }
}

/** Takes out passages that stand at another place of the same section. Returns these sections. */
function takeReordered(hunks: readonly Hunk[]): Set<string> {
  const reordered = new Set<string>()
  for (const [key, own] of Map.groupBy(hunks, ({ later }) => later)) {
    if (key === undefined) continue
    const taken = take(own, own)
    if (taken.length > 0) reordered.add(key)
  }
  return reordered
}

/** Shorter texts stand in two sections by chance. */
const LONG_ENOUGH = 20

/** Takes out passages that moved from one section to another, and returns them. */
function takeHanded(hunks: readonly Hunk[], { before, after }: Comparison): readonly HandedOver[] {
  const taken = take(hunks, hunks).filter(({ from, to }) => from !== undefined && to !== undefined)
  const groups = Map.groupBy(taken, ({ from, to }) => `${from} ${to}`)
  return [...groups.values()].flatMap((group): readonly HandedOver[] => {
    const [first] = group
    if (first?.from === undefined || first.to === undefined) return []
    return [
      {
        what: 'handed',
        from: named(before, first.from),
        after: named(after, first.to),
        passages: group.map(({ passage }) => passage.text),
      },
    ]
  })
}

interface TakenPassage {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly passage: ComparedPassage
}

/** Takes out what some hunks lost and other hunks got, in order. */
function take(losing: readonly Hunk[], getting: readonly Hunk[]): readonly TakenPassage[] {
  const got = new Map<string, { hunk: Hunk; passage: ComparedPassage }[]>()
  for (const hunk of getting) {
    for (const passage of hunk.added) {
      if (passage.print.length < LONG_ENOUGH) continue
      const same = got.get(passage.print)
      if (same) same.push({ hunk, passage })
      else got.set(passage.print, [{ hunk, passage }])
    }
  }
  for (const same of got.values()) same.reverse()
  const taken: TakenPassage[] = []
  for (const hunk of losing) {
    hunk.removed = hunk.removed.filter((passage) => {
      const found = got.get(passage.print)?.pop()
      if (found) taken.push({ from: hunk.earlier, to: found.hunk.later, passage: found.passage })
      return !found
    })
  }
  const passages = new Set(taken.map(({ passage }) => passage))
  for (const hunk of getting) hunk.added = hunk.added.filter((one) => !passages.has(one))
  return taken
}
