/** Keys of sections: slugs of their titles, unique in the case. */
import type { KindTable } from '../model/kinds.ts'

/** `Why are we sharing this?` → `why-are-we-sharing-this`; any script stays readable. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
  return slug || 'section'
}

/**
 * A key that is not taken. The same title twice takes its parent's key in front, and a number only
 * where that is taken too, so that keys stay as they are when other sections come and go.
 */
export function uniqueKey(
  title: string,
  parent: string | undefined,
  { taken, numbers, kinds }: TakenKeys,
): string {
  const slug = slugOf(title)
  if (!taken.has(slug) && !isItemKey(slug, kinds)) return slug
  const long = `${parent ?? 'section'}-${slug}`
  return numbered(long, { taken, numbers })
}

/** A name that is not taken: itself, or with the next number behind it. */
export function numbered(name: string, { taken, numbers }: TakenNames): string {
  if (!taken.has(name)) return name
  let number = numbers.get(name) ?? 2
  while (taken.has(`${name}-${number}`)) number += 1
  numbers.set(name, number)
  return `${name}-${number}`
}

/** Which names there are already. */
export interface TakenNames {
  readonly taken: ReadonlySet<string>
  /** The last number behind a name: the same may stand very often. */
  readonly numbers: Map<string, number>
}

interface TakenKeys extends TakenNames {
  readonly kinds: KindTable
}

/** Keys such as "decision-3" and "decision-3-again" belong to items. */
function isItemKey(slug: string, kinds: KindTable): boolean {
  const name = /^(.+?)-\d/.exec(slug)?.[1]
  return [...kinds.keys()].some((kind) => kind === name)
}
