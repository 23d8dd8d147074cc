/** Findings as people read them. */

import { expect, test } from 'vitest'
import { type FindingId, findingIds, rowOf } from '../../../src/core/findings/catalogue.ts'
import type { Accepted, Finding } from '../../../src/core/model/finding.ts'
import { doFirst } from '../../../src/node/report/first.ts'
import { hasErrors, inOrder, summary } from '../../../src/node/report/index.ts'
import { plain } from '../../../src/node/report/paint.ts'
import type { Report } from '../../../src/node/report/report.ts'
import { textReport } from '../../../src/node/report/text.ts'

const undefinedCitation: Finding = {
  check: 'undefined-citation',
  severity: 'error',
  message: 'Unexpected citation of undefined evidence 12c, expected one of 12a, 12b',
  place: { file: '30-decisions.mdx', line: 3, column: 14 },
  related: [{ file: '9-benefits.mdx', line: 1, column: 3 }],
}
const gap: Finding = {
  check: 'gap',
  severity: 'warning',
  message: 'Benefits are to be written',
  place: { file: '9-benefits.mdx' },
}
const early: Finding = {
  ...gap,
  place: { file: '30-decisions.mdx', line: 1, column: 1, length: 2 },
}
const advice: Finding = {
  check: 'long-sentence',
  severity: 'advice',
  message: 'Unexpected 40 words',
  place: { file: '30-decisions.mdx', line: 3, column: 1 },
}
const accepted: Accepted = { ...gap, reason: 'It is early', owner: 'Ann' }

function reported(findings: readonly Finding[], more: Partial<Report> = {}): string {
  const report: Report = {
    folder: 'slides',
    inRepository: 'slides',
    findings: inOrder(findings),
    accepted: [],
    unchecked: [],
    sources: [
      { file: '9-benefits.mdx', text: '# Benefits\n' },
      { file: '30-decisions.mdx', text: '## Decisions\r\n\r\nDecision 12: (12c) We go.\r\n' },
    ],
    ...more,
  }
  return textReport(report, plain)
}

test('moves no cursor, whatever files, messages and lines hold', () => {
  const evil = 'a\u001b[2J\r\u009b31m\u202eb\u0007'
  const place = { file: `${evil}\n::error::x.mdx`, line: 1, column: 1 }
  const sources = [{ file: place.file, text: `${evil}\n` }]
  const finding: Finding = { ...gap, message: `Unexpected ${evil}`, place, related: [place] }
  const grave: Finding = { ...finding, check: 'off-schema', severity: 'error' }
  const words = reported([finding, grave], { sources, unchecked: [evil], routes: [evil] })
  expect(words).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e]|^::/mu)
  expect(words).toContain(
    'slides/a·[2J··31m·b··::error::x.mdx:1:1 warning Write what is missing, or say who does by when. Unexpected a·[2J',
  )
})

test('shows each finding with its line and mark, by file in the order of reading', () => {
  expect(reported([undefinedCitation, gap, early])).toBe(
    [
      'slides/9-benefits.mdx warning Write what is missing, or say who does by when. Benefits are to be written (gap)',
      '',
      'slides/30-decisions.mdx:1:1 warning Write what is missing, or say who does by when. Benefits are to be written (gap)',
      '    1 | ## Decisions',
      '      | ^~',
      'slides/30-decisions.mdx:3:14 error Cite what exists: mend the number in brackets, or write what it names. ' +
        'Found: citation of undefined evidence 12c. Expected: one of 12a, 12b (undefined-citation)',
      '    3 | Decision 12: (12c) We go.',
      '      |              ^~~~~',
      '  see slides/9-benefits.mdx:1:3  # Benefits',
      '',
      'Found 1 error, 2 warnings.',
      '',
      'What to do first:',
      '1. Cite what exists: mend the number in brackets, or write what it names. ' +
        '1 error: slides/30-decisions.mdx:3:14 (undefined-citation)',
      '2. Write what is missing, or say who does by when. ' +
        '2 warnings in 2 files, first slides/9-benefits.mdx (gap)',
    ].join('\n'),
  )
})

test('says so when there is nothing to say', () => {
  expect(reported([])).toBe('No findings.')
  expect(reported([], { accepted: [accepted] })).toBe('No findings; 1 accepted in case.yaml.')
})

test('says what was left unchecked below the summary', () => {
  expect(reported([], { unchecked: ['One diagram was left unchecked.'] })).toBe(
    'No findings.\nOne diagram was left unchecked.',
  )
})

test('counts advice in pieces, and what is accepted apart', () => {
  expect(summary([advice])).toBe('Found 1 piece of advice.')
  expect(summary([advice, advice], [accepted])).toBe(
    'Found 2 pieces of advice; 1 accepted in case.yaml.',
  )
})

test('shows five of one advice in a file, and says how many more there are', () => {
  const eight = Array.from({ length: 8 }, () => advice)
  const text = reported([...eight, undefinedCitation, early])
  expect(text.match(/\(long-sentence\)$/gm)).toHaveLength(5)
  expect(text).toContain('… and 3 more of this (long-sentence); all with --format json\n')
  expect(text).toContain('(undefined-citation)')
  expect(text).toContain('Found 1 error, 1 warning, 8 pieces of advice.')
})

test('drops no error and no warning, however many there are', () => {
  const text = reported(Array.from({ length: 30 }, () => early))
  expect(text.match(/:1:1 warning/g)).toHaveLength(30)
})

test('says three things to do first: errors, then the warnings that matter most', () => {
  const warning = (check: FindingId): Finding => ({ ...early, check })
  const text = reported([
    warning('mojibake'),
    warning('decision-without-evidence'),
    advice,
    warning('no-ask'),
    { ...undefinedCitation, check: 'duplicate-id' },
  ])
  const first = text.slice(text.indexOf('What to do first:')).split('\n').slice(1)
  expect(first.map((line) => /\(([\w-]+)\)$/.exec(line)?.[1])).toEqual([
    'duplicate-id',
    'no-ask',
    'decision-without-evidence',
  ])
})

test('advises on advice only where there is nothing else', () => {
  expect(reported([advice])).toContain(
    '1. Cut long sentences in two. 1 piece of advice: slides/30-decisions.mdx:3:1 (long-sentence)',
  )
})

test.each(findingIds)('asks of %s what the catalogue asks', (check) => {
  const one: Finding = { ...early, check }
  expect(doFirst([one, one], 'slides')).toEqual([
    `1. ${rowOf(check).mend}. 2 warnings, first slides/30-decisions.mdx:1:1 (${check})`,
  ])
})

test('has the first in the catalogue done first, whatever the order of findings', () => {
  const all = findingIds.map((check): Finding => ({ ...early, check }))
  const ids = doFirst(all.toReversed(), 'slides').map((line) => /\(([\w-]+)\)$/.exec(line)?.[1])
  expect(ids).toEqual(findingIds.slice(0, 3))
})

test('keeps a message of several lines on one, for editors that look for places', () => {
  const text = reported([{ ...gap, message: 'Unexpected "a\n  b"' }])
  expect(text).toContain(
    'slides/9-benefits.mdx warning Write what is missing, or say who does by when. Unexpected "a b" (gap)\n',
  )
})

test('only errors are errors', () => {
  expect(hasErrors([gap])).toBe(false)
  expect(hasErrors([gap, undefinedCitation])).toBe(true)
})
