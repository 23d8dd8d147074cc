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
  if (!taken.has(long)) return long
  let number = numbers.get(long) ?? 2
  while (taken.has(`${long}-${number}`)) number += 1
  numbers.set(long, number)
  return `${long}-${number}`
}

/** Which keys there are already. */
interface TakenKeys {
  readonly taken: ReadonlySet<string>
  /** The last number behind a key: a title may stand very often. */
  readonly numbers: Map<string, number>
  readonly kinds: KindTable
}

/** Keys such as "decision-3" and "decision-3-again" belong to items. */
function isItemKey(slug: string, kinds: KindTable): boolean {
  const name = /^(.+?)-\d/.exec(slug)?.[1]
  return [...kinds.keys()].some((kind) => kind === name)
}
