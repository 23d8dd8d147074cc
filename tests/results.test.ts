/** What `N passed, N failed` counts. */
import { expect, test } from 'vitest'
import { count, parseResults } from './results.ts'

function json(passed: number, failed: number, files: readonly object[] = []): string {
  return JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults: files })
}

test('counts each test', () => {
  expect(parseResults(json(5, 2), 1)).toEqual({ passed: 5, failed: 2 })
})

test('counts a file that does not load as one failure', () => {
  const file = { status: 'failed', assertionResults: [] }
  expect(parseResults(json(5, 0, [file]), 1)).toEqual({ passed: 5, failed: 1 })
})

test('counts a bad end without a failed test as one failure', () => {
  expect(parseResults(json(5, 0), 1)).toEqual({ passed: 5, failed: 1 })
  expect(parseResults(undefined, 1)).toEqual({ passed: 0, failed: 1 })
})

test('counts a run without any test as a failure', () => {
  expect(parseResults(json(0, 0), 0)).toEqual({ passed: 0, failed: 1 })
})

test('adds up', () => {
  const outcomes = [
    { passed: 1, failed: 0 },
    { passed: 4, failed: 2 },
  ]
  expect(count(outcomes)).toEqual({ passed: 5, failed: 2 })
})
