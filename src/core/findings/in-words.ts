/** A finding as people read it: what to do, then what stands there. Programs read its `message`. */
import type { Finding } from '../model/finding.ts'
import { rowOf } from './catalogue.ts'

// Matches "Unexpected field "titel", expected title".
const RE_MESSAGE = /^Unexpected (.+?), expected (.+)$/s

/** `Cite what exists: …. Found: citation of undefined evidence 12c. Expected: one of 12a, 12b` */
export function inWords({
  check,
  message,
  mend,
}: Pick<Finding, 'check' | 'message' | 'mend'>): string {
  if (mend !== undefined) return mend
  const [, found, expected] = RE_MESSAGE.exec(message) ?? []
  const facts = found === undefined ? message : `Found: ${found}. Expected: ${expected}`
  return `${rowOf(check).mend}. ${facts}`
}
