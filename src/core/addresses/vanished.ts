/** Addresses that the case once had and has no more, and what they most likely lead to now. */
import type { Checkable, PastAddress } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import { nearest } from '../text/nearest.ts'

/** An address that is gone. */
interface Vanished {
  readonly past: PastAddress
  /** Key of what is nearest to it; absent in an empty case. */
  readonly near?: string
}

/** Every past address that is gone now and is no alias; `[]` without git. */
export function vanishedOf({
  graph,
  settings,
  outside,
}: Pick<Checkable, 'graph' | 'settings' | 'outside'>): readonly Vanished[] {
  const targets = [...graph.case.items.map(toTarget), ...graph.case.sections.map(toTarget)]
  const known = new Set([...targets.map(({ key }) => key), ...Object.keys(settings.aliases)])
  return (outside.past ?? [])
    .filter(({ key }) => !known.has(key))
    .map((past) => {
      const near = nearestOf(past, targets)
      return { past, ...(near === undefined ? {} : { near }) }
    })
}

/** An address that leads to an item of another document than before, and the key of now of what it led to. */
interface Moved {
  readonly past: PastAddress
  /** What has the address now. */
  readonly now: Item
  readonly near: string
}

/**
 * Every address that leads to another document now: one with the same ids was put in front of it; `[]`
 * without git.
 */
export function movedOf({
  graph,
  outside,
}: Pick<Checkable, 'graph' | 'outside'>): readonly Moved[] {
  const namesakes = new Map(
    [...graph.byBase.values()].flatMap((items) => items.map(({ key }) => [key, items] as const)),
  )
  return (outside.past ?? []).flatMap((past) => {
    const now = graph.items.get(past.key)
    const others = namesakes.get(past.key) ?? []
    if (!now || others.length < 2) return []
    const like = ({ text }: Item) => likeness(wordsOf(past.text), wordsOf(text))
    const [near] = others.toSorted((one, other) => like(other) - like(one))
    return near && near !== now && like(near) >= ALIKE && like(now) < ALIKE
      ? [{ past, now, near: near.key }]
      : []
  })
}

/** Something that an address may lead to now. */
interface Target {
  readonly key: string
  readonly words: ReadonlySet<string>
}

function toTarget(one: { key: string; text: string } | { key: string; title: string }): Target {
  return { key: one.key, words: wordsOf('text' in one ? one.text : one.title) }
}

/** Below this part of words in common, two texts are not the same one rewritten. */
const ALIKE = 0.5

/** Key of what says the same, else of what is spelt most alike; `undefined` in an empty case. */
function nearestOf({ key, text }: PastAddress, targets: readonly Target[]): string | undefined {
  const words = wordsOf(text)
  const rated = targets.map((target) => ({ key: target.key, like: likeness(words, target.words) }))
  const most = rated.reduce((best, { like }) => Math.max(best, like), 0)
  const alike = most >= ALIKE ? rated.filter(({ like }) => like === most) : rated
  return nearest(
    key,
    alike.map((one) => one.key),
    1,
  )[0]
}

/** Words in common, as a part of all words of both: 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = one.intersection(other).size
  return common === 0 ? 0 : (2 * common) / (one.size + other.size)
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}
