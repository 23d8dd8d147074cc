/** What is said where something is missing. */
import type { Gap, Section } from '../model/case.ts'

/** Said of words that are still to be written. It is what authors write, too. */
export const TO_BE_WRITTEN = 'To be written'

/** Said below a decision that nothing supports. */
export const NO_EVIDENCE = 'No evidence recorded yet'

/** Said below the heading of a section that has neither words nor sections. */
export function emptySectionWords({ sprint }: Pick<Section, 'sprint'>): string {
  return sprint === undefined ? TO_BE_WRITTEN : 'No decisions recorded yet'
}

/** Said behind the title of a section where it is listed: the words of its gap, or that it is empty. */
export function gapWords({ text }: Gap): string {
  return text === undefined ? 'empty' : TO_BE_WRITTEN.toLowerCase()
}
