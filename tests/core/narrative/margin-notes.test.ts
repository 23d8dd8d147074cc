/** Evidence in the margin: beside what cites it, once in each chapter, and where there is a margin. */
import { expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { lookupOf } from '../../../src/core/graph/lookup.ts'
import { marginNotes } from '../../../src/core/narrative/margin-notes.ts'

const CASE = `# A case

## Why

People wait (1a, O1), and wait again (1a).

- In every town (2a)

| Where | How |
| ----- | --- |
| North | Long (1b) |

## What

They still wait (1a).

<Columns>

Left (2a)

</Columns>

## Objectives

- Nobody waits (1b)

## Sprint 1

Decision 1: We count them (1a, 2a)

Evidence 1a (interview, March 2020, restricted): They [wait](https://docs.google.com/document/d/1)

Evidence 1b: ${'They wait for a long time. '.repeat(8)}

Decision 2: We ask

Evidence 2a: They [say so](https://docs.google.com/document/d/2)

Evidence 1a: See above
`

function notesOf(text: string) {
  const read = assemble([{ file: '1.mdx', text }], undefined)
  return [...marginNotes(lookupOf(read))].map(([at, notes]) => [
    at,
    ...notes.map(({ item, about }) => `${item.id}: ${about}`),
  ])
}

it('stands beside the first citation of each evidence in a chapter', () => {
  expect(notesOf(CASE)).toEqual([
    ['1.mdx:5:13', '1a: Interview, March 2020 · restricted · supports decision 1 and decision 2'],
    ['1.mdx:7:17', '2a: Not publicly available · supports decision 2'],
    ['1.mdx:15:17', '1a: Interview, March 2020 · restricted · supports decision 1 and decision 2'],
    // Its own evidence stands right below a decision.
    ['1.mdx:29:27', '2a: Not publicly available · supports decision 2'],
  ])
})

it('says the first words alone, and nothing where nothing is known', () => {
  const text = `# A case\n\n## Why\n\nLong (1a)\n\n## Evidence\n\nEvidence 1a: ${'They wait. '.repeat(20)}`
  const [note] = [...marginNotes(lookupOf(assemble([{ file: '1.mdx', text }], undefined))).values()]
  expect(note?.[0]?.words).toMatch(/^They wait\. .{60,110} …$/)
  expect(note?.[0]?.about).toBe('')
})

it('stands beside the source of a chart, and beside what it shows', () => {
  const chart =
    'Waiting grew (1b).\n\n| Year | Days (1c) |\n| --- | ---: |\n| 2024 | 3 |\n| 2025 | 9 |\n\n(as columns)\n\nSource: Calls (1a)\n'
  const evidence = ['1a', '1b', '1c'].map((id) => `Evidence ${id}: They wait.`).join('\n\n')
  const text = `# A case\n\n## Why\n\n${chart}\n## Evidence\n\n${evidence}\n`
  const notes = [...marginNotes(lookupOf(assemble([{ file: '1.mdx', text }], undefined))).values()]
  expect(notes.flat().map(({ item }) => item.id)).toEqual(['1b', '1a'])
})
