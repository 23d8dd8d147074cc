/** Prints findings as lines for people, grouped by file. */
import type { Finding, Place, Severity } from '../core/model.ts'
import { inReadingOrder } from './sources.ts'

const ONE: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  advice: 'piece of advice',
}
const MANY: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  advice: 'pieces of advice',
}

/**
 * Lines such as `slides/30-decisions.mdx:14:3 error Unexpected … (check-id)`, with an empty line
 * between files and a summary at the end.
 * @param folder How the case folder is shown before each file; `''` for none.
 */
export function report(findings: readonly Finding[], folder: string): string {
  const byFile = Map.groupBy(findings, ({ place }) => place.file)
  const groups = inReadingOrder([...byFile.keys()]).map((file) =>
    (byFile.get(file) ?? []).toSorted(byPlace).map((finding) => line(finding, folder)),
  )
  return [...groups.map((group) => group.join('\n')), summary(findings)].join('\n\n')
}

/** `2 errors, 1 warning, 3 pieces of advice`; `No findings.` when there are none. */
export function summary(findings: readonly Finding[]): string {
  const severities = ['error', 'warning', 'advice'] as const
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${(count === 1 ? ONE : MANY)[severity]}`]
  })
  return counts.length === 0 ? 'No findings.' : `Found ${counts.join(', ')}.`
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error')
}

function line({ place, severity, message, check, related = [] }: Finding, folder: string): string {
  const first = `${at(place, folder)} ${severity} ${message} (${check})`
  return [first, ...related.map((other) => `  see ${at(other, folder)}`)].join('\n')
}

function at({ file, line, column }: Place, folder: string): string {
  const path = folder === '' || folder === '.' ? file : `${folder.replace(/\/$/, '')}/${file}`
  return [path, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':')
}

function byPlace(a: Finding, b: Finding): number {
  const lines = (a.place.line ?? 0) - (b.place.line ?? 0)
  return lines === 0 ? (a.place.column ?? 0) - (b.place.column ?? 0) : lines
}
