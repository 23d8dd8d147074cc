/** The line for `case.yaml` that says what words in brackets mean. */
import type { Meanings } from '../model/audience.ts'

/** How many words stand in it: nobody says more by hand. */
const MOST_WORDS = 50

/** The words for which the line has room, each once: YAML allows a name once. */
export function firstWords(words: readonly string[]): readonly string[] {
  return [...new Set(words)].slice(0, MOST_WORDS)
}

/** One line for `case.yaml`, with all words of the case that are not clear, and with `own`. */
export function bracketLine(words: readonly string[], own: string, told: Meanings = {}): string {
  const listed = new Set([...words, own].map((one) => one.replace(/\s+/g, ' ')))
  const entries = [...listed].map((one) => `${JSON.stringify(one)}: note`)
  if (Object.keys(told).length > 0) return `in case.yaml, below brackets: ${entries.join(', ')}`
  return `this line in case.yaml: brackets: { ${entries.join(', ')} }`
}
