/** What the narrative is searched for. */
import { expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { lookupOf } from '../../../src/core/graph/lookup.ts'
import { searchTargets } from '../../../src/core/narrative/search-targets.ts'
import { makeAnswers } from '../../../src/core/text/question.ts'
import { readCase } from '../../../src/node/read/read-case.ts'

const CASE = `# A case

## Why

People wait. They wait long (1a).

- In every town

| Where | How  |
| ----- | ---- |
| North | Long |

<Page>

For the page.

</Page>

<Slide>

On a slide alone.

</Slide>

<Notes>Told to nobody.</Notes>

### Sprint 1

Decision 1: We count them

Evidence 1a (interview, quality amber): They say so
`

const targetsOf = (text: string) =>
  searchTargets(lookupOf(assembled(text))).map(({ key, name, words, about }) =>
    [key, name, words, ...(about ? [about] : [])].join(' | '),
  )

function assembled(text: string) {
  return assemble([{ file: '1.mdx', text }], undefined)
}

it('is every section, every item with what is known of it, and every sentence of the page', () => {
  expect(targetsOf(CASE)).toEqual([
    'why | Section | Why',
    'sprint-1 | Section | Sprint 1',
    'decision-1 | Decision 1 | We count them | Sprint 1.',
    'evidence-1a | Evidence 1a | They say so | Sprint 1. Interview. Quality amber.',
    'why | Why | People wait.',
    'why | Why | They wait long (1a).',
    'why | Why | In every town',
    'why | Why | Where, How',
    'why | Why | North, Long',
    'why | Why | For the page.',
  ])
})

it('has nothing of what stays inside', () => {
  const text =
    '# A case\n\n## Why\n\nPublic.\n\n<Internal>\n\n## Costs\n\nSecret.\n\n</Internal>\n\nRisk 1 (internal): Secret'
  expect(targetsOf(text).join()).not.toMatch(/Secret|Costs/)
})

it('is what the options cost and bring, which is worked out', async () => {
  const read = await readCase('tests/fixtures/economic', 'public')
  const answer = makeAnswers(searchTargets(lookupOf(read)))
  for (const question of ['What is the net present value?', 'What was added for optimism?']) {
    const { found, missing } = answer(question)
    expect([found[0]?.key, missing], question).toEqual(['options--appraisal', []])
  }
})
