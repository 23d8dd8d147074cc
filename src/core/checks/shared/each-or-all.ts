/** One finding for each item, or a single one where it is true of all: the same finding many times helps nobody. */
import type { Item } from '../../model/case.ts'
import type { Found } from '../../model/finding.ts'

/**
 * Makes these findings.
 * @param faulty the items that something is amiss with
 * @param all the items of the kind
 * @param messages what is said of one; what is said once of all
 * @returns `[]` where nothing is amiss
 */
export function eachOrAll(
  faulty: readonly Item[],
  all: readonly Item[],
  messages: { readonly one: (item: Item) => string; readonly all: () => string },
): readonly Found[] {
  const [first, ...others] = faulty
  if (first && others.length > 0 && faulty.length === all.length) {
    return [{ message: messages.all(), place: first.place }]
  }
  return faulty.map((item) => ({ message: messages.one(item), place: item.place }))
}
