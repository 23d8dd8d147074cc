/** What a check is. */

import type { Checkable } from '../../model/assembled.ts'
import type { Finding, Severity } from '../../model/finding.ts'

export interface Check {
  /** Never changes: authors name it in `case.yaml`. */
  readonly id: string
  readonly severity: Severity
  /** One sentence: what it looks for and why it matters. */
  readonly rule: string
  readonly run: (checked: Checkable) => readonly Found[]
}

/** A finding before its check's id and severity are added. */
export type Found = Omit<Finding, 'check' | 'severity'>
