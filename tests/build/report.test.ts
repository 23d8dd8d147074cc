/** Findings as people read them. */
import { expect, test } from 'vitest'
import { hasErrors, report, summary } from '../../src/build/report.ts'
import type { Finding } from '../../src/core/model.ts'

const undefinedCitation: Finding = {
  check: 'undefined-citation',
  severity: 'error',
  message: 'Unexpected citation of undefined evidence 12c, expected one of 12a, 12b',
  place: { file: '30-decisions.mdx', line: 14, column: 3 },
  related: [{ file: '30-decisions.mdx', line: 9 }],
}
const gap: Finding = {
  check: 'gap',
  severity: 'warning',
  message: 'Benefits are to be written',
  place: { file: '9-benefits.mdx' },
}
const early: Finding = { ...gap, place: { file: '30-decisions.mdx', line: 2, column: 1 } }

test('groups findings by file, in the order of reading', () => {
  expect(report([undefinedCitation, gap, early], 'slides')).toBe(
    [
      'slides/9-benefits.mdx warning Benefits are to be written (gap)',
      '',
      'slides/30-decisions.mdx:2:1 warning Benefits are to be written (gap)',
      'slides/30-decisions.mdx:14:3 error Unexpected citation of undefined evidence 12c, ' +
        'expected one of 12a, 12b (undefined-citation)',
      '  see slides/30-decisions.mdx:9',
      '',
      'Found 1 error, 2 warnings.',
    ].join('\n'),
  )
})

test('says so when there is nothing to say', () => {
  expect(report([], 'slides')).toBe('No findings.')
})

test('counts advice in pieces', () => {
  const advice: Finding = { ...gap, severity: 'advice' }
  expect(summary([advice])).toBe('Found 1 piece of advice.')
  expect(summary([advice, advice])).toBe('Found 2 pieces of advice.')
})

test('only errors are errors', () => {
  expect(hasErrors([gap])).toBe(false)
  expect(hasErrors([gap, undefinedCitation])).toBe(true)
})
