/** What checks of the graph say where a fixture has no room for it. */

import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { placeOfWords } from '../../../src/core/checks/shared/words-at.ts'
import type { PastAddress } from '../../../src/core/model/assembled.ts'
import { inWords } from '../../../src/core/text/months.ts'
import { read, readWith } from '../read.ts'

/** What one check says of a text below `# T` and `## S`. */
function said(check: string, text: string, yaml = 'ask: x\n'): readonly string[] {
  return readWith(yaml, `# T\n\n## S\n\n${text}`)
    .findings.filter((finding) => finding.check === check)
    .map(({ place, message }) => `${place.line}:${place.column} ${message}`)
}

describe('citation-cycle', () => {
  const cycles = (text: string) =>
    said('citation-cycle', text).map((line) => /circle (.*), expected/.exec(line)?.[1])

  it('names the kinds it goes through', () => {
    const text = 'Risk 1: x (A1)\n\nAssumption 1: y (R1)'
    expect(cycles(text)).toEqual(['risk R1 → assumption A1 → risk R1'])
  })

  it('goes through evidence that is shaped by what it carries', () => {
    const text = 'Decision 1: A (2)\n\nEvidence 1a: x\n\nDecision 2: B\n\nEvidence 2a: y (1b)'
    expect(cycles(`${text}\n\nEvidence 1b: z (2a)`)).toEqual([
      'evidence 2a → evidence 1b → evidence 2a',
    ])
    expect(cycles(`${text}\n\nEvidence 1b: z`)).toEqual([])
  })

  it('passes by what only says what something is for', () => {
    const text = `Objective 1: A (CSF1, B1)

Success factor 1: B (O1)

Benefit 1: C (O1)

Option 1: D (CSF1)

Success factor 2: E (OPT1)`
    expect(cycles(text)).toEqual([])
  })

  it('counts draft citations, since a cycle is no better as a draft', () => {
    expect(cycles('Decision 1: A (draft: 2)\n\nDecision 2: B (1)')).toHaveLength(1)
  })
})

describe('what is so of all', () => {
  const options = '## Options\n\n- One\n- Two\n- Three'

  it('is said once of options and of benefits', () => {
    expect(said('untested-option', options)).toEqual([
      '7:1 Unexpected 3 options of which none is tested, expected in each the success factors that it meets or the evidence on it in brackets: "… (CSF1, 3a)"',
    ])
    expect(
      said('benefit-without-objective', '## Objectives\n\n- A\n\n## Benefits\n\n- B\n- C'),
    ).toEqual([
      '11:1 Unexpected 2 benefits without an objective, expected in each the objective that it serves in brackets: "… (O1)"',
    ])
  })

  it('is said of the one, where there is only one', () => {
    expect(said('untested-option', '## Options\n\n- One')[0]).toContain('option OPT1 that')
  })

  it('is not asked of benefits in a case without objectives', () => {
    expect(said('benefit-without-objective', '## Benefits\n\n- B')).toEqual([])
    expect(said('unserved-objective', '## Objectives\n\n- A\n\n## Benefits\n\n- B')).toEqual([])
  })
})

describe('misplaced-evidence', () => {
  const misplaced = (text: string) =>
    said('misplaced-evidence', text).map((line) => /(?:evidence|re-use).*?,/.exec(line)?.[0])

  it('takes evidence behind several decisions for gathered', () => {
    const decisions = 'Decision 1: A\n\nDecision 2: B\n\nDecision 3: C\n\n'
    expect(misplaced(`${decisions}Evidence 1a: x\n\nEvidence 2a: y`)).toEqual([])
    expect(misplaced(`${decisions}Evidence 2a: y`)).toEqual(['evidence 2a under decision 3,'])
  })

  it('finds evidence of a decision in another file', () => {
    const found = read(
      '# T\n\n## A\n\nDecision 3: A\n\nEvidence 3a: x\n\nEvidence 4a: y\n\nEvidence 9a: z',
      '## B\n\nDecision 4: B\n\nEvidence 4b: z',
    ).findings.filter(({ check }) => check === 'misplaced-evidence')
    expect(found).toEqual([
      {
        check: 'misplaced-evidence',
        severity: 'warning',
        message:
          'Unexpected evidence 4a under decision 3, expected evidence 3b, or its place under decision 4 (2.mdx:3): mend the number or move it',
        place: { file: '1.mdx', line: 9, column: 1 },
        related: [{ file: '2.mdx', line: 3, column: 1 }],
      },
    ])
  })

  it('follows heading items and lists', () => {
    const headings = '### Decision 1\n\nA\n\n#### Evidence 2a\n\nx\n\n### Decision 2\n\nB'
    expect(misplaced(headings)).toEqual(['evidence 2a under decision 1,'])
    const list = '- Decision 1: A\n  - Evidence 2a: x\n- Decision 2: B\n  - Evidence 2b: x2'
    expect(misplaced(list)).toEqual(['evidence 2a under decision 1,'])
  })

  it('lets a decision point to its evidence elsewhere', () => {
    const text = 'Decision 1: A\n\nEvidence 1a: See below\n\n## Evidence\n\nEvidence 1a: x'
    expect(misplaced(text)).toEqual([])
  })

  it('reports evidence that is told twice in the same words under its own decision', () => {
    const text = 'Decision 1: A\n\nEvidence 1a: x\n\nEvidence 1a: x'
    expect(misplaced(text)).toEqual(['re-use of evidence 1a under decision 1,'])
  })
})

