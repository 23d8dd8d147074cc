/** What `N passed, N failed` counts. */
import { expect, test } from 'vitest'
import { count, enginesInWords, parseResults } from './results.ts'

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

test('says which engines ran, and what brings those that did not', () => {
  const here = { name: 'WebKit', packages: ['webkit2gtk-driver', 'xvfb'], isHere: () => true }
  const gone = { name: 'Firefox', packages: ['firefox-esr'], isHere: () => false }
  expect(enginesInWords([here])).toBe('Tested in Chromium, WebKit.')
  expect(enginesInWords([here, gone])).toBe(
    'Tested in Chromium, WebKit. Not in Firefox, not installed here: apt-get install firefox-esr',
  )
})
