/** `feedback.json` that is not what a code host exports. */
import type { Check } from './shared/check.ts'

/**
 * Reason: an export that failed leaves a page of HTML or a message of the host behind; readers would
 * see no challenge, and take it that there is none.
 *
 * Wrong: `{"message": "Bad credentials"}`
 *
 * Right: `[{"number": 1, "title": "Challenge: Decision 5", "state": "OPEN"}]`
 */
export const unreadableFeedback: Check = {
  id: 'unreadable-feedback',
  severity: 'error',
  rule: 'What readers have answered, in feedback.json, is a list of issues.',
  run: ({ feedback }) => feedback.faults,
}