describe('old-evidence', () => {
  const old = (asOf?: string) =>
    assemble(
      [{ file: 'a.mdx', text: '# T\n\n## S\n\nDecision 1: A\n\nEvidence 1a (2017): x' }],
      undefined,
      asOf === undefined ? {} : { asOf },
    ).findings.filter(({ check }) => check === 'old-evidence')

  it('counts from the end of a year, and is silent where no date is known', () => {
    expect(old('2020-01-30')).toEqual([])
    expect(old('2020-01-31')).toHaveLength(1)
    expect(old()).toEqual([])
  })

  it.each([
    [1, '1 month'],
    [11, '11 months'],
    [12, '1 year'],
    [25, '2 years and 1 month'],
    [1.5, '1.5 months'],
    [0, '0 months'],
  ])('says %d as %s', (months, words) => {
    expect(inWords(months)).toBe(words)
  })
})

describe('unknown-strength', () => {
  it('reads front matter that speaks for the whole file', () => {
    const text =
      '---\ntitle: On strength\n\nstrength: interview, data\n---\n\n# T\n\n## S\n\nEvidence 1a: x'
    const [first, second] = read(text).findings.filter(({ check }) => check === 'unknown-strength')
    expect(first?.message).toContain(
      'second kind "data" in the strength of the evidence of this file',
    )
    expect(first?.place).toEqual({ file: '1.mdx', line: 4, column: 22, length: 4 })
    expect(second).toBeUndefined()
  })

  it('asks for no rating of what cannot be rated, and of no other words', () => {
    expect(said('unknown-strength', 'Decision 1 (intervew): A\n\nRisk 1 (publc): B')).toEqual([])
    for (const words of ['at the desk', 'video', 'policy', 'users', 'dates', 'P3', 'n = 12']) {
      expect(said('unknown-strength', `Evidence 1a (${words}): They wait`)).toEqual([])
    }
  })
})

describe('placeOfWords', () => {
  const sources = [{ file: 'a.mdx', text: '\uFEFFa.b, a*b\r\n(a  b) c\r\n\r\nd' }]
  const find = (words: string, line = 1, column = 1) =>
    placeOfWords(words, { file: 'a.mdx', line, column }, sources)

  it('finds words as written, from the place on, to the end of the paragraph', () => {
    expect(find('a*b')).toEqual({ file: 'a.mdx', line: 1, column: 6, length: 3 })
    expect(find('(a b)')).toEqual({ file: 'a.mdx', line: 2, column: 1, length: 6 })
    expect(find('a', 1, 2)).toMatchObject({ line: 1, column: 6 })
    expect(find('d')).toEqual({ file: 'a.mdx', line: 1, column: 1 })
    expect(find('axb')).toEqual({ file: 'a.mdx', line: 1, column: 1 })
  })
})

describe('vanished-address', () => {
  const past = (key: string, text: string): PastAddress => ({
    key,
    text,
    commit: 'abc1234',
    date: '2020-03-04',
  })
  const TEXT = `# T

## Why we act

Because.

## Log

Decision 1: We pilot in ten libraries

Decision 2: We ask first
`
  const lost = (one: PastAddress, yaml?: string) =>
    assemble(
      [{ file: 'a.mdx', text: TEXT }],
      yaml === undefined ? undefined : { file: 'case.yaml', text: yaml },
      { past: [one] },
    ).findings.filter(({ check }) => check === 'vanished-address')
  const offered = (one: PastAddress) => /"([^"]*)"$/.exec(lost(one)[0]?.message ?? '')?.[1]

  it('offers what says the same, and only then what is spelt alike', () => {
    expect(offered(past('decision-3', 'We pilot in two libraries'))).toBe('decision-3: decision-1')
    expect(offered(past('why-act', 'Contracts'))).toBe('why-act: why-we-act')
    expect(offered(past('reasons', 'Why do we act?'))).toBe('reasons: why-we-act')
    expect(offered(past('log-1', ''))).toBe('log-1: log')
  })

  it('names case.yaml even where there is none, and its line where it can', () => {
    expect(lost(past('x', 'X'))[0]?.place).toEqual({ file: 'case.yaml' })
    expect(lost(past('x', 'X'), 'ask: y\n')[0]?.place).toEqual({ file: 'case.yaml' })
    const aliases = 'ask: y\naliases:\n  z: log\n'
    expect(lost(past('x', 'X'), aliases)[0]?.place).toMatchObject({ line: 2, column: 1 })
    expect(lost(past('z', 'Z'), aliases)).toEqual([])
  })

  it('is silent without git, and of what is still there', () => {
    expect(read(TEXT).findings.some(({ check }) => check === 'vanished-address')).toBe(false)
    expect(lost(past('decision-2', 'Something else'))).toEqual([])
  })
})

describe('unsupported-figure', () => {
  it('is said once where a case has no evidence at all, however many figures it has', () => {
    const text = 'It costs £4 million.\n\nIt takes 70% of our time.\n\n- 3 in 5 users call\n'
    expect(said('unsupported-figure', text)).toEqual([
      '5:10 Unexpected 3 figures, of which "£4 million" is the first, in a case without evidence, expected what the figures rest on: write "Evidence 1a: …" below decision 1, then cite it: (1a)',
    ])
    expect(said('unsupported-figure', `${text}\nEvidence 1a: We counted`)).toHaveLength(3)
  })
})
