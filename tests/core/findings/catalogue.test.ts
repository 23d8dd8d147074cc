/** Every row of the catalogue says what the manual, a report and a code host show. */

import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import {
  type FindingId,
  findingIds,
  isFindingId,
  rowOf,
} from '../../../src/core/findings/catalogue.ts'
import { broken } from '../../../src/core/findings/rows/broken.ts'
import { misleading } from '../../../src/core/findings/rows/misleading.ts'
import { missing } from '../../../src/core/findings/rows/missing.ts'
import { style } from '../../../src/core/findings/rows/style.ts'
import type { Outside } from '../../../src/core/model/assembled.ts'

describe('the catalogue', () => {
  it('has each id in one table', () => {
    expect(findingIds).toEqual([broken, misleading, missing, style].flatMap(Object.keys))
    expect(new Set(findingIds).size).toBe(findingIds.length)
  })

  it('knows its ids, and nothing that every object has', () => {
    expect(isFindingId('gap')).toBe(true)
    expect(isFindingId('gaps')).toBe(false)
    expect(isFindingId('constructor')).toBe(false)
  })
})

describe.each(findingIds)('the row of %s', (id) => {
  const { rule, reason, note, mend, wrong, right } = rowOf(id)

  it('is whole sentences, and what to do without its full stop', () => {
    for (const sentence of [rule, reason, note ?? reason]) {
      expect(sentence).toMatch(/^["`A-Z<].*[.?]["”]?$/)
    }
    expect(mend).toMatch(/^[A-Z].*[^.]$/)
    expect(right).not.toBe(wrong)
  })
})

/** Texts to which an example of `case.yaml` belongs. */
const ROUTED = `# A case

## Context

Every service has a form of its own (1), as [the benefits](#benefits) show.

## Objectives

- Users book once

## Benefits

- Staff save an hour a day

## What we decided

- Decision 1: We ask once
- Decision 3: We ask by text

## What we know

- Evidence 1a: Users are stuck
- Evidence 4a: Users wait
`

/** So many sections, of a slide each. */
function places(count: number): string {
  const each = (_: unknown, at: number) => `\n## Place ${at}\n\nIt is closed.\n`
  return Array.from({ length: count }, each).join('')
}

/** What an example needs besides its own words. */
const AROUND: Readonly<Partial<Record<FindingId, Around>>> = {
  'old-evidence': { outside: { asOf: '2020-06-30' } },
  'long-deck': { text: `${ROUTED}${places(20)}` },
  'route-empty': { text: ROUTED.replace('- Staff save an hour a day', 'To be written.') },
  'route-too-long': { text: `---\ntiming: 3\n---\n\n${ROUTED}` },
  'vanished-address': {
    outside: {
      past: [{ key: 'evidence-3a', text: 'Users wait', commit: 'abc1234', date: '2026-03-04' }],
    },
  },
}

interface Around {
  readonly text?: string
  readonly outside?: Outside
}

/** What a history or two files show, or nobody can see to be mended; fixtures prove these. */
const UNPROVEN: readonly FindingId[] = ['stale-decision', 'withdrawn-in-git', 'repeated-id']

const proven = findingIds.filter((id) => rowOf(id).finder === 'case' && !UNPROVEN.includes(id))

describe.each(proven)('the examples of %s', (id) => {
  it('are found where they are wrong, and not where they are right', () => {
    const { wrong, right } = rowOf(id)
    expect(found(id, wrong)).toContain(id)
    expect(found(id, right)).not.toContain(id)
  })
})

/** Ids of what is found in an example. */
function found(id: FindingId, example: string): readonly string[] {
  const { text = ROUTED, outside = {} } = AROUND[id] ?? {}
  const { language } = rowOf(id)
  const ofText = language === undefined || language === 'text'
  const source = { file: 'a.mdx', text: ofText ? `# A case\n\n${example}` : text }
  const settings = { file: 'case.yaml', text: language === 'yaml' ? example : 'ask: Fund it.' }
  const feedback =
    language === 'json' ? { feedback: [{ file: 'feedback.json', text: example }] } : {}
  return assemble([source], settings, { ...outside, ...feedback }).findings.map(
    ({ check }) => check,
  )
}
