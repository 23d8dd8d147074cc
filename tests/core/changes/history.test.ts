/** The first case against versions of itself, and any two random cases. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { changeSentence } from '../../../src/core/changes/change-sentence.ts'
import {
  type Change,
  compareCases,
  type Edition,
  editionOf,
} from '../../../src/core/changes/index.ts'
import type { Source } from '../../../src/core/model/source.ts'
import { markedIn } from './between.ts'

const slides = join(import.meta.dirname, '../../../slides')
const ugly = join(import.meta.dirname, '../../fixtures/ugly')
const NOTHING = editionOf(assemble([]))

function sourcesOf(folder: string): readonly Source[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
}

function editionOfFolder(folder: string, edit: (text: string) => string = (text) => text): Edition {
  const settings = { file: 'case.yaml', text: readFileSync(join(folder, 'case.yaml'), 'utf8') }
  return editionOf(
    assemble(
      sourcesOf(folder).map(({ file, text }) => ({ file, text: edit(text) })),
      settings,
    ),
  )
}

describe('the first case', () => {
  const first = editionOfFolder(slides)
  const since = (edit: (text: string) => string): readonly Change[] =>
    compareCases(first, editionOfFolder(slides, edit))
  const said = (edit: (text: string) => string): readonly string[] =>
    since(edit).map(changeSentence)

  it('is the same as itself', () => {
    expect(said((text) => text)).toEqual([])
  })

  it('is the same with labels turned into headings', () => {
    expect(
      said((text) => text.replace(/^((?:Decision|Evidence) \d+[a-z]?): /gm, '#### $1\n\n')),
    ).toEqual([])
  })

  it('is the same in files of another order of hashes and line ends', () => {
    expect(said((text) => text.replace(/^##/gm, '###').replaceAll('\n', '\r\n'))).toEqual([])
  })

  it('says which benefits were written', () => {
    const changes = since((text) =>
      text.replace('### Benefits\n\nTo be written.', '### Benefits\n\nIt saves £3m.'),
    )
    expect(changes.map(changeSentence)).toEqual(['Benefits: written (was to be written).'])
    expect(markedIn(changes)).toEqual(['{+It saves £3m.+}'])
  })

  it('says what the team confirmed', () => {
    expect(said((text) => text.replaceAll('(draft: ', '('))).toEqual([
      'Confirmed: objective 1 measured by success factors 1, 2, 3, 4 and 5 (was a draft).',
      'Confirmed: objective 2 measured by success factors 1, 2, 4 and 5 (was a draft).',
      'Confirmed: objective 3 measured by success factors 1, 5 and 6 (was a draft).',
    ])
  })

  it('says which decision came in between, and follows the others', () => {
    const changes = said((text) =>
      text
        .replace(/(Decision|Evidence) (\d+)/g, (found, label, number) =>
          Number(number) > 1 ? `${label} ${Number(number) + 1}` : found,
        )
        .replace(
          'Decision 3:',
          'Decision 2: We counted the forms\n\nEvidence 2a: Nobody had\n\nDecision 3:',
        ),
    )
    expect(changes).toEqual([
      'Decision 2 added, with evidence 2a.',
      'Decisions 2 to 4 are now 3 to 5: decision 2 was added.',
    ])
  })

  it('tells all of it where there was nothing, each item once', () => {
    const changes = compareCases(NOTHING, first)
    const told = changes.flatMap((change) =>
      change.what === 'added' ? [change.after, ...change.together] : [],
    )
    const keys = told.map(({ key }) => key).sort()
    expect(keys).toEqual([...first.items, ...first.sections].map(({ key }) => key).sort())
  })
})

const BLOCKS = [
  '# [Prototype] Case for joining up',
  '## Strategic Objectives',
  '## Critical Success Factors',
  '## Sprint 2',
  '### Why it matters',
  '### Decision 3',
  'Decision 3: We focused on people who wait (12b, 2a).',
  'Decision 4: We went on (2a, O1)',
  'Decision 2: We focused on people who wait for long.',
  'Evidence 3a: We realised that forms are long',
  'Evidence 2a (interview, quality amber: two sites only): They said so.',
  'Evidence 2a: They said so, and more.',
  'Evidence 2a: See above',
  '- one entry (1, 2)\n- Objective 2: another\n- third',
  '- one entry\n- third\n- a new entry of ours',
  'To be written by Economics, 14 March',
  'To be written.',
  'Services are slow, and people wait for weeks until someone answers.',
  'Services are slow, and some people wait for months until anyone answers.',
  '| Option | Cost (O1) |\n| - | - |\n| a | 3 |',
  '> "In 2030 it will all be joined up." P4, Home Office',
  '<Page>\n\nDecision 8: On the page alone\n\n</Page>',
  '<Slide>\n\n- a (3)\n\n</Slide>',
  'Weâ€™re café 🙂 – “so”',
] // prettier-ignore

const text = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...BLOCKS) }, fc.string({ maxLength: 30 })),
    {
      maxLength: 14,
    },
  )
  .map((blocks) => blocks.join('\n\n'))
const RUNS = { seed: 20_200_331, numRuns: 300 }

describe('any two cases', () => {
  const read = (source: string): Edition =>
    editionOf(
      assemble([{ file: '1.mdx', text: source }], {
        file: 'case.yaml',
        text: 'ask: Fund a pilot.',
      }),
    )

  it('are the same where their texts are', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(compareCases(read(source), read(source))).toEqual([])
      }),
      RUNS,
    )
  })

  it('have each item told once as added, removed or kept, the same both ways', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [read(one), read(other)]
        const [there, back] = [compareCases(before, after), compareCases(after, before)]
        const came = partsOf(there, 'added')
        const went = partsOf(there, 'removed')
        expect(new Set(came).size).toBe(came.length)
        expect(new Set(went).size).toBe(went.length)
        const keys = ({ items, sections }: Edition) => [...items, ...sections].map(({ key }) => key)
        expect(keys(after).length - came.length).toBe(keys(before).length - went.length)
        expect(came.filter((key) => !keys(after).includes(key))).toEqual([])
        expect(went.filter((key) => !keys(before).includes(key))).toEqual([])
        expect(partsOf(back, 'added').length).toBe(went.length)
        expect(partsOf(back, 'removed').length).toBe(came.length)
      }),
      RUNS,
    )
  })

  it('are told in sentences that start with a capital and end in one full stop', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        for (const change of compareCases(read(one), read(other)))
          expect(changeSentence(change)).toMatch(/^[^\p{Ll}\s].*[^.\s]\.$|^.*…\.$/su)
      }),
      RUNS,
    )
  })

  it('are told whatever was written', () => {
    const [first, other] = [editionOfFolder(slides), editionOfFolder(ugly)]
    for (const [before, after] of [
      [first, other],
      [other, first],
      [other, NOTHING],
    ] as const)
      expect(compareCases(before, after).map(changeSentence)).not.toEqual([])
    expect(compareCases(other, editionOfFolder(ugly))).toEqual([])
  })
})

function partsOf(changes: readonly Change[], what: 'added' | 'removed'): readonly string[] {
  return changes.flatMap((change) => {
    if (change.what !== what) return []
    const own = change.what === 'added' ? change.after : change.before
    return [own, ...change.together].map(({ key }) => key)
  })
}
