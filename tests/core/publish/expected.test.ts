/** What pages must hold of their case, and what is missing where they do not. */
import { expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { type ExpectedPage, expectedPages, missingOn } from '../../../src/core/publish/expected.ts'

const TEXT = `# A case

Words before all.

## Why now

We must (1a).

## Decisions

Decision 1: Build it – “now”.

Evidence 1a: People asked.
`
const YAML = 'routes:\n  sponsor:\n    minutes: 5\n    sections: [why-now]\n'
const read = assemble([{ file: 'a.mdx', text: TEXT }], { file: 'case.yaml', text: YAML })
const pages = expectedPages(read)

function pageAt(name: string): ExpectedPage {
  const page = pages.find(({ page }) => page === name)
  if (!page) throw new Error(`Expected ${name}`)
  return page
}

const WORDS = {
  opening: 'Words before all.',
  'why-now': 'Why now',
  decisions: 'Decisions',
  'decision-1': 'Decision 1 Build it – «now». Rests on 1a',
  'evidence-1a': 'Evidence 1a People  asked.',
}

function missing(name: string, words: Record<string, string>, links: readonly string[] = []) {
  const found = { wordsAt: new Map(Object.entries(words)), links: new Set(links) }
  return missingOn(found, pageAt(name)).map(({ what }) => what)
}

it('expects the narrative, each deck with its speaker view, each handout of a route, and the trace', () => {
  expect(pages.map(({ page }) => page)).toEqual([
    'index.html',
    'narrative/handouts/sponsor/index.html',
    'deck/index.html',
    'deck/speaker/index.html',
    'deck/sponsor/index.html',
    'deck/sponsor/speaker/index.html',
    'trace/index.html',
  ])
})

it('finds nothing missing where all is there', () => {
  expect(missing('index.html', WORDS, ['decision-1', 'evidence-1a'])).toEqual([])
  expect(missing('trace/index.html', {}, ['decision-1', 'evidence-1a'])).toEqual([])
})

it('misses a section, an item and a link', () => {
  const { 'why-now': _, 'decision-1': __, ...rest } = WORDS
  expect(missing('index.html', rest)).toEqual([
    'the section “Why now”',
    'Decision 1',
    'the link from the section “Why now” to Evidence 1a',
    'the link from Evidence 1a to Decision 1',
  ])
})

it('misses the words of a case whose ids another has too', () => {
  const other = { ...WORDS, 'decision-1': 'Decision 1 Buy it – now' }
  expect(missing('index.html', other, ['decision-1', 'evidence-1a'])).toEqual(['Decision 1'])
  expect(missing('deck/index.html', other)).toEqual([])
})

it('asks of a route’s narrative no more than the route tells', () => {
  expect(missing('narrative/handouts/sponsor/index.html', { 'why-now': 'Why now' })).toEqual([])
})

it('asks for the link of a citation in a table, and takes a tick for the link that it makes', () => {
  const text = (first: string, second: string) =>
    `# T\n\n## Success factors\n\n- Cheap to run\n- Soon\n\n## Comparison\n\n| Option | CSF1 | CSF2 | Evidence |\n| --- | --- | --- | --- |\n| Option 1 | ${first} | ${second} | CSF2 |\n`
  const links = expectedPages(assemble([{ file: 'a.mdx', text: text('✓', '✗') }]))[0]?.parts.filter(
    ({ isLink }) => isLink,
  )
  expect(links?.map(({ key }) => key)).toEqual(['success-factor-2'])
})

it('expects the figures where the case has estimates, with the words of each', () => {
  const text = `${TEXT}\nEstimate 1 (2027): A call costs £6 to £8\n`
  const page = expectedPages(assemble([{ file: 'a.mdx', text }])).at(-1)
  expect(page?.page).toBe('figures/index.html')
  expect(page?.parts.map(({ key, words }) => [key, words])).toEqual([
    ['estimate-1', 'A call costs £6 to £8'],
  ])
})
