/** `check --pdf` as it is typed: what it prints, and how it ends. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { checkPdfFile } from '../../../src/cli/commands/check-pdf.ts'
import { pdfRuleIds } from '../../../src/node/print/check/report.ts'
import { LIMITS, pdfText } from '../../../src/node/report/pdf.ts'
import { UsageError } from '../../../src/node/run/usage-error.ts'

let folder: string
let bare: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-pdf-'))
  bare = join(folder, 'narrative.pdf')
  await writeFile(bare, await (await PDFDocument.create()).save())
})
afterAll(() => rm(folder, { recursive: true }))

test('lists every rule with its result and what is no claim, and ends with 1', async () => {
  const lines: string[] = []
  expect(await checkPdfFile({ pdf: bare }, (words) => lines.push(words))).toBe(1)
  const text = lines.join('\n')
  for (const id of pdfRuleIds) expect(text).toMatch(new RegExp(`^(?:pass|FAIL|– {3})  ${id} `, 'm'))
  expect(text).toContain('\n      page 1: Unexpected empty page, expected words or a picture\n')
  expect(text).toMatch(
    new RegExp(`\\n\\d+ of ${pdfRuleIds.length} rules pass, \\d+ fail, \\d+ not checked\\.`),
  )
  expect(text.endsWith(LIMITS)).toBe(true)
})

test('prints the same as data', async () => {
  const lines: string[] = []
  await checkPdfFile({ pdf: bare, format: 'json' }, (words) => lines.push(words))
  const said = saidSchema.parse(JSON.parse(lines.join('\n')))
  expect(said.rules.map(({ id }) => id)).toEqual(pdfRuleIds)
  expect(said.rules).toContainEqual({
    id: 'empty-pages',
    demand: 'No page is empty but for decoration and running heads',
    source: 'our own',
    result: 'fail',
    failures: [{ message: 'Unexpected empty page, expected words or a picture', page: 1 }],
  })
  expect(said.counts.pass + said.counts.fail + said.counts.unchecked).toBe(pdfRuleIds.length)
  expect(said).toMatchObject({ schema: 1, file: bare, pages: 1, limits: LIMITS })
})

test('ends with 1 for a file that does not open', async () => {
  const file = join(folder, 'letter.pdf')
  await writeFile(file, 'Dear sponsors')
  const lines: string[] = []
  expect(await checkPdfFile({ pdf: file }, (words) => lines.push(words))).toBe(1)
  expect(lines.join('\n')).toContain('      Unexpected start of the file, expected "%PDF-"')
})

test('names the file that was probably meant', async () => {
  const typed = join(folder, 'narative.pdf')
  await expect(checkPdfFile({ pdf: typed })).rejects.toThrow(
    new UsageError(`Unexpected --pdf ${typed}: there is no such file; expected ${bare}.`),
  )
  await expect(checkPdfFile({ pdf: folder })).rejects.toThrow(UsageError)
})

test.each([
  [{ weakest: true }, 'Unexpected --weakest with --pdf; expected one of them.'],
  [{ whatIf: '-3a' }, 'Unexpected --what-if with --pdf; expected one of them.'],
  [{ format: 'sarif' }, 'Unexpected --pdf with --format sarif; expected text or json.'],
] as const)('refuses %j', async (options, message) => {
  await expect(checkPdfFile({ pdf: bare, ...options })).rejects.toThrow(new UsageError(message))
})

test('shows ten places of a rule, and says how many more there are', () => {
  const failures = Array.from({ length: 12 }, (_, index) => ({
    message: `Fault ${index + 1}`,
    page: index + 1,
    element: 'Document/L',
    object: 7,
  }))
  const rule = { id: 'lists', demand: 'Lists are lists', source: 'ISO', failures }
  const text = pdfText('x.pdf', { pages: 12, results: [{ ...rule, result: 'fail' }] })
  expect(text).toContain('\n      page 10, Document/L, object 7: Fault 10\n')
  expect(text).not.toContain('Fault 11')
  expect(text).toContain('      … and 2 more; all with --format json')
  expect(text).toContain('0 of 1 rules pass, 1 fails.')
})

test('moves no cursor, whatever the file says', () => {
  const failures = [{ message: 'Unexpected "a\u001b[2J\r\n\u009b31m\u202eb"', element: 'L\u0007' }]
  const rule = { id: 'lists', demand: 'Lists are lists', source: 'ISO', failures }
  const text = pdfText('x.pdf', { pages: 1, results: [{ ...rule, result: 'fail' }] })
  expect(text).toContain('\n      L·: Unexpected "a·[2J ·31m·b"\n')
})

const saidSchema = z.looseObject({
  rules: z.array(z.looseObject({ id: z.string() })),
  counts: z.object({ pass: z.number(), fail: z.number(), unchecked: z.number() }),
})
