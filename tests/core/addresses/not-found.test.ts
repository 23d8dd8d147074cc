/** Where somebody is led whose address leads nowhere. */
import { expect, it } from 'vitest'
import { nearestName } from '../../../src/core/addresses/nearest-address.ts'
import { movedOf, offersOf } from '../../../src/core/addresses/not-found.ts'
import { assemble } from '../../../src/core/assemble.ts'

const TEXT = `# A case

## Why now

It is late.

## Key decisions

Decision 1: We begin.

Evidence 1a: Many asked for it.
`
const YAML = `aliases: { why: why-now, gone: nowhere }
links: { "https://example.org/old/slides": deck, "https://example.org/old/why": why-now }
`
const past = [{ key: 'evidence-2b', text: 'Many asked for it.', commit: 'a1', date: '2026-01-01' }]
const read = assemble([{ file: 'a.mdx', text: TEXT }], { file: 'case.yaml', text: YAML }, { past })

it('offers every section and item', () => {
  expect(offersOf(read)).toContainEqual({ to: '#why-now', name: 'Why now' })
  expect(offersOf(read)).toContainEqual({ to: '#evidence-1a', name: 'Evidence 1a' })
})

it('says what old addresses are now: those of case.yaml, then those that git knows', () => {
  expect(movedOf(read)).toEqual([
    { old: 'why', to: '#why-now', name: 'Why now' },
    { old: 'https://example.org/old/slides', to: 'deck/', name: 'Slides' },
    { old: 'https://example.org/old/why', to: '#why-now', name: 'Why now' },
    { old: 'evidence-2b', to: '#evidence-1a', name: 'Evidence 1a' },
  ])
})

const NAMES = ['#why-now', '#evidence-1a', 'https://example.org/old/Strategic_Case.html', 'deck/']

it.each([
  ['/evidence-1a/', '#evidence-1a'],
  ['/case/evidnce-1a.html', '#evidence-1a'],
  ['/deck/why_now', '#why-now'],
  ['/old/strategic-case', 'https://example.org/old/Strategic_Case.html'],
  ['/Decks/', 'deck/'],
  ['/index.html#why-nwo', '#why-now'],
  ['/%E0%A4%A', undefined],
  ['/something-else-entirely', undefined],
  ['/', undefined],
])('offers for %s what is likest', (asked, name) => {
  const index = nearestName(asked, NAMES)
  expect(index === undefined ? undefined : NAMES[index]).toBe(name)
})
