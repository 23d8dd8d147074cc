/** The notes of a handout: which items, in which order, and from where they are cited. */
import { expect, it } from 'vitest'
import { endnotesOf } from '../../../src/core/narrative/endnotes.ts'
import { read } from '../read.ts'

const CASE = `# Case

## Context

It costs too much (3b, O1), and we know it (3b).

## Objectives

- Users get unstuck
- Nobody waits (3b)

## Decisions

Decision 3: We focus on waiting, (draft: O2)

Evidence 3a: Nobody cites this

Evidence 3b: Everybody cites this

Evidence 9a: Supports nothing
`

it('numbers what is cited in order of first citation, then the other evidence of decisions', () => {
  expect(told(CASE)).toEqual([
    '1 evidence-3b: cite--1, cite--3, cite--4 in objective-2',
    '2 objective-1: cite--2',
    '3 objective-2: cite--5 in decision-3',
    '4 evidence-3a:',
  ])
})

it('tells each citation its notes, and where they lead back to', () => {
  const { marks, notes } = notesOf(CASE)
  expect([...marks.values()].map((each) => each.map(({ note, anchor }) => [note, anchor]))).toEqual(
    [
      [
        [notes[0], 'cite--1'],
        [notes[1], 'cite--2'],
      ],
      [[notes[0], 'cite--3']],
      [[notes[0], 'cite--4']],
      [[notes[2], 'cite--5']],
    ],
  )
})

it('leaves out what the page does not show: slides, private notes, the title', () => {
  const text = `# Case (1a)

## Context

<Slide>

For the room alone (1b)

</Slide>

<Notes>

For the speaker alone (1b)

</Notes>

<Page>

For readers (1a)

</Page>

Decision 1: We start

Evidence 1a: One

Evidence 1b: Two
`
  expect(told(text)).toEqual(['1 evidence-1a: cite--1', '2 evidence-1b:'])
})

it('notes an item once that a bracket names twice', () => {
  const text = '## A\n\nSo (1a, 1a).\n\nDecision 1: We start\n\nEvidence 1a: One\n'
  expect(told(text)).toEqual(['1 evidence-1a: cite--1'])
})

it('leaves out ids that nothing defines, and has no notes where nothing is cited', () => {
  expect(told('## A\n\nSo (1z).\n\nDecision 1: We start\n')).toEqual([])
  expect(told('# Case\n\nWords.\n')).toEqual([])
})

function notesOf(text: string) {
  const { documents, graph } = read(text)
  return endnotesOf(documents, graph)
}

/** `1 evidence-3b: cite--1, cite--3 in objective-2` */
function told(text: string): readonly string[] {
  return notesOf(text).notes.map(({ number, anchor, item, citations }) => {
    expect(anchor).toBe(`note--${number}`)
    const cited = citations.map((each) =>
      each.within ? `${each.anchor} in ${each.within.key}` : each.anchor,
    )
    return `${number} ${item.key}: ${cited.join(', ')}`.trim()
  })
}
