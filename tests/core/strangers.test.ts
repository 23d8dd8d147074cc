/** Random and mutated data that other people or programs wrote: findings inside the file, no crash. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNotes } from '../../src/core/changes/notes.ts'
import { readReceipt } from '../../src/core/changes/receipts.ts'
import { readIssues } from '../../src/core/feedback/issues.ts'
import type { Place } from '../../src/core/model/case.ts'

const ISSUES = JSON.stringify(
  [
    { number: 1, title: 'Challenge: Decision 5', body: 'About It (decision-5), v\n\nWhy?' },
    { iid: 2, title: 'T', description: null, state: 'opened', web_url: 'https://example.org/2' },
    { title: 'U', state: 'CLOSED', createdAt: '2026-03-02T10:00:00Z', labels: [{ name: 'a' }] },
  ].map((issue) => ({ state: 'open', ...issue })),
  null,
  1,
)

const RECEIPT = JSON.stringify(
  {
    schema: 1,
    name: 'Board',
    day: '2026-03-03',
    commit: 'a'.repeat(40),
    case: {
      schema: 1,
      title: 'T',
      sections: [{}],
      items: [{ key: 'decision-1', kind: 'decision', id: '1', text: 'We act.' }],
      ...{ links: [], gaps: [], findings: [] },
    },
    pdfs: [{ file: 'deck.pdf', sha256: 'b'.repeat(64) }],
  },
  null,
  1,
)

const NOTES = '- week: 2020-03-02\n  note: One\n- { date: 2020-03-12, note: "Two" }\n'

/** What turns a text into another one that may still be read. */
const SCRAPS = [
  ...[
    '',
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '- ',
    '\n',
    '\t',
    '\r',
    '&a ',
    '*a ',
    '!!js ',
    '? ',
  ],
  ...['null', '7', '-1e999', 'true', '""', '{}', '[]', '"__proto__":', '"constructor":', '<<: '],
  ...[
    '\\u0000',
    '\\ud800',
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\ufeff',
    '😀',
    '<script>',
    '](javascript:1)',
  ],
] // prettier-ignore

const cuts = fc.array(
  fc.record({ at: fc.nat(500), length: fc.nat(40), scrap: fc.constantFrom(...SCRAPS) }),
  { maxLength: 5 },
)

/** A text that was spoilt, a random value as JSON, or nothing that anybody would call a file. */
function spoilt(text: string): fc.Arbitrary<string> {
  return fc.oneof(
    cuts.map((all) =>
      all.reduce(
        (rest, { at, length, scrap }) => rest.slice(0, at) + scrap + rest.slice(at + length),
        text,
      ),
    ),
    fc.json({ stringUnit: 'binary', maxDepth: 4 }),
    fc.string({ unit: 'binary', maxLength: 80 }),
  )
}

const RUNS = { seed: 20_200_331, numRuns: 1500 }

describe('feedback.json', () => {
  it('gives plain short words, addresses on the own host, and faults inside the file', () => {
    fc.assert(
      fc.property(spoilt(ISSUES), (text) => {
        const { challenges, faults } = readIssues(text, 'a', 'https://example.org/team/case')
        for (const { words, url } of challenges) {
          expect(words).toMatch(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]{1,162}$/u)
          if (url !== undefined) expect(url).toMatch(/^https?:\/\/example\.org\//)
        }
        expectInside(faults, text)
      }),
      RUNS,
    )
  })
})

describe('a receipt', () => {
  it('is read or has faults inside the file', () => {
    fc.assert(
      fc.property(spoilt(RECEIPT), (text) => {
        const { receipt, findings } = readReceipt(text, 'a')
        expect(receipt === undefined).toBe(findings.length > 0)
        expectInside(findings, text)
      }),
      RUNS,
    )
  })
})

describe('changes.yaml', () => {
  it('has notes or faults inside the file', () => {
    fc.assert(
      fc.property(spoilt(NOTES), (text) => {
        const { notes, findings } = readNotes(text, 'a')
        if (findings.length > 0) expect(notes).toEqual([])
        for (const { day } of notes) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expectInside(findings, text)
      }),
      RUNS,
    )
  })

  it.each(['[', '{a: ', '- '])('that is nested without end in %j is a finding', (start) => {
    expect(readNotes(start.repeat(20_000), 'a').findings).toHaveLength(1)
  })
})

/** Each has a place, and it is one that an editor finds. */
function expectInside(found: readonly { readonly place: Place }[], text: string): void {
  const lines = text.split('\n')
  for (const { place } of found) {
    const line = lines[(place.line ?? 0) - 1]
    expect(line).toBeDefined()
    expect(place.column).toBeGreaterThanOrEqual(1)
    expect(place.column).toBeLessThanOrEqual((line?.length ?? 0) + 1)
  }
}
