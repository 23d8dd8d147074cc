/** A report in SARIF 2.1.0, the format in which code hosts take in what checks find. */

import { checks } from '../../core/checks/index.ts'
import type { Place } from '../../core/model/case.ts'
import type { Accepted, Finding, Severity } from '../../core/model/finding.ts'
import { pathOf } from './place.ts'
import type { Report } from './report.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

const LEVELS = { error: 'error', warning: 'warning', advice: 'note' } as const satisfies Record<
  Severity,
  string
>

/** What is looked for while a case is read and built, by those who are no checks. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'unreadable-mdx': 'A file is text that can be read.',
  'unknown-component': 'A component is one that exists.',
  'off-schema': 'Settings and front matter have the fields and values that are known.',
  'not-utf-8': 'A file is saved as UTF-8.',
  history: 'Git can be asked what the case said before, and knows all of it.',
  'broken-picture': 'A picture is there and can be shown.',
  'unread-file': 'A file of words has a name that is read.',
  'lost-receipt': 'Git still has what a receipt says was shown.',
  'withdrawn-in-receipt': 'Withdrawn words are gone from receipts too.',
  'broken-diagram': 'A diagram can be drawn.',
  'slide-overflow': 'What a slide shows fits on it.',
  'slide-small-text': 'Words on a slide can be read from the back of the room.',
  'one-page-overflow': 'What the one-page handout says fits on one sheet.',
  'slide-low-contrast': 'Words on a slide stand out from what is behind them.',
  'leaked-words': 'What was left out of a build stands in none of its files.',
  'dead-link': 'The web pages to which the case leads are there.',
  'unused-acceptance': 'What is accepted in case.yaml is there.',
}

/** One run, with a rule for each check, and paths from the root of the repository. */
export function sarifReport({ findings, accepted, unchecked, inRepository }: Report): string {
  const all: readonly (Finding | Accepted)[] = [...findings, ...accepted]
  const rules = rulesOf(all)
  const run = {
    tool: { driver: { name: 'Throughline', rules } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: unchecked.map((text) => ({ level: 'note', message: { text } })),
      },
    ],
    results: all.map((finding) => ({
      ruleId: finding.check,
      ruleIndex: rules.findIndex(({ id }) => id === finding.check),
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [locationOf(finding.place, inRepository)],
      ...relatedOf(finding, inRepository),
      ...suppressionsOf(finding),
    })),
  }
  return JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)
}

/** Every check, and whatever else has found something. */
function rulesOf(findings: readonly Finding[]) {
  const words = new Map([
    ...checks.map(({ id, rule }) => [id, rule] as const),
    ...Object.entries(ELSEWHERE),
  ])
  const ids = new Set([...words.keys(), ...findings.map(({ check }) => check)])
  return [...ids].map((id) => ({ id, shortDescription: { text: words.get(id) ?? id } }))
}

function locationOf(place: Place, folder: string) {
  const path = pathOf(place.file, folder).split('/').map(encodeURIComponent).join('/')
  // What starts with a slash alone would be read from the root of the repository.
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
