/** What checks of the economic case share: the ledger, and where an option stands. */
import { ledgerOf } from '../../appraisal/index.ts'
import type { Ledger, OptionAppraisal } from '../../appraisal/plan.ts'
import type { Checkable } from '../../model/assembled.ts'
import type { Place } from '../../model/case.ts'
import type { Found } from '../../model/finding.ts'
import type { Check } from './check.ts'

/** What a check finds in the ledger of a case. */
type Find = (ledger: Ledger, checked: Checkable) => readonly Found[]

/** A check of the ledger. It says nothing of a case without estimates. */
export function ofLedger(find: Find): Check {
  return (checked) => {
    const ledger = ledgerOf(checked)
    return ledger ? find(ledger, checked) : []
  }
}

/** Where an option of the ledger stands in the texts. */
export function placeOfAppraised({ key }: OptionAppraisal, { items }: Checkable['graph']): Place {
  return items.get(key)?.place ?? { file: 'case.yaml' }
}
