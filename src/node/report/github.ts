/** A report as commands to a workflow on GitHub, which shows them beside the changed lines. */

import { inWords } from '../../core/findings/in-words.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Severity } from '../../core/model/severity.ts'
import { pathOf } from './place.ts'
import type { Report } from './report.ts'
import { printable } from './width.ts'

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  advice: 'notice',
}

/** `::error file=slides/30-decisions.mdx,line=14,col=3,title=undefined-citation::Cite what exists: …` */
export function githubReport({ findings, unchecked, inRepository }: Report): string {
  return [
    ...findings.map((finding) => commandOf(finding, inRepository)),
    ...unchecked.map((words) => `::notice title=unchecked::${escapeMessage(words)}`),
  ].join('\n')
}

function commandOf(finding: Finding, folder: string): string {
  const { severity, check, place } = finding
  const { file, line, column, length } = place
  const end = column === undefined || length === undefined ? undefined : column + length
  const properties = Object.entries({
    file: pathOf(file, folder),
    line,
    col: column,
    endColumn: end,
    title: check,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeProperty(value)}`]))
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeMessage(inWords(finding))}`
}

/** As the runner undoes it: percent sign and line breaks. */
function escapeMessage(text: string): string {
  const signs = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  // Older commands, and those of other machines, count in the middle of a line too.
  return printable(signs)
}

/** For a property: also escapes the signs that separate properties. */
function escapeProperty(value: string | number): string {
  return escapeMessage(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
