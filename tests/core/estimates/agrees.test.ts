/** Numbers in prose that drifted, and what `check --fix` writes in their place: in the manner of their writer. */
import { expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'

const CASE = `# Case

Estimate 1 (2027 to 2036, a year): We get 2 to 3 million calls

Estimate 2: A call costs £6 to £8

Estimate 3: Calls cost EST1 × EST2

Estimate 4: Between 10% and 30% of calls repeat

Estimate 5: A letter costs 45p to 55p

Estimate 6: We gain −£2 to £3 million

Estimate 7: Building costs £0.9 million, £0.8 to £1.4 million

Estimate 8: Two in five people give up
`

/** A line as it is, and as it is written. */
function written(line: string, yaml = ''): string {
  const text = `${CASE}\n${line}\n`
  const settings = { file: 'case.yaml', text: `${yaml}\neconomics:\n  base: 2026\n` }
  const { findings } = assemble([{ file: 'a.mdx', text }], settings)
  const found = findings.filter(({ check }) => check === 'drifted-figure')
  const own = yaml || line
  return found
    .toSorted((one, other) => (other.place.column ?? 0) - (one.place.column ?? 0))
    .reduce((made, { place: { column = 1 }, instead }) => {
      if (!instead || own.includes('\n')) return `${instead ? 'by the tool' : 'by hand'}: ${made}`
      expect(own.startsWith(instead.words, column - 1)).toBe(true)
      return made.slice(0, column - 1) + instead.by + made.slice(column - 1 + instead.words.length)
    }, own)
}

it.each([
  ['They cost £10 to £30 million (EST3).', 'They cost £13 to £22 million (EST3).'],
  ['5m calls (EST1) cost £40 million (EST3).', '2.5m calls (EST1) cost £18 million (EST3).'],
  ['We get 1–2m calls (EST1) at £5 (EST2).', 'We get 2–3m calls (EST1) at £7 (EST2).'],
  ['They cost £5–£9 (EST2, EST3).', 'They cost £6–£8 (EST2, EST3).'],
  ['Between 5% and 50% repeat (EST4).', 'Between 10% and 30% repeat (EST4).'],
  ['A letter costs 30p (EST5).', 'A letter costs 50p (EST5).'],
  ['A letter costs £0.30 (EST5).', 'A letter costs £0.50 (EST5).'],
  ['We gain £4 million (EST6).', 'We gain £0.5 million (EST6).'],
  ['We gain £1 to £4 million (EST6).', 'We gain −£2 to £3 million (EST6).'],
  ['It costs £0.7m, £0.6m to £1m (EST7).', 'It costs £0.9m, £0.8m to £1.4m (EST7).'],
  ['One in three people give up (EST8).', '4 in 10 people give up (EST8).'],
  ['Ninety-nine million pounds (EST3).', '18 million pounds (EST3).'],
  ['Half a million calls (EST1).', '2.5 million calls (EST1).'],
  ['They cost £99&nbsp;million (EST3).', 'They cost £18 million (EST3).'],
  ['They cost €18 million (EST3).', 'They cost £18 million (EST3).'],
  ['**£9 million** a year (EST3).', '**£18 million** a year (EST3).'],
  ['At least £10 million (EST3).', 'At least £13 million (EST3).'],
  ['£3 million a month (EST3).', '£1.5 million a month (EST3).'],
  ['They cost £17.9k (EST3).', 'They cost £18 million (EST3).'],
  ['(EST3) says £91 million.', '(EST3) says £18 million.'],
  ['Repeat calls (EST3) now cost us £91 million.', 'Repeat calls (EST3) now cost us £18 million.'],
  ['We spend £90 million. That is a lot (EST3).', 'We spend £18 million. That is a lot (EST3).'],
  ['[^1]: It costs £90 million (EST3).', '[^1]: It costs £18 million (EST3).'],
  ['About a million (EST3).', 'About £18 million (EST3).'],
])('"%s" becomes "%s"', (drifted, right) => {
  expect(written(drifted)).toBe(right)
})

it.each([
  'They cost £18&nbsp;million, **£18** million or £1.5 million a month (EST3).',
  'A letter costs 50p (EST5), or 45–55p (EST5), and our 3 teams in 4 towns £18m (EST3).',
  'It costs £18 million (EST3), and a tower costs £3 million.',
  'Calls cost much (EST3). Last year we spent £90 million.',
  'We spent £90 million. Calls cost much (EST3), with a van of £2,000.',
  'Calls fell from £99 million in 2020 to £18 million (EST3).',
])('"%s" stays', (right) => {
  expect(written(right)).toBe(right)
})

it.each([
  'They cost **£99** million (EST3).',
  'They cost £2 a head (EST3).',
  'They are −£18 million (EST3).',
  '> Calls cost us £99 million (EST3).',
  '<Quote by="Ann">Calls cost us £99 million (EST3).</Quote>',
  'Evidence 1a (interview): Calls cost £85 million (EST3)',
  'Evidence 1a (interview): We asked.\n\n- Calls cost £85 million (EST3)',
  '## Evidence 1a: Costs\n\nThey told us of £85 million (EST3).',
  '| Evidence | Says |\n| - | - |\n| Evidence 1a | Calls cost £85 million (EST3) |',
  'A head said: “Calls cost us £99 million (EST3)”.',
  'The report says "calls cost £99 million" (EST3).',
])('leaves "%s" to its writer', (wrong) => {
  expect(written(wrong)).toBe(`by hand: ${wrong}`)
})

it('looks at the ask too', () => {
  const ask = (sum: string) => `ask: Fund it, which saves ${sum} (EST3)`
  expect(written('', ask('£9 million'))).toBe(ask('£18 million'))
  expect(written('', `# ${ask('£9 million')}`)).toBe(`# ${ask('£9 million')}`)
})
