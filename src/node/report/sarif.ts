/** A report in SARIF 2.1.0, the format in which code hosts read the results of checks. */

import { type FindingId, findingIds, rowOf } from '../../core/findings/catalogue.ts'
import type { Place } from '../../core/model/case.ts'
import type { Accepted, Finding } from '../../core/model/finding.ts'
import type { Severity } from '../../core/model/severity.ts'
import { encodePath } from '../../core/text/percent.ts'
import { pathOf } from './place.ts'
import type { Report } from './report.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

const LEVELS = { error: 'error', warning: 'warning', advice: 'note' } as const satisfies Record<
  Severity,
  string
>

/** One run, with a rule for each check, and paths from the root of the repository. */
export function sarifReport({ findings, accepted, unchecked, inRepository }: Report): string {
  const all: readonly (Finding | Accepted)[] = [...findings, ...accepted]
  const run = {
    tool: { driver: { name: 'Throughline', rules: findingIds.map(ruleOf) } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: unchecked.map((text) => ({ level: 'note', message: { text } })),
      },
    ],
    results: all.map((finding) => ({
      ruleId: finding.check,
      ruleIndex: findingIds.indexOf(finding.check),
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [locationOf(finding.place, inRepository)],
      ...relatedOf(finding, inRepository),
      ...suppressionsOf(finding),
    })),
  }
  return JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)
}

/** What a code host shows beside a finding. */
function ruleOf(id: FindingId) {
  const { severity, rule, reason, note, mend, wrong, right, language = 'mdx' } = rowOf(id)
  const why = note === undefined ? reason : `${reason} ${note}`
  const fence = '`'.repeat(4)
  const example = (name: string, typed: string) =>
    `${name}:\n\n${fence}${language}\n${typed}\n${fence}`
  return {
    id,
    shortDescription: { text: rule },
    fullDescription: { text: why },
    defaultConfiguration: { level: LEVELS[severity] },
    help: {
      text: `${mend}.\n\nWrong:\n${wrong}\n\nRight:\n${right}`,
      markdown: [why, `${mend}.`, example('Wrong', wrong), example('Right', right)].join('\n\n'),
    },
  }
}

function locationOf(place: Place, folder: string) {
  const path = encodePath(pathOf(place.file, folder))
  // A path that starts with a slash would be read from the root of the repository.
  const uri = path.startsWith('/') ? `file://${path}` : path
  return { physicalLocation: { artifactLocation: { uri }, ...regionOf(place) } }
}

/** Nothing for a whole file. */
function regionOf({ line, column, length }: Place) {
  if (line === undefined) return {}
  const start = column === undefined ? {} : { startColumn: column }
  const end = column === undefined || !length ? {} : { endColumn: column + length }
  return { region: { startLine: line, ...start, ...end } }
}

function relatedOf({ related = [] }: Finding, folder: string) {
  if (related.length === 0) return {}
  return { relatedLocations: related.map((place, id) => ({ id, ...locationOf(place, folder) })) }
}

/** The team's acceptance stands in `case.yaml`, not beside the words. */
function suppressionsOf(finding: Finding | Accepted) {
  if (!('reason' in finding)) return { suppressions: [] }
  const justification = `${finding.reason} (${finding.owner})`
  return { suppressions: [{ kind: 'external', status: 'accepted', justification }] }
}
