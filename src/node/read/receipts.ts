/** Reads the receipts of a case folder, and asks git whether it still has the commits that they name. */

import {
  isReceipt,
  type Receipt,
  readReceipt,
  takenBackIn,
  withdrawnIn,
} from '../../core/changes/receipts.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { CaseChallenge } from '../../core/model/feedback.ts'
import type { Finding } from '../../core/model/finding.ts'
import { isInHistory } from '../git/repository.ts'
import { inReadingOrder } from '../paths/reading-order.ts'
import { readSource, unreadable } from './case-texts.ts'

interface Known {
  /** Whether git can tell: it is there, and knows the whole history. */
  readonly isWhole: boolean
  /** Ids of items whose words are withdrawn now. */
  readonly withdrawn: readonly string[]
  /** What was asked, as far as everybody may know it now; absent where that cannot be read. */
  readonly told?: readonly CaseChallenge[]
}

/**
 * The receipts in the order of their names.
 *
 * @param files of the case folder, relative to it
 */
export async function readReceipts(
  root: string,
  files: readonly string[],
  known: Known,
): Promise<{ readonly receipts: readonly Receipt[]; readonly findings: readonly Finding[] }> {
  const read = await Promise.all(
    inReadingOrder(files.filter(isReceipt)).map((file) => readOne(root, file, known)),
  )
  return {
    receipts: read.flatMap(({ receipt }) => receipt ?? []),
    findings: read.flatMap(({ findings }) => findings),
  }
}

async function readOne(root: string, file: string, { isWhole, withdrawn, told }: Known) {
  const found = readSource(root, file)
  if ('fault' in found) return { findings: [unreadable(file, found.fault)] }
  const { text } = found
  const { receipt, findings } = readReceipt(text, file)
  if (!receipt) return { findings }
  const isLost = isWhole && !(await isInHistory(root, receipt.commit))
  return {
    receipt,
    findings: [
      ...(isLost ? [lost(receipt)] : []),
      ...withdrawnIn(receipt, text, withdrawn),
      ...(told ? takenBackIn(receipt, text, told) : []),
    ],
  }
}

function lost({ commit, file }: Receipt): Finding {
  return findingOf('lost-receipt', {
    message: `Unexpected commit ${commit.slice(0, 7)} of a receipt, which is not in the history of this branch, expected one that is: the history was rewritten, or the receipt is of another branch; what changed since then cannot be told`,
    place: { file },
  })
}
