/** What was checked in a PDF, as text for people or as data. */

import type { PdfReport, PdfResult } from '../print/check/report.ts'
import type { PdfFailure } from '../print/check/rule.ts'
import { plain, type Surface, type Tone } from './paint.ts'
import { printable } from './width.ts'

/** What a report says of its own limits, so that nobody expects more of it. */
export const LIMITS =
  'These rules were checked and no others. This is no claim of conformance to PDF/UA: whether' +
  ' tags, reading order and descriptions make sense, only a person can tell.'

/** Failures of one rule that the text shows. */
const SHOWN = 10

const WORDS = { pass: 'pass', fail: 'FAIL', unchecked: '–' } as const

const TONES = { pass: 'strong', fail: 'error', unchecked: 'quiet' } as const satisfies Record<
  PdfResult['result'],
  Tone
>

/** A line for each rule, with lines below it where it is broken; the count at the end. */
export function pdfText(file: string, report: PdfReport, surface: Surface = plain): string {
  const { pages, results } = report
  const sheets = pages === 1 ? '1 page' : `${pages} pages`
  const width = Math.max(...results.map(({ id }) => id.length))
  const blocks = results.map((each) => blockOf(each, width, surface))
  const head = surface.paint('strong', pages === 0 ? file : `${file}, ${sheets}`)
  const total = surface.paint('strong', `${countText(results)}.`)
  return [head, ...blocks, '', total, LIMITS].join('\n')
}

/** A field may be added; none is renamed or dropped without a new number. */
const SCHEMA = 1

/** `{ schema, file, pages, rules, counts, limits }`; each rule with `result` and `failures`. */
export function pdfJson(file: string, { pages, results }: PdfReport): string {
  const report = { schema: SCHEMA, file, pages, rules: results, counts: countsOf(results) }
  return JSON.stringify({ ...report, limits: LIMITS }, null, 2)
}

function blockOf(each: PdfResult, width: number, { paint }: Surface): string {
  const { id, demand, source, result, failures, reason } = each
  const word = paint(TONES[result], WORDS[result].padEnd(4))
  const why = reason === undefined ? '' : paint('quiet', ` (not checked: ${reason})`)
  const by = result === 'fail' ? paint('quiet', ` (${source})`) : ''
  const left = failures.length - SHOWN
  return [
    `${word}  ${id.padEnd(width)}  ${demand}${by}${why}`,
    ...failures.slice(0, SHOWN).map((failure) => `      ${faultText(failure)}`),
    ...(left > 0 ? [paint('quiet', `      … and ${left} more; all with --format json`)] : []),
  ].join('\n')
}

/** On one line: it may quote what the file says. */
function faultText(failure: PdfFailure): string {
  return printable(`${whereOf(failure)}${failure.message}`.replace(/\s*[\r\n]+\s*/g, ' '))
}

/** `page 3, Document/L[2]/LI: `; `''` for the whole document. */
function whereOf({ page, element, object }: PdfFailure): string {
  const parts = [
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(element === undefined ? [] : [element]),
    ...(object === undefined ? [] : [`object ${object}`]),
  ]
  return parts.length === 0 ? '' : `${parts.join(', ')}: `
}

interface Counts {
  readonly pass: number
  readonly fail: number
  readonly unchecked: number
}

function countsOf(results: readonly PdfResult[]): Counts {
  const count = (result: PdfResult['result']) =>
    results.filter((each) => each.result === result).length
  return { pass: count('pass'), fail: count('fail'), unchecked: count('unchecked') }
}

function countText(results: readonly PdfResult[]): string {
  const { pass, fail, unchecked } = countsOf(results)
  const left = unchecked === 0 ? '' : `, ${unchecked} not checked`
  return `${pass} of ${results.length} rules pass, ${fail} ${fail === 1 ? 'fails' : 'fail'}${left}`
}
