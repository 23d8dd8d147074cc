/** `feedback.json` that is not what a code host exports. */
import type { Check } from './shared/check.ts'

export const unreadableFeedback: Check = ({ feedback }) => feedback.faults
