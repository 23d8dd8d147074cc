/** What a check is. */
import type { Checkable } from '../../model/assembled.ts'
import type { Found } from '../../model/finding.ts'

/**
 * Looks for one thing in a case. Its severity, its rule and the reason for it, with a wrong and a
 * right example, stand in the catalogue (`findings/`) under the id that `checks/index.ts` gives it.
 */
export type Check = (checked: Checkable) => readonly Found[]
