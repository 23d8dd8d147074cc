/** `check`: prints findings, without a browser unless fit is to be proved, and what it left unchecked. */

import { readMeasured } from '../../node/fit/stored-findings.ts'
import { brokenDiagrams, undrawn } from '../../node/mermaid/index.ts'
import { type ReadCase, readCase } from '../../node/read/read-case.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { hasErrors, reportOn, summary, written } from '../../node/report/index.ts'
import type { Report } from '../../node/report/report.ts'
import { writeInstead } from '../../node/report/write-instead.ts'
import { UsageError } from '../../node/run/usage-error.ts'
import type { Print } from '../usage/command-row.ts'
import type { Options } from '../usage/options.ts'

/** What `check` reads of the options. */
type CheckOptions = Pick<Options, 'case'> &
  Partial<
    Pick<
      Options,
      'out' | 'format' | 'weakest' | 'whatIf' | 'fit' | 'fix' | 'links' | 'pdf' | 'audience'
    >
  >

/**
 * Resolves to the exit code: 1 when there are findings of severity error.
 * @param print Where lines for standard output go.
 * @throws NoCaseError; UsageError for a ranking in a format that has no place for it.
 */
export async function check(
  {
    case: folder,
    format = 'text',
    weakest = false,
    whatIf,
    fit = false,
    fix = false,
    links = false,
    pdf,
    out,
    audience = 'public',
  }: CheckOptions,
  print: Print = console.log,
): Promise<number> {
  if (pdf !== undefined) {
    const { checkPdfFile } = await import('./check-pdf.ts')
    return checkPdfFile({ pdf, out, format, weakest, whatIf }, print)
  }
  const asked = [...(weakest ? ['--weakest'] : []), ...(whatIf === undefined ? [] : ['--what-if'])]
  const [one, ...others] = [...(fit ? ['--fit'] : []), ...asked]
  if (others.length > 0)
    throw new UsageError(`Unexpected ${one} with ${others.join(' and ')}; expected one of them.`)
  if (asked.length > 0 && format !== 'text' && format !== 'json')
    throw new UsageError(`Unexpected ${asked[0]} with --format ${format}; expected text or json.`)
  const found = await readCase(folder, audience)
  const isFixed = fix && !found.unreadable && writeInstead(found.folder, found.findings).length > 0
  const read = isFixed ? await readCase(folder, audience) : found
  if (fit && !read.unreadable) return (await import('./fit.ts')).checkFit(read, format, print)
  const report = await reportAll(read, links)
  // Of a case that cannot be read nobody knows what stands on what.
  if (whatIf !== undefined && !read.unreadable) {
    const told = await import('./what-if.ts')
    const doubt = told.whatIf(read, whatIf)
    if (format === 'json') print(written({ ...report, whatIf: told.whatIfData(doubt) }, format))
    else print(`${told.whatIfText(doubt)}\n\n${summary(report.findings, report.accepted)}`)
    return hasErrors(report.findings) ? 1 : 0
  }
  const ranked = weakest && !read.unreadable
  if (ranked && format === 'text') await printRanking(read, report, print)
  else print(written(ranked ? await withRanking(read, report) : report, format))
  return hasErrors(report.findings) ? 1 : 0
}

async function printRanking(read: ReadCase, report: Report, print: Print): Promise<void> {
  const { weakestText } = await import('./weakest.ts')
  print(`${weakestText(read)}\n\n${summary(report.findings, report.accepted)}`)
}

async function withRanking(read: ReadCase, report: Report): Promise<Report> {
  const { weakestLinks } = await import('../../core/weakest/index.ts')
  const { adviceOn } = await import('./weakest.ts')
  return { ...report, weakest: weakestLinks(read).links, ...adviceOn(read) }
}

/** With what earlier builds found out; the rest would need a browser. */
async function reportAll(read: ReadCase, links: boolean): Promise<Report> {
  if (read.unreadable)
    return reportOn(
      read,
      [],
      ['Diagrams and slides were left unchecked, since the case cannot be built.'],
    )
  const measured = readMeasured(read)
  const dead = links ? await (await import('../../node/read/web-links.ts')).deadLinks(read) : []
  return reportOn(
    read,
    [...brokenDiagrams(read), ...(measured ?? []), ...dead],
    [...(measured ? [] : [UNMEASURED]), ...leftUnchecked(undrawn(read))],
  )
}

const UNMEASURED = `Whether slides fit was left unchecked: not built since the last change. To measure: ${commandLine('build')}`

function leftUnchecked(count: number): readonly string[] {
  if (count === 0) return []
  const diagrams = count === 1 ? 'One diagram was' : `${count} diagrams were`
  return [`${diagrams} left unchecked: not drawn yet. To draw: ${commandLine('build')}`]
}
