/** `trace.csv`: what a spreadsheet makes of it is what the case says. */
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../src/core/import/foreign/csv.ts'
import { builtInKinds } from '../../../src/core/model/kinds.ts'
import { registerCsv } from '../../../src/core/register/csv.ts'
import { registerOf } from '../../../src/core/register/index.ts'
import { read } from '../read.ts'

const CASE = `
# A case

## What we found

It takes weeks (1a).

## Sprint 1

Decision 1: We said "no", and meant it.

Evidence 1a (analytics, 2020-03, public, quality red: a guess, impact green): Ünïcödé, 日本.

Success factor 1: Half (draft: O1).

Objective 1: Fewer calls.
`

/** What columns of registers and lines below items say. */
const SAID = [
  ...['Owner', 'Date, as said', 'Status', 'Likelihood', 'Impact, as said', 'Mitigation'],
  ...['Measure', 'Baseline', 'Answer', 'Answers', 'Target', 'Against it', 'Speaks against'],
]

const text = registerCsv(registerOf(read(CASE)), builtInKinds)
const [heads = [], ...records] = recordsIn(text)
const cells = records.map((record) =>
  Object.fromEntries(record.map((cell, index) => [heads[index], cell])),
)

describe('trace.csv', () => {
  it('starts with a byte order mark and ends each record with CRLF', () => {
    expect(text.startsWith('\uFEFFId,Kind,Text,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('has one record an item, of as many cells as there are heads', () => {
    expect(records.map(([id]) => id)).toEqual(['1', '1a', 'CSF1', 'O1'])
    expect(new Set(records.map((record) => record.length))).toEqual(new Set([heads.length]))
  })

  it('says in each row for whom it is, where it is not for everyone', () => {
    const [head, ...rows] = recordsIn(registerCsv(registerOf(read(CASE)), builtInKinds, 'Internal'))
    expect(head?.slice(0, -1)).toEqual(heads)
    expect([head, ...rows].map((row) => row?.at(-1))).toEqual([
      'For whom',
      ...records.map(() => 'Internal'),
    ])
  })

  it('says of evidence all there is to say', () => {
    expect(cells[1]).toEqual({
      Id: '1a',
      Kind: 'Evidence',
      Text: 'Ünïcödé, 日本.',
      Section: 'Sprint 1',
      Sprint: '1',
      State: 'Complete',
      'Rests on': '',
      'Relied on by': 'what-we-found; 1',
      'Draft links': '',
      'Evidence kind': 'analytics',
      Date: '2020-03',
      Access: 'public',
      Quality: 'red',
      'Quality, why': 'a guess',
      Impact: 'green',
      'Impact, why': '',
      Key: 'evidence-1a',
      File: '1.mdx',
      Line: '12',
      'Unanswered challenges': '',
      'To be re-affirmed': '',
      ...Object.fromEntries(SAID.map((name) => [name, ''])),
    })
  })

  it('keeps quotes and commas, and names draft links', () => {
    expect(cells[0]?.['Text']).toBe('We said "no", and meant it.')
    expect(cells[2]).toMatchObject({ 'Rests on': 'O1', 'Draft links': 'O1', Quality: '' })
  })

  it.each(['=1+1', '+44', '-x', '@sum', '＝1'])('keeps %j from being a formula', (start) => {
    expect(cellOf(start)).toBe(`'${start}`)
  })

  it.each([
    ...[
      '=1',
      'x;=cmd()',
      'x; =cmd()',
      'x\t=cmd()',
      'x\n+1',
      'x\r\n-1',
      '\t@sum(1)',
      ';;=1',
      'x;"=cmd()"',
    ],
    ...['"=1', " =1;\n '=2", '；=1 ；x', "'=1", "x;'=1", "''@", 'a=b; c-d', '-5 to +5', 'x;＋1'],
  ])('begins no formula of %j in a cell, whatever parts the cells, and gives it back', (words) => {
    const written = csvOf(words)
    for (const separator of [';', '\t', ','])
      for (const line of written.replace(/^\uFEFF/, '').split(/[\r\n]/))
        for (const cell of separator === ',' ? [cellOf(words) ?? ''] : line.split(separator))
          expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋]/)
    const { html } = readCsv(written, 'trace')
    const text = words.trim().replaceAll('"', '&quot;')
    const cells = [...html.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) => cell)
    expect(cells).toContain(text.replace(/\r\n|\n|\r/g, '<br>'))
  })

  it.each(['a\nb', 'a\rb', 'a\r\nb', '"', 'a=b', ' '])('gives %j back', (cell) => {
    expect(cellOf(cell)).toBe(cell)
  })
})

/** What comes back of an item's text. */
function cellOf(words: string): string | undefined {
  return recordsIn(csvOf(words))[1]?.[2]
}

function csvOf(words: string): string {
  const [row] = registerOf(read('Decision 1: We act.'))
  if (!row) throw new Error('No row')
  const rows = [{ ...row, item: { ...row.item, text: words } }]
  return registerCsv(rows, builtInKinds)
}

/** Reads RFC 4180 as a spreadsheet would. */
function recordsIn(csv: string): readonly (readonly string[])[] {
  const records: string[][] = [[]]
  for (const [, quoted, bare, end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '\r\n') records.push([])
  }
  return records.filter((record) => record.length > 1)
}
