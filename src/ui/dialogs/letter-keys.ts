/**
 * Keys that are one letter or sign, and the switch for all of them: who speaks to the computer, or hits
 * keys by accident, must be able to turn them off (WCAG 2.1.4).
 */

const STORED_AS = 'throughline-single-keys'

/** Set where the browser keeps nothing, as it may for a page from disk. */
let here: string | null = null

/** Whether a key, as in `KeyboardEvent.key`, is one letter or sign. */
export function isLetterKey(key: string): boolean {
  return key.length === 1 && key !== ' '
}

/** Whether such keys do anything. */
export function areLetterKeysOn(): boolean {
  try {
    return (localStorage.getItem(STORED_AS) ?? here) !== 'off'
  } catch {
    return here !== 'off'
  }
}

/** Switches such keys on or off, for this browser and from now on. */
export function switchLetterKeys(on: boolean): void {
  here = on ? 'on' : 'off'
  try {
    localStorage.setItem(STORED_AS, here)
  } catch {
    // Then it holds until the page is left.
  }
}
