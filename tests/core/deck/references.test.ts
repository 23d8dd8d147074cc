/** What slides and their notes lead to: citations and links that a route may cut. */
import { expect, it } from 'vitest'
import { planDeck } from '../../../src/core/deck/index.ts'
import { leadsOf } from '../../../src/core/deck/references.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'
import { readWith } from '../read.ts'

/** `context: link benefits`, for each lead. */
function leads(text: string, yaml = ''): readonly string[] {
  const told = readWith(`ask: Fund it.\n${yaml}`, text)
  const slides = planDeck(told, fontMeasure(inThread))
  return leadsOf(slides, told).map(({ slide, how, to }) => `${slide.id}: ${how} ${to}`)
}

it('reads lists, tables, quotes, notes, decisions and the evidence below them', () => {
  const text = `# T

## List

We know [that](#table) (1):

- One (1a), and [two](#/notes)

## Table

| A | B |
| - | - |
| x (1a) | y |

## Quote

> We waited (1a).

## Notes

The first sentence is far too long to stand on a slide by itself, since it has more words than anyone
would want to read there while someone else is talking. See the [list](#list) (1).

## Decisions

Decision 1: We did, as the [quote](#quote) says.

Evidence 1a: It is so, see [notes](#notes).
`
  expect(leads(text)).toEqual([
    'list: citation decision-1',
    'list: link table',
    'list: citation evidence-1a',
    'list: link notes',
    'table: citation evidence-1a',
    'quote: citation evidence-1a',
    'notes: citation decision-1',
    'notes: link list',
    'decision-1: link quote',
    'decision-1: link notes',
  ])
})

it('follows old addresses of case.yaml, and leaves out drafts and what leads elsewhere', () => {
  const yaml = 'links:\n  https://example.org/old: b\n  https://example.org/deck: deck\n'
  const text = `# T

## A

- [Old](https://example.org/old), [deck](https://example.org/deck), [web](https://example.org/)
- Draft (draft: O1)

## B

- Objective 1: One
`
  expect(leads(text, yaml)).toEqual(['a: link b'])
})
