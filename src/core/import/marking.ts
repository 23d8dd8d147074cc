/** What stands around the words of a document, or describes it, and says that they are not for everyone. */
import { markersIn } from '../audience/markers.ts'
import { builtInKinds } from '../model/kinds.ts'
import { SECRECY } from '../syntax/conventions/secrecy-words.ts'
import { foldLetters } from '../text/letters.ts'

/** Characters: more stand around no page. */
const LONGEST = 1000

/**
 * The first marking among them, such as "OFFICIAL-SENSITIVE" in "OFFICIAL-SENSITIVE Page 1 of 4".
 *
 * @param around what stands at the edge of pages, and what properties say
 */
export function markingIn(around: readonly string[]): string | undefined {
  for (const words of around.map((one) => one.slice(0, LONGEST).replace(/\s+/g, ' ').trim())) {
    const [found] = markersIn(`# ${words}`, { kinds: builtInKinds })
    if (found) return found.words
    const plain = ` ${foldLetters(words)} `
    if (SECRECY.marking.some((one) => plain.includes(` ${one} `))) return words.slice(0, 80)
  }
  return undefined
}

/** What is said of a document that stays inside for its marking. */
export function keptInside(marking: string): string {
  return `marked "${marking}": it stays inside, for the team alone. To publish it, delete "audience: internal" at its head`
}
