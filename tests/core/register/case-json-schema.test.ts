/** `case.json` is what its schema, and so the manual, says. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { CaseJson } from '../../../src/core/model/case-json.ts'
import { caseJsonOf } from '../../../src/core/register/case-json.ts'
import { caseJsonSchema } from '../../../src/core/register/case-json-schema.ts'
import { readCase } from '../../../src/node/read/read-case.ts'

/** As it is written, and read again by a program. */
function asFile(json: CaseJson): unknown {
  return JSON.parse(JSON.stringify(json))
}

const place = { file: '10-case.mdx', line: 3, column: 1, length: 4 }
const found = {
  check: 'gap',
  severity: 'advice',
  message: 'Words',
  place,
  related: [place],
} as const

/** One with every field that there is. */
const MADE: CaseJson = {
  schema: 1,
  audience: 'internal',
  title: 'A case',
  sections: [
    { key: 'sprint-2', title: 'Sprint 2', depth: 2, parent: 'top', sprint: '2', part: true, place },
  ],
  items: [
    {
      key: 'evidence-3a',
      kind: 'evidence',
      id: '3a',
      text: 'Words',
      section: 'sprint-2',
      sprint: '2',
      byOrder: true,
      strength: {
        kind: 'interview',
        date: '2020-03',
        access: 'restricted',
        quality: { colour: 'amber', reason: 'two sites only' },
        impact: { colour: 'red', reason: 'all rests on it' },
        note: 'by letter',
      },
      addresses: ['https://example.org/'],
      place,
    },
  ],
  links: [{ from: 'evidence-3a', to: 'decision-3', role: 'supports', draft: true, place }],
  gaps: [
    {
      section: 'sprint-2',
      item: 'evidence-3a',
      text: 'To be written',
      owner: 'Ann',
      due: 'May',
      place,
    },
  ],
  stale: [
    {
      decision: 'decision-3',
      evidence: [
        { key: 'evidence-3a', what: 'reworded', date: '2020-03-02T10:00:00Z', commit: 'abc' },
      ],
    },
  ],
  challenges: [
    {
      key: 'F12',
      sort: 'question',
      about: 'evidence-3a',
      words: 'Why?',
      opened: '2020-03-02',
      same: 2,
      outcome: 'taken',
      owner: 'Ann',
      due: '2020-04-01',
      state: 'Taken away by Ann, until 1 April 2020.',
    },
  ],
  findings: [found],
  accepted: [{ ...found, reason: 'Quoted', owner: 'Ann' }],
}

/** A case without the history of its repository, which takes long to read, and adds no field. */
const apart = mkdtempSync(join(tmpdir(), 'throughline-case-json-'))
afterAll(() => rmSync(apart, { recursive: true }))

describe('case.json', () => {
  it.each([
    'slides',
    'src/manual',
    ...['canaries', 'long', 'overfull', 'private', 'specimen', 'strong', 'ugly'].map(
      (name) => `tests/fixtures/${name}`,
    ),
  ])('of %s has the fields of the schema, and no other', async (folder) => {
    const copy = join(apart, folder)
    cpSync(folder, copy, { recursive: true })
    for (const audience of ['public', 'internal'] as const) {
      const json = asFile(caseJsonOf(await readCase(copy, audience)))
      expect(caseJsonSchema.parse(json)).toEqual(json)
    }
  })

  it('has no field that the schema does not know, and lacks none that it must have', () => {
    const whole = asFile(MADE)
    expect(caseJsonSchema.parse(whole)).toEqual(whole)
    expect(caseJsonSchema.safeParse({ ...MADE, more: 1 }).success).toBe(false)
    expect(caseJsonSchema.safeParse({ ...MADE, gaps: undefined }).success).toBe(false)
  })
})
