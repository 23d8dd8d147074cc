/** Checks a PDF against every rule, so that a screen reader can use what we hand out. */
import { readFile } from 'node:fs/promises'
import { type OpenPdf, openPdf, UnreadablePdf } from '../read/open.ts'
import { rules } from './index.ts'
import { askQpdf } from './qpdf.ts'
import type { PdfFailure, PdfRule } from './rule.ts'

/** What was checked in one file, and with which result. */
export interface PdfReport {
  /** 0 for a file that does not open. */
  readonly pages: number
  readonly results: readonly PdfResult[]
}

/** One rule, and whether it holds. */
export interface PdfResult extends Pick<PdfRule, 'id' | 'demand' | 'source'> {
  readonly result: 'pass' | 'fail' | 'unchecked'
  /** `[]` where it holds or was not checked. */
  readonly failures: readonly PdfFailure[]
  /** Why it was not checked. */
  readonly reason?: string
}

/** Ids of all rules, in the order of a report. */
export const pdfRuleIds: readonly string[] = ['opens', 'syntax', ...rules.map(({ id }) => id)]

/**
 * Reads a PDF and checks it against every rule. A file that does not open breaks the rule `opens`,
 * and the others are left unchecked.
 * @throws when the file cannot be read from disk.
 */
export async function checkPdf(file: string): Promise<PdfReport> {
  const bytes = new Uint8Array(await readFile(file))
  const syntax = syntaxResult(await askQpdf(file))
  try {
    const pdf = await openPdf(bytes)
    return {
      pages: pdf.contents.length,
      results: [resultOf(OPENS, []), syntax, ...rules.map((rule) => run(rule, pdf))],
    }
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error
    const left = rules.map((rule) => unchecked(rule, 'the file does not open'))
    return { pages: 0, results: [resultOf(OPENS, [{ message: error.message }]), syntax, ...left] }
  }
}

function run(rule: PdfRule, pdf: OpenPdf): PdfResult {
  if (rule.needsTags && pdf.elements.length === 0) return unchecked(rule, 'there are no tags')
  return resultOf(rule, rule.run(pdf))
}

type RuleName = Pick<PdfRule, 'id' | 'demand' | 'source'>

const OPENS: RuleName = {
  id: 'opens',
  demand: 'The file opens: it is whole, and asks for no password',
  source: 'ISO 32000-1, 7.5; Matterhorn 26-002',
}

const SYNTAX: RuleName = {
  id: 'syntax',
  demand: 'qpdf --check finds nothing to complain of',
  source: 'ISO 32000-1, 7',
}

function syntaxResult(failures: readonly PdfFailure[] | undefined): PdfResult {
  return failures ? resultOf(SYNTAX, failures) : unchecked(SYNTAX, 'qpdf is not installed')
}

function resultOf({ id, demand, source }: RuleName, failures: readonly PdfFailure[]): PdfResult {
  return { id, demand, source, result: failures.length === 0 ? 'pass' : 'fail', failures }
}

function unchecked({ id, demand, source }: RuleName, reason: string): PdfResult {
  return { id, demand, source, result: 'unchecked', failures: [], reason }
}
