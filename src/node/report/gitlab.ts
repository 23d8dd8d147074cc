/** A report as GitLab reads code quality, which it shows beside the changed lines of a merge request. */

import { createHash } from 'node:crypto'
import { inWords } from '../../core/findings/in-words.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Severity } from '../../core/model/severity.ts'
import { pathOf } from './place.ts'
import type { Report } from './report.ts'

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  advice: 'info',
}

/** A list of findings, with paths from the root of the repository. What was left unchecked has no place there. */
export function gitlabReport({ findings, inRepository }: Report): string {
  const counts = new Map<string, number>()
  const issues = findings.map((finding) => {
    const path = pathOf(finding.place.file, inRepository)
    const words = [finding.check, path, finding.message].join('\n')
    const count = counts.get(words) ?? 0
    counts.set(words, count + 1)
    return issueOf(finding, path, fingerprint(`${words}\n${count}`))
  })
  return JSON.stringify(issues, null, 2)
}

function issueOf(finding: Finding, path: string, id: string) {
  const { check, severity, place } = finding
  return {
    description: inWords(finding),
    check_name: check,
    fingerprint: id,
    severity: LEVELS[severity],
    location: { path, lines: { begin: place.line ?? 1 } },
  }
}

/** Identifies a finding, also after its line has moved. Two equal findings get different ones. */
function fingerprint(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 32)
}
