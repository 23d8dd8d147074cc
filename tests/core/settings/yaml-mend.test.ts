/** What is said of YAML to somebody who does not know it: the line to write. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { inWords } from '../../../src/core/findings/in-words.ts'

const said = (yaml: string) =>
  assemble([{ file: '1.mdx', text: '# A\n\nWords.\n' }], { file: 'case.yaml', text: yaml })
    .findings.filter(({ check }) => check === 'off-schema')
    .map((one) => `${one.place.line} ${inWords(one)}`)

describe('case.yaml that cannot be read', () => {
  it.each([
    ['team: Us\nask: Approve: £480k', '2 Put quotes round the value: ask: "Approve: £480k"'],
    ['ask: Say "yes": now', `1 Put quotes round the value: ask: 'Say "yes": now'`],
    ['team: @bookings\nask: x', '1 Put quotes round the value: team: "@bookings"'],
    ['ask: *important*', '1 Put quotes round the value: ask: "*important*"'],
    [
      'ask: [Fund it\n',
      '1 Put quotes round the value: ask: "[Fund it", or close the bracket: put ] at its end',
    ],
    ['ask: "Fund it', '1 Put a quotation mark at the end of the value too: ask: "Fund it"'],
    ['ask: a\nask: b', '2 Delete one of the two lines "ask": the name stands there twice'],
    ['dates:\n\tpublished: 2020-03-02', '2 Put spaces, and no tab, in front of this line'],
    [
      'titel: x\nask: y',
      '1 Write title or dates for "titel", or delete it: there is no such field',
    ],
    ['published: perhaps', '1 Give "published" another value: true or false'],
    ['deck: { slides: 3 }', '1 Give "deck.slides" another value: a number of at least 12'],
    ['team: ""', '1 Give "team" another value: words'],
  ])('says what to write: %j', (yaml, words) => {
    expect(said(`${yaml}\n`)[0]).toBe(words)
  })

  it('keeps the form for programs in the message', () => {
    const { findings } = assemble([], { file: 'case.yaml', text: 'ask: Approve: £480k\n' })
    expect(findings[0]?.message).toMatch(/^Unexpected .+, expected /)
  })
})
