/** Footnotes: numbered over all files, and told in every output. */

import { describe, expect, it } from 'vitest'
import { flatten, planDeck } from '../../src/core/deck/index.ts'
import { lookupOf } from '../../src/core/graph/lookup.ts'
import { planNarrative } from '../../src/core/narrative/index.ts'
import { caseJsonOf } from '../../src/core/register/case-json.ts'
import { emphasisedHtml } from '../../src/core/syntax/emphasis.ts'
import { parse } from '../../src/core/syntax/parse.ts'
import { guessedMeasure } from '../../src/core/text/measure.ts'
import { read, readWith } from './read.ts'
import { readWriting } from './writing.ts'

const dated = { dates: { updated: '2020-03-14' }, notes: [] }

describe('the case of five teams, of which two number from 1', () => {
  const writing = readWriting()
  const { footnotes } = planNarrative(lookupOf({ ...writing, ...dated }), { output: 'page' })

  it('lists each once, with all that leads to it', () => {
    expect(footnotes.map(({ number, html, leads }) => [number, html, leads.length])).toEqual([
      [1, 'Licensing team, <em>Nightly export</em>, data dictionary, March 2026.', 2],
      [2, 'Call with two people of the service. They asked not to be named.', 2],
      [3, 'Planning team, interviews, April 2026.', 2],
    ])
    expect(footnotes[0]?.addresses[0]?.words).toBe('data.northmere.example/dictionary')
  })

  it('has an address for each mark', () => {
    const anchors = footnotes.flatMap(({ leads }) => leads.map(({ anchor }) => anchor))
    expect(new Set(anchors).size).toBe(6)
  })

  it('gives a slide those of its own words and of its notes', () => {
    expect(onSlides(writing)).toEqual({
      'decision-1': [1, 2],
      planning: [3],
    })
  })

  it('leaves them out of the words around them', () => {
    const texts = caseJsonOf(writing).items.map(({ text }) => text)
    expect(texts).toContain('Most errors are in one field')
  })
})

it.each([
  ['at the end of an entry', '- One[^a]\n- Two\n\n[^a]: Note.'],
  ['within a sentence', '- One[^a] and two. Three.\n\n[^a]: Note.'],
  ['between sentences', '- One.[^a] Two.\n\n[^a]: Note.'],
  ['in emphasis', '- **One[^a]**\n\n[^a]: Note.'],
  ['in a table', '| A | B |\n| - | - |\n| One[^a] | Two |\n\n[^a]: Note.'],
  ['in a quote', '> One.[^a]\n\n[^a]: Note.'],
  ['defined before it is used', '[^a]: Note.\n\n- One[^a]'],
  ['defined in an entry', '- One[^a]\n\n  [^a]: Note.\n- Two'],
  ['named twice', '- One[^a]\n\n[^a]: Note.\n\n[^a]: Another.'],
])('is on the slide: %s', (_, text) => {
  const made = read(`# T\n\n## Part\n\n${text}\n`)
  expect(Object.values(onSlides(made))).toEqual([[1]])
  const [slide] = planDeck(made, guessedMeasure).filter(({ footnotes }) => footnotes)
  expect(slide?.footnotes?.[0]?.text).toBe('Note.')
  expect(JSON.stringify(slide?.body)).not.toContain('Note.')
})

it('tells nothing that its author keeps from readers', () => {
  const made = read('# T\n\nWords.\n\n<Notes>\n\nSaid[^a]\n\n</Notes>\n\n[^a]: Private.\n')
  expect(lookupOf(made).footnotes.list).toEqual([])
  const yaml = 'ask: A pilot.\nrestricted:\n  - wiki.northmere.example\n'
  const closed = readWith(yaml, '# T\n\nWe[^a].\n\n[^a]: [Us](https://wiki.northmere.example/a).\n')
  const plan = planNarrative(lookupOf({ ...closed, ...dated }), { output: 'page' })
  expect(plan.footnotes[0]?.addresses).toEqual([
    { words: 'wiki.northmere.example', isClosed: true },
  ])
})

function onSlides(made: ReturnType<typeof read>): Record<string, readonly number[]> {
  return Object.fromEntries(
    flatten(planDeck(made, guessedMeasure)).flatMap(({ id, footnotes }) =>
      footnotes ? [[id, footnotes.map(({ number }) => number)]] : [],
    ),
  )
}

it('says a note of several parts with the words of each apart', () => {
  const html = emphasisedHtml(
    treeOf('So[^1].\n\n[^1]: Audit.\n\n    - Without video\n    - With 10<sup>3</sup> calls\n'),
  )
  expect(html).toContain('Audit. Without video With 10<sup>3</sup> calls')
})

function treeOf(text: string) {
  const { tree } = parse(text, 'a.mdx')
  return tree ?? { children: [] }
}
