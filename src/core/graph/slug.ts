/** Keys of sections: slugs of their titles, unique in the case. */
import { kindNames } from '../model/kinds.ts'

/** `Why are we sharing this?` → `why-are-we-sharing-this`; any script stays readable. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return slug || 'section'
}

// Matches "decision-3" and "decision-3-again": keys of that shape belong to items.
const RE_ITEM_KEY = new RegExp(`^(?:${kindNames.join('|')})-\\d`)

/**
 * A key that is not taken. The same title twice takes its parent's key in front, and a number only
 * where that is taken too, so that keys stay as they are when other sections come and go.
 */
export function uniqueKey(
  title: string,
  parent: string | undefined,
  taken: ReadonlySet<string>,
): string {
  const slug = slugOf(title)
  if (!taken.has(slug) && !RE_ITEM_KEY.test(slug)) return slug
  const long = `${parent ?? 'section'}-${slug}`
  if (!taken.has(long)) return long
  let number = 2
  while (taken.has(`${long}-${number}`)) number += 1
  return `${long}-${number}`
}
