/** How evidence comes to a decision: by its number, or by what it cites. */
import type { Item } from '../../model/case.ts'
import { isNumber } from '../../model/ids.ts'

/**
 * What is expected of a decision that lacks evidence.
 *
 * @param next the id of its next evidence, where it has a number for it
 */
export function evidenceFor({ id }: Pick<Item, 'id'>, next: string): string {
  return isNumber(id) ? `"Evidence ${next}: …" below it` : `evidence that cites it: "… (${id})"`
}
