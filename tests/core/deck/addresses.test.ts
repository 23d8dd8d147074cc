/** Addresses of slides stay when other slides come and go. */

import { resolve } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { flatten, planWholeDeck, type Slide } from '../../../src/core/deck/index.ts'
import type { Source } from '../../../src/core/model/source.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { inThread } from '../../store.ts'

const measure = fontMeasure(inThread)

/** What a team may add: prose, lists, a table, quotes, a diagram, decisions, a chapter, a gap. */
const NEW_SECTIONS = [
  'Something new that we learned this week.',
  '- one thing\n- another thing\n\nThey matter because:\n\n- a third\n- a fourth',
  Array.from({ length: 40 }, (_, index) => `- Entry ${index} of a list that flows on`).join('\n'),
  '| No | Value |\n| --- | --- |\n| 1 | high |',
  '> We wait for weeks.\n>\n> — A trader\n\n> We never hear back.\n>\n> — Another trader',
  '```mermaid\nflowchart LR\n  a --> b\n```',
  'Decision 901: We chose this.\n\nEvidence 901a: We saw it.\n\nDecision 902: We chose that.',
  '### Zebras inside\n\n- one thing\n\n### Zebras outside\n\n- another thing',
  '<Slide>\n\nOwn words\n\n</Slide>',
  'To be written by Finance, 14 March.',
] as const

/** Titles that no case has; some are like addresses of the tool's own slides. */
const TITLES = [
  'Zebras',
  'Ask',
  'Title',
  'Still to be written',
  'Chapter introduction',
  'Chapter key decisions',
  'Diagram objectives',
  'Strategic objectives 2',
  'Introduction 2',
  'Problems 2',
] as const

interface Opened {
  readonly sources: readonly Source[]
  readonly settings: Source | undefined
}

/** Something of every layout, more than once in a section. */
const MIXED = `# A case

Before any heading:

- one entry
- another

## Problems

- first list

Services are disjointed when:

- second list

We pay for it when:

- third list

> We wait for weeks.

| No | Value |
| --- | --- |
| 1 | high |

${Array.from({ length: 30 }, (_, index) => `- Entry ${index} of a long list that has to flow on`).join('\n')}

# Part

## Chapter

### Sprint 1

Decision 1: We chose.

Evidence 1a: We saw.

Evidence 9: Nobody decided on this.

## Chapter chapter

- named like a divider
`

describe.each(['slides', 'tests/fixtures/ugly', 'tests/fixtures/strong', 'mixed'])(
  '%s',
  (folder) => {
    let opened: Opened
    let before: readonly Slide[]

    beforeAll(async () => {
      if (folder === 'mixed') {
        opened = { sources: [{ file: '1.mdx', text: MIXED }], settings: undefined }
      } else {
        const { sources, settingsSource } = await readCase(resolve(folder))
        opened = { sources, settings: settingsSource }
      }
      before = planned(opened)
    })

    it('has no address twice', () => {
      const all = flatten(before).flatMap(({ id, also = [] }) => [id, ...also])
      expect(all.length).toBeGreaterThan(5)
      expect(new Set(all).size).toBe(all.length)
    })

    it('keeps every address, and what it leads to, when a section comes in anywhere', () => {
      const spots = spotsOf(opened.sources)
      const insertion = fc.record({
        spot: fc.constantFrom(...spots),
        title: fc.constantFrom(...TITLES),
        body: fc.constantFrom(...NEW_SECTIONS),
      })
      const check = ({ spot, title, body }: { spot: Spot; title: string; body: string }): void => {
        const text = `${'#'.repeat(spot.level)} ${title}\n\n${body}\n\n`
        const sources = opened.sources.map((source, index) =>
          index === spot.source
            ? { ...source, text: source.text.slice(0, spot.at) + text + source.text.slice(spot.at) }
            : source,
        )
        const after = planned({ ...opened, sources })
        const ids = flatten(after).flatMap(({ id, also = [] }) => [id, ...also])
        expect(new Set(ids).size).toBe(ids.length)
        const titles = new Map(
          flatten(after).flatMap(({ id, also = [], title }) => [
            [id, title] as const,
            ...also.map((other) => [other, undefined] as const),
          ]),
        )
        for (const { id, title } of flatten(before)) {
          expect([...titles.keys()], id).toContain(id)
          // A divider may share one with the chapter that came in right behind it.
          if (titles.get(id) !== undefined) expect(titles.get(id), id).toBe(title)
        }
      }
      fc.assert(fc.property(insertion, check), { numRuns: folder.endsWith('ugly') ? 25 : 60 })
    })
  },
)

describe('several slides of one section', () => {
  it('are named for what they say, the first for the section', () => {
    const text =
      '## Problems\n\n- one\n\nIt costs when:\n\n- two\n\n> We wait.\n\n- three things at once\n'
    expect(idsOf(text)).toEqual([
      'problems',
      'problems--it-costs-when',
      'problems--we-wait',
      'problems--three-things-at-once',
    ])
  })

  it('count on where they say the same', () => {
    expect(idsOf('## A\n\n- one\n\nText.\n\n- one\n\nText.\n\n- one\n')).toEqual([
      'a',
      'a--one',
      'a--one-2',
    ])
  })

  it('leave the address of a section that is named alike', () => {
    expect(idsOf('## Options\n\n- one\n\nText.\n\n- two\n\n## Options 2\n\n- three\n')).toEqual([
      'options',
      'options--two',
      'options-2',
    ])
  })
})

it('a section named like a slide of ours yields, and so does no slide of ours', () => {
  expect(
    planned({
      sources: [{ file: '1.mdx', text: '# T\n\n## Ask\n\n- one\n' }],
      settings: undefined,
    }).map(({ id }) => id),
  ).toEqual(['title', 'ask--section', 'still-to-be-written', 'ask'])
})

it('a part that shares its divider still has the address of its own', () => {
  const [, divider] = planned({
    sources: [{ file: '1.mdx', text: '# T\n\n# Part\n\n## Chapter\n\n### Section\n\n- one\n' }],
    settings: undefined,
  })
  expect(divider).toMatchObject({ id: 'chapter-chapter', also: ['chapter-part'] })
})

interface Spot {
  readonly source: number
  /** Offset of a heading, before which a section can come in. */
  readonly at: number
  /** That heading's number of hashes, so that nothing after it gets another parent. */
  readonly level: number
}

/** Before every heading below the title and the parts. */
function spotsOf(sources: readonly Source[]): readonly Spot[] {
  return sources.flatMap(({ text }, source) => {
    const headings = [...text.matchAll(/^(#{2,4}) (?!Decision|Evidence)/gm)]
    return headings.map((found) => ({ source, at: found.index, level: found[1]?.length ?? 2 }))
  })
}

function planned({ sources, settings }: Opened): readonly Slide[] {
  return planWholeDeck(assemble(sources, settings), measure)
}

function idsOf(text: string): readonly string[] {
  return planWholeDeck(assemble([{ file: '1.mdx', text: `# T\n\n${text}` }]), measure)
    .slice(1, -2)
    .map(({ id }) => id)
}
