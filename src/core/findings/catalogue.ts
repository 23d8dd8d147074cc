/** The one catalogue of what may be found: by id, the most urgent first. An id never changes. */
import { broken } from './rows/broken.ts'
import { misleading } from './rows/misleading.ts'
import { missing } from './rows/missing.ts'
import type { Row, Rows } from './rows/row.ts'
import { style } from './rows/style.ts'

/**
 * First what keeps the case from being read or built, then what is said wrongly, then what is
 * missing, then how it is said: in this order a report says what to do first.
 */
export const catalogue = {
  ...broken,
  ...misleading,
  ...missing,
  ...style,
} as const satisfies Rows

/** Id of a finding: authors name it in `case.yaml`. */
export type FindingId = keyof typeof catalogue

/** Who finds something: checks of the case, the folder, the build, or a look at the web. */
export type Finder = Row['finder']

/** Ids of what a finder finds. */
type IdOf<By extends Finder> = {
  [Id in FindingId]: (typeof catalogue)[Id]['finder'] extends By ? Id : never
}[FindingId]

/** Ids for which a file in `checks/` looks. */
export type CheckId = Exclude<
  IdOf<'case'>,
  {
    [Id in FindingId]: (typeof catalogue)[Id] extends { withoutCheck: true } ? Id : never
  }[FindingId]
>

/** Every id, the most urgent first. */
export const findingIds = Object.keys(catalogue) as readonly FindingId[] // keys of our own table

/** What is said of a finding; the type is that of any row. */
export function rowOf(id: FindingId): Row {
  return catalogue[id]
}

/** Whether a name is that of a finding. */
export function isFindingId(id: string): id is FindingId {
  return Object.hasOwn(catalogue, id)
}
