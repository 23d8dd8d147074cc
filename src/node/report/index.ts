/** What a command has to say of a case, in the format that was asked for. */

import { relative } from 'node:path'
import { routeLines } from '../../core/deck/route-lines.ts'
import { applySettings } from '../../core/findings/accept.ts'
import type { Finding } from '../../core/model/finding.ts'
import { enclosingRepository } from '../paths/case-folder.ts'
import { shown } from '../paths/index.ts'
import { inReadingOrder } from '../paths/reading-order.ts'
import type { ReadCase } from '../read/read-case.ts'
import type { Format } from './format.ts'
import { githubReport } from './github.ts'
import { gitlabReport } from './gitlab.ts'
import { jsonReport } from './json.ts'
import { onTerminal } from './paint.ts'
import type { Report } from './report.ts'
import { sarifReport } from './sarif.ts'
import { textReport } from './text.ts'

export { summary } from './count.ts'

const printers: Readonly<Record<Format, (report: Report) => string>> = {
  text: (report) => textReport(report, onTerminal()),
  json: (report) => withoutOrders(jsonReport(report)),
  sarif: (report) => withoutOrders(sarifReport(report)),
  github: githubReport,
  gitlab: (report) => withoutOrders(gitlabReport(report)),
}

// Matches what build machines obey ("##vso[…]"), and what moves a cursor and JSON lets be.
const RE_ORDER = /(?<=#)#|[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g

/** The same data, spelt so that nothing obeys it where it is printed. */
function withoutOrders(json: string): string {
  return json.replace(RE_ORDER, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A report as text without a line break at its end; `''` where the format has nothing to say. */
export function written(report: Report, format: Format = 'text'): string {
  return printers[format](report)
}

/**
 * The report on a case.
 * @param more Findings besides those of reading it: of drawing, of measuring.
 */
export function reportOn(
  read: ReadCase,
  more: readonly Finding[] = [],
  unchecked: readonly string[] = [],
): Report {
  const { folder, sources, settingsSource } = read
  const isWhole = unchecked.length === 0 && !read.unreadable
  const { findings, accepted } = applySettings(more, read, isWhole ? 'build' : undefined)
  return {
    folder: shown(folder),
    inRepository: fromRepository(folder),
    findings: inOrder([...read.findings, ...findings]),
    accepted: [...read.accepted, ...accepted],
    routes: routeLines(read),
    unchecked,
    sources: [...sources, ...(settingsSource ? [settingsSource] : [])],
  }
}

/** By file in reading order, then by line and column. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const byFile = Map.groupBy(findings, ({ place }) => place.file)
  return inReadingOrder([...byFile.keys()]).flatMap((file) =>
    (byFile.get(file) ?? []).toSorted(byPlace),
  )
}

/** Whether some finding is an error. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error')
}

function byPlace({ place: a }: Finding, { place: b }: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

/** From the root of the repository around a folder; as shown where there is none. */
function fromRepository(folder: string): string {
  const root = enclosingRepository(folder)
  return root === undefined ? shown(folder) : relative(root, folder).replaceAll('\\', '/')
}
