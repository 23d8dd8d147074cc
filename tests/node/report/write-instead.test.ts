/** `check --fix` writes the words that a number should have, and nothing besides. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { writeInstead } from '../../../src/node/report/write-instead.ts'

const estimates =
  'Estimate 1: We get 2 to 3 million calls\r\n\r\nEstimate 2: A call costs £6 to £8\r\n\r\nEstimate 3: Calls cost EST1 × EST2\r\n'

function findingsOf(text: string) {
  return assemble([{ file: 'a.mdx', text }]).findings
}

it.each([
  ['Calls cost £10 to £30 million a year (EST3).', 'Calls cost £13 to £22 million a year (EST3).'],
  [
    'Calls cost about £16m (EST3), 2 to 4 million (EST1).',
    'Calls cost about £18m (EST3), 2 to 3 million (EST1).',
  ],
  ['Calls cost £18 million (EST3).', 'Calls cost £18 million (EST3).'],
  ['Calls cost £17 million (EST3).', 'Calls cost £17 million (EST3).'],
  [
    'We have 3 teams, and calls cost £13,000,000 to £22,000,000 (EST3).',
    'We have 3 teams, and calls cost £13,000,000 to £22,000,000 (EST3).',
  ],
])('writes what belongs into "%s"', (wrong, right) => {
  const folder = mkdtempSync(join(tmpdir(), 'case-'))
  const text = (words: string) => `\uFEFF# A case\r\n\r\n${words}\r\n\r\n${estimates}`
  writeFileSync(join(folder, 'a.mdx'), text(wrong))
  writeInstead(folder, findingsOf(text(wrong)))
  const written = readFileSync(join(folder, 'a.mdx'), 'utf8')
  rmSync(folder, { recursive: true })
  expect(written).toBe(text(right))
  expect(findingsOf(written).map(({ check }) => check)).not.toContain('drifted-figure')
})
