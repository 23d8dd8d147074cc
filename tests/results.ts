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

/** A browser beside Chromium that pages are tested in where it is installed. */
interface TestedEngine {
  readonly name: string
  /** Packages of Debian and Ubuntu that bring it. */
  readonly packages: readonly string[]
  readonly isHere: () => boolean
}

/** Says which engines ran, and how to get those that did not. */
export function enginesInWords(engines: readonly TestedEngine[]): string {
  const names = engines.filter(({ isHere }) => isHere()).map(({ name }) => name)
  const missing = engines.filter(({ isHere }) => !isHere())
  const ran = `Tested in ${['Chromium', ...names].join(', ')}.`
  if (missing.length === 0) return ran
  const without = missing.map(({ name }) => name).join(' and ')
  const packages = missing.flatMap((engine) => engine.packages).join(' ')
  return `${ran} Not in ${without}, not installed here: apt-get install ${packages}`
}

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
