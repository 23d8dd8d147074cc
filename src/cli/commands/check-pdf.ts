/** `check --pdf FILE`: says which rules a PDF keeps and breaks, and where. */

import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { nearest } from '../../core/text/nearest.ts'
import { shown } from '../../node/paths/index.ts'
import { checkPdf } from '../../node/print/check/report.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { onTerminal } from '../../node/report/paint.ts'
import { pdfJson, pdfText } from '../../node/report/pdf.ts'
import { UsageError } from '../../node/run/usage-error.ts'
import type { Options } from '../usage/options.ts'

/** What it reads of the options. */
interface CheckPdfOptions extends Partial<Pick<Options, 'format' | 'weakest' | 'whatIf'>> {
  readonly pdf: string
  /** The output of the case, where the handouts are. */
  readonly out?: string | undefined
}

/**
 * Resolves to the exit code: 1 when a rule is broken.
 * @param print Where lines for standard output go.
 * @throws UsageError for a file that is not there, or options that say nothing of a PDF.
 */
export async function checkPdfFile(
  { pdf, out, format = 'text', weakest = false, whatIf }: CheckPdfOptions,
  print: (words: string) => void = console.log,
): Promise<number> {
  const asked = weakest ? '--weakest' : whatIf === undefined ? undefined : '--what-if'
  if (asked) throw new UsageError(`Unexpected ${asked} with --pdf; expected one of them.`)
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`Unexpected --pdf with --format ${format}; expected text or json.`)
  if (!isFile(pdf)) throw new UsageError(notThere(pdf, out))
  const report = await checkPdf(pdf)
  const name = shown(pdf)
  print(format === 'json' ? pdfJson(name, report) : pdfText(name, report, onTerminal()))
  return report.results.some(({ result }) => result === 'fail') ? 1 : 0
}

/** With the PDF that was probably meant: beside it, else among the handouts. */
function notThere(pdf: string, out = dirname(pdf)): string {
  const found = [dirname(pdf), join(out, 'handouts')].flatMap(pdfsIn)
  const name = basename(pdf)
  const [near] = nearest(name, [...new Set(found.map((path) => basename(path)))], 1)
  const meant = found.find((path) => basename(path) === near)
  const expected =
    meant === undefined ? `a file; ${commandLine('build')} makes the handouts` : shown(meant)
  return `Unexpected --pdf ${shown(pdf)}: there is no such file; expected ${expected}.`
}

function pdfsIn(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  return readdirSync(folder)
    .filter((name) => /\.pdf$/i.test(name))
    .map((name) => join(folder, name))
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
