/** The line for `case.yaml` that says what words in brackets mean. */
import type { Meanings } from '../model/audience.ts'

/** How many words stand in it: nobody says more by hand. The last always does. */
const MOST_WORDS = 50

/** One line for all words of the case that are not clear, since YAML has a name once. */
export function bracketLine(words: readonly string[], told: Meanings = {}): string {
  const each = [...new Set(words.map((one) => one.replace(/\s+/g, ' ')))]
  const own = each.length > MOST_WORDS ? words.slice(-1) : []
  const listed = [...new Set([...each.slice(0, MOST_WORDS), ...own])]
  const entries = listed.map((one) => `${JSON.stringify(one)}: note`)
  if (Object.keys(told).length > 0) return `in case.yaml, below brackets: ${entries.join(', ')}`
  return `this line in case.yaml: brackets: { ${entries.join(', ')} }`
}
