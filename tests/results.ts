/** Counts what the steps of `test` found. */
import { z } from 'zod'

/** What one step found. */
export interface Outcome extends Count {
  readonly name: string
}

export interface Count {
  readonly passed: number
  readonly failed: number
}

/** The part of Vitest's JSON report that counts. */
const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** Adds outcomes up. */
export function count(outcomes: readonly Count[]): Count {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  }
}

/**
 * Reads Vitest's report. A file that does not even load counts as one failure, and so does a run
 * that ended badly without naming a test, or that held none.
 * @param json Undefined when Vitest wrote none.
 * @param code Vitest's exit code.
 */
export function parseResults(json: string | undefined, code: number): Count {
  if (json === undefined) return { passed: 0, failed: 1 }
  const report = Report.parse(JSON.parse(json))
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const passed = report.numPassedTests
  const failed = report.numFailedTests + broken
  const nameless = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: nameless ? 1 : failed }
}
