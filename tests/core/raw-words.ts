/** Words with marks that nothing closes, for tests of what readers see of them. */
import fc from 'fast-check'
import type { Assembled } from '../../src/core/model/assembled.ts'

/** Where words may stand. */
export const PLACES: Readonly<Record<string, (words: string) => string>> = {
  paragraph: (words) => `Before.\n\n${words}\n\nBehind.`,
  'an entry of a list': (words) => `We found that:\n\n- ${words}\n- Others`,
  'a quote': (words) => `They said:\n\n> ${words}\n>\n> — Nurse`,
  'a cell': (words) => `| A | B |\n| --- | --- |\n| ${words} | 2 |\n| c | d |`,
  'a heading': (words) => `### ${words}\n\nWords.`,
  'a decision': (words) => `Decision 1: ${words}\n\nEvidence 1a: They wait.`,
  evidence: (words) => `Decision 1: We act.\n\nEvidence 1a: ${words}`,
  'an option': (words) => `Option 1: ${words}\n\nOption 2: We wait.`,
}

/** What nothing may show without a finding. */
export const RAW =
  /\*\*|~~|`|\]\(|!\[|\]\[|(?<!\w)==\w|(?<![\p{L}\p{N}])__\p{L}|&\w+;|^:::|\[\[\w+\]\]|\[\^\w+\]/mu

const written = fc.constantFrom(
  ...['we', 'wait', 'long.', '**twice**', '_now_', '[here](https://a.uk)', '£5', '“so”'],
)
const stray = fc.constantFrom(
  ...['**we', 'we**', 'we**"now"**', '~~we', 'we~~', '`we', 'we`', '__we', '==we==', '[we](so'],
  ...['](so', '![we', '[we][so]', '[[we]]', '[^we]', '&mdsh;', '[we](https://a.uk'],
)
export const strayWords = fc
  .tuple(fc.array(written), stray, fc.array(written))
  .map(([before, mark, behind]) => ['We', ...before, mark, ...behind, 'now'].join(' '))

/** A case with these words in one of the places. */
export function sourceOf(words: string): string {
  return `# T\n\n## Part\n\n${words}\n`
}

/** What is said of marks in the line with these words. */
export function spokenOf({ findings, sources }: Assembled, words: string) {
  const line = sources[0]?.text.split('\n').findIndex((one) => one.includes(words)) ?? -1
  const checks = ['raw-mark', 'malformed-link', 'nearly']
  return findings.filter(({ check, place }) => place.line === line + 1 && checks.includes(check))
}
