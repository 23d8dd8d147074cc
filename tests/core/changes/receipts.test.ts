/** Receipts as they are read: data of whoever wrote the file. */
import { describe, expect, it, test } from 'vitest'
import {
  isReceipt,
  type NewReceipt,
  pointsOf,
  readReceipt,
  receiptFile,
  withdrawnIn,
} from '../../../src/core/changes/receipts.ts'
import { caseJsonOf } from '../../../src/core/register/case-json.ts'
import { read } from '../read.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const TEXT = 'Decision 1: We act.\n\nEvidence 1a: They said so.'

const receipt: NewReceipt = {
  schema: 1,
  name: 'Sponsor meeting 3 March',
  day: '2026-03-03',
  commit: COMMIT,
  case: caseJsonOf(read(TEXT)),
  pdfs: [{ file: 'deck.pdf', sha256: 'a'.repeat(64) }],
}

/** A receipt as a file, with some fields changed. */
function file(changed: object = {}): string {
  return `${JSON.stringify({ ...receipt, ...changed }, null, 2)}\n`
}

/** `['1:1 Unexpected …']` */
function faultsOf(text: string): readonly string[] {
  const { receipt: got, findings } = readReceipt(text, 'receipts/a.json')
  expect(got).toBeUndefined()
  return findings.map(({ check, place, message }) => {
    expect([check, place.file]).toEqual(['off-schema', 'receipts/a.json'])
    return `${place.line}:${place.column} ${message}`
  })
}

describe('a receipt', () => {
  it('is read as it was written', () => {
    const { receipt: got, findings } = readReceipt(file(), 'receipts/a.json')
    expect(findings).toEqual([])
    expect(got).toEqual({ ...receipt, file: 'receipts/a.json' })
  })

  it.each([
    ['a misspelt field', file({ comit: 1 }), /^\d+:3 Unexpected field "comit", expected commit/],
    ['a commit that git could take for an option', file({ commit: '--exec=x' }), /^5:3 .*"commit"/],
    ['a day that is none', file({ day: 'March' }), /^4:3 .*"day", expected a date like 2020-03-31/],
    ['a name without words', file({ name: ' ' }), /^3:3 Unexpected value of "name"/],
    ['another schema', file({ schema: 2 }), /^2:3 Unexpected value of "schema"/],
    ['half a file', file().slice(0, 60), /Unexpected YAML/],
    ['a case that is none', file({ case: [] }), /Unexpected value of "case"/],
    ['an empty file', '', /Unexpected value of "schema"/],
    ['a list', '[]', /Unexpected content/],
    ['no JSON at all', '<script>alert(1)</script>', /Unexpected content/],
  ])('that has %s is a finding with its place', (_, text, expected) => {
    expect(faultsOf(text)[0]).toMatch(expected)
  })

  it('may be named as somebody likes, and stays a name', () => {
    const hostile = '"><img src=x onerror=alert(1)> __proto__'
    const { receipt: got } = readReceipt(file({ name: hostile }), 'receipts/a.json')
    expect(got?.name).toBe(hostile)
  })
})

test.each([
  ['Sponsor meeting 3 March', 'receipts/sponsor-meeting-3-march.json'],
  ['../../etc/passwd', 'receipts/etc-passwd.json'],
  ['Café & Board: “Très” <b>', 'receipts/cafe-board-tres-b.json'],
  ['__proto__', 'receipts/proto.json'],
  ['…', undefined],
])('the receipt %j has the file %s', (name, expected) => {
  expect(receiptFile(name)).toBe(expected)
  if (expected) expect(isReceipt(expected)).toBe(true)
})

test('receipts are points in time, the latest first', () => {
  const named = ['a', 'b', 'c'].map((slug, index) => ({
    ...receipt,
    name: slug,
    day: index === 1 ? '2026-04-01' : '2026-03-03',
    file: `receipts/${slug}.json`,
  }))
  expect(pointsOf(named)).toEqual([
    { name: 'b', day: '2026-04-01', commit: COMMIT, slug: 'b' },
    { name: 'a', day: '2026-03-03', commit: COMMIT, slug: 'a' },
    { name: 'c', day: '2026-03-03', commit: COMMIT, slug: 'c' },
  ])
})

describe('words that were withdrawn since', () => {
  const found = (text: string, withdrawn: readonly string[]) => {
    const { receipt: got } = readReceipt(text, 'receipts/a.json')
    return got ? withdrawnIn(got, text, withdrawn) : []
  }

  it('are found where they stand', () => {
    const [finding, ...more] = found(file(), ['1A'])
    expect(more).toEqual([])
    expect(finding?.message).toContain('withdrawn evidence 1a in a receipt')
    expect(file().split('\n')[(finding?.place.line ?? 0) - 1]).toContain('They said so')
  })

  it('are gone once they are taken out, or were before', () => {
    expect(found(file().replaceAll('They said so.', 'Withdrawn'), ['1a'])).toEqual([])
    expect(found(file(), ['2a'])).toEqual([])
  })
})
