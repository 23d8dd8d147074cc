/** What is told of sections and of the case as a whole: one rule a test. */
import { describe, expect, it } from 'vitest'
import { changeSentence } from '../../../src/core/changes/change-sentence.ts'
import { compareCases } from '../../../src/core/changes/index.ts'
import { changesOf, editionWith, markedIn, sentencesOf } from './between.ts'

const CASE = `# [Prototype] Case

## Why

### Context

Services are slow, and people wait for weeks until someone answers.

It costs them a day of work each time that they have to ask again.

### Vision

By 2030 they are joined up, so that nobody has to ask the same thing twice.

## How

### Approach

We talk to people first, and build the smallest thing that could help them.
`

describe('sections', () => {
  it('that came and went', () => {
    const more = `${CASE}\n### Team\n\nFour people work on this, two days a week.\n`
    expect(sentencesOf(CASE, more)).toEqual(['Section “Team” added.'])
    expect(sentencesOf(more, CASE)).toEqual(['Section “Team” removed.'])
  })

  it('that came with others in them', () => {
    const more = `${CASE}\n## Costs\n\n### Staff\n\nFour people.\n\n### Rooms\n\nNone.\n`
    expect(sentencesOf(CASE, more)).toEqual([
      'Section “Costs” added, with sections “Staff” and “Rooms”.',
    ])
  })

  it('that have other words: only the passages that changed', () => {
    const changes = changesOf(CASE, CASE.replace('a day of work', 'two days of work'))
    expect(changes).toMatchObject([
      { what: 'reworded', after: { key: 'context', kind: 'section' } },
    ])
    expect(markedIn(changes)).toEqual([
      'It costs them [-a day -]{+two days +}of work each time that they have to ask again.',
    ])
  })

  it('that have another title, with the words as they were or nearly so', () => {
    const after = CASE.replace('### Vision', '### Where this leads')
    expect(sentencesOf(CASE, after)).toEqual(['Section “Vision” is now called “Where this leads”.'])
    expect(sentencesOf(CASE, after.replace('joined up', 'all joined up'))).toEqual([
      'Section “Vision” is now called “Where this leads”.',
      'Section “Where this leads” reworded.',
    ])
  })

  it('that hold others and have another title', () => {
    expect(sentencesOf(CASE, CASE.replace('## Why', '## The problem'))).toEqual([
      'Section “Why” is now called “The problem”.',
    ])
  })

  it('that stand in another one', () => {
    const vision = CASE.slice(CASE.indexOf('### Vision'), CASE.indexOf('## How'))
    const after = CASE.replace(vision, '').concat('\n', vision)
    expect(sentencesOf(CASE, after)).toEqual(['Section “Vision” moved from “Why” to “How”.'])
  })

  it('that have another place in the same one', () => {
    const third = '### Cost\n\nIt costs a day of work.\n\n'
    const before = CASE.replace('## How', `${third}## How`)
    const after = CASE.replace('### Context', `${third}### Context`)
    expect(sentencesOf(before, after)).toEqual(['Section “Cost” moved to another place in “Why”.'])
  })

  it('that moved with the one around them say nothing of it', () => {
    const how = CASE.slice(CASE.indexOf('## How'))
    const after = CASE.replace(how, '').replace('## Why', `${how}\n## Why`)
    expect(sentencesOf(CASE, after)).toEqual(['Section “How” moved to another place.'])
  })

  it('that got a part around them', () => {
    const after = CASE.replace('## Why', '## Part\n\n### Why').replaceAll('\n### ', '\n#### ')
    expect(sentencesOf(CASE, after.replace('#### Why', '### Why'))).toEqual([
      'Section “Part” added.',
    ])
  })

  it('that give words to another', () => {
    const words = 'It costs them a day of work each time that they have to ask again.\n\n'
    const after = CASE.replace(words, '').replace('We talk', `${words}We talk`)
    expect(sentencesOf(CASE, after)).toEqual(['Words moved from section “Context” to “Approach”.'])
  })

  it('that were parted: the title stays with what is left', () => {
    const after = CASE.replace('It costs them', '### Cost\n\nIt costs them')
    expect(sentencesOf(CASE, after)).toEqual([
      'Section “Cost” added.',
      'Words moved from section “Context” to “Cost”.',
    ])
  })

  it('that are called as objects are made', () => {
    const before = '# T\n\n## Constructor\n\n## Prototype'
    expect(
      sentencesOf(before, before.replace('## Prototype', 'It builds.\n\n## Prototype')),
    ).toEqual(['Constructor: written (was empty).'])
  })

  it('that say something else altogether', () => {
    const words = /By 2030 [^.]+\./
    const after = CASE.replace(words, 'Everyone can do what they came for in one place, and once.')
    expect(sentencesOf(CASE, after)).toEqual(['Section “Vision” rewritten.'])
    const more = CASE.replace('## How', 'A short word more.\n\n## How')
    expect(sentencesOf(CASE, more)).toEqual(['Section “Vision” reworded.'])
  })

  it('whose passages have another order', () => {
    const [one, other] = [CASE.split('\n\n')[3] ?? '', CASE.split('\n\n')[4] ?? '']
    const after = CASE.replace(`${one}\n\n${other}`, `${other}\n\n${one}`)
    expect(sentencesOf(CASE, after)).toEqual(['Section “Context” put in another order.'])
  })
})

describe('the case', () => {
  it('has another ask, title and phase', () => {
    const before = editionWith('ask: Fund a pilot.', CASE)
    const after = editionWith(
      'ask: Fund a pilot for six months.',
      CASE.replace('[Prototype] Case', '[Alpha] The case'),
    )
    const changes = compareCases(before, after)
    expect(changes.map(changeSentence)).toEqual([
      'The ask changed: Fund a pilot for six months.',
      'The title of the case changed: The case.',
      'The phase changed: Alpha.',
    ])
    expect(changes.map((change) => change.after?.place)).toEqual([
      { file: 'case.yaml', line: 1, column: 1 },
      { file: '1.mdx', line: 1, column: 1 },
      { file: '1.mdx', line: 1, column: 1 },
    ])
    expect(markedIn(changes)[0]).toBe('Fund a pilot {+for six months.+}')
  })

  it('gets an ask, and loses it', () => {
    const [without, withAsk] = [editionWith('{}', CASE), editionWith('ask: Fund a pilot.', CASE)]
    expect(compareCases(without, withAsk).map(changeSentence)).toEqual([
      'The ask added: Fund a pilot.',
    ])
    expect(compareCases(withAsk, without).map(changeSentence)).toEqual(['The ask removed.'])
  })

  it('has an ask typed otherwise', () => {
    const before = editionWith('ask: "Fund a ‘pilot’"', CASE)
    expect(compareCases(before, editionWith("ask: Fund a 'pilot'.", CASE))).toEqual([])
  })
})
