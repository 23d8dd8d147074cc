/** How slides are composed: chapters that say where we are, figures as pictures, a matrix in place of a tangle. */
import { describe, expect, it } from 'vitest'
import { planDeck, type Slide } from '../../../src/core/deck/index.ts'
import { groundOf } from '../../../src/core/deck/layouts.ts'
import { cutTimedSlides, planAllTimedSlides } from '../../../src/core/deck/routes.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'
import { read, readWith } from '../read.ts'

const measure = fontMeasure(inThread)

const CASE = `# T

## Why

### Context

We tell it.

### Objectives

- One
- Two

## Costs

### Sums

To be written

### Money

It costs much.

## Decisions

Decision 1: We go.

Decision 2: We stay.
`

const chaptersOf = (slides: readonly Slide[]) => slides.flatMap(({ chapter }) => chapter ?? [])

describe('the divider of a chapter', () => {
  it('says what was told, what the chapter holds by the graph, and what comes', () => {
    const told = readWith('ask: Fund it.\n', CASE)
    expect(chaptersOf(planDeck(told, measure))).toMatchObject([
      {
        n: 1,
        before: [],
        after: ['Costs', 'Decisions', 'What we ask'],
        holds: 'Context · two objectives',
      },
      { n: 2, before: ['Why'], holds: 'Money · Sums, to be written' },
      { n: 3, before: ['Why', 'Costs'], after: ['What we ask'], holds: 'Two decisions' },
    ])
  })

  it('counts the chapters of its route alone', () => {
    const told = readWith('ask: Fund it.\n', CASE)
    const all = planAllTimedSlides(told, measure)
    const { slides } = cutTimedSlides(all, { minutes: 5, sections: ['why', 'decisions'] }, told)
    expect(chaptersOf(slides)).toMatchObject([
      { n: 1, after: ['Decisions', 'What we ask'] },
      { n: 2, before: ['Why'] },
    ])
  })

  it('names the nearest where there are many, and how many more', () => {
    const text = Array.from({ length: 20 }, (_, n) => `## C${n}\n\n### S${n}\n\nWe tell it.\n`)
    const chapters = chaptersOf(planDeck(read(`# T\n\n${text.join('\n')}`), measure))
    const { before = [], after = [] } = chapters[10] ?? {}
    expect(before.at(-1)).toBe('C9')
    expect(after[0]).toBe('C11')
    expect(after.at(-1)).toMatch(/^and \S+ more$/)
    expect(before.length + after.length).toBeLessThan(10)
  })
})

describe('a sentence that stands alone', () => {
  const slideOf = (sentence: string) =>
    planDeck(read(`# T\n\n## A\n\n${sentence} And more.\n`), measure)[1]

  it.each([
    ['412 of 1,030 people gave up.', { figure: '412', unit: ' of 1,030', share: 0.4 }],
    ['Of these, two in five gave up.', { figure: 'two in five', unit: '', share: 0.4 }],
    ['It costs £1.2 million a year to wait.', { figure: '£1.2', unit: ' million a year' }],
    ['About 37% of calls come twice.', { figure: '37%', unit: '', share: 0.37 }],
    ['It took more than 310,000 calls.', { figure: '310,000', unit: '' }],
  ])('%s has its figure as its picture, and all its words in order', (sentence, number) => {
    const slide = slideOf(sentence)
    const { share, ...shown } = number as { share?: number }
    expect(slide).toMatchObject({ layout: 'amount', number: shown, body: [{ text: sentence }] })
    if (share === undefined) expect(slide?.number?.share).toBeUndefined()
    else expect(slide?.number?.share).toBeCloseTo(share, 2)
  })

  it.each(['We began in 2024.', 'It fell from 37% to 12%.', 'Four people told us of two forms.'])(
    '%s stays a sentence',
    (sentence) => expect(slideOf(sentence)?.layout).toBe('statement'),
  )
})

it('gives the second figure of a section a slide too, and no other sentence', () => {
  const text =
    '# T\n\n## Waits\n\nIn May, 412 of 1,030 people gave up. Nobody knew why.\n\nOf the others, 37% rang twice.\n'
  const slides = planDeck(read(text), measure).filter(({ number }) => number)
  expect(slides.map(({ number, body }) => [number?.figure, body[0]?.text])).toEqual([
    ['412', 'In May, 412 of 1,030 people gave up.'],
    ['37%', 'Of the others, 37% rang twice.'],
  ])
})

it('sets no line of what is still to be written larger than the headline above it', () => {
  for (const gaps of [1, 2, 3, 5]) {
    const parts = Array.from({ length: gaps }, (_, n) => `## Part ${n}\n\nTo be written\n`)
    const slides = planDeck(read(`# T\n\n${parts.join('\n')}`), measure)
    const found = slides.find(({ id }) => id === 'still-to-be-written')
    expect(found?.bodySize).toBeLessThanOrEqual(found?.headSize ?? 0)
    expect(found?.bodySize).toBeGreaterThan(40)
  }
})

it('has the words of two short pieces of evidence larger, with badges beside their names', () => {
  const evidence = ['a', 'b'].map(
    (at) =>
      `Evidence 1${at}: Eleven of fourteen consultants asked to take part when we described the idea.`,
  )
  const text = `# T\n\n## Decisions\n\nDecision 1: We start in May.\n\n${evidence.join('\n\n')}\n`
  const slides = planDeck(read(text), measure)
  const { headSize, beside } = slides.find(({ id }) => id === 'decision-1') as Slide
  expect(beside).toMatchObject({ badges: 'above' })
  expect(beside?.size).toBeGreaterThanOrEqual(38)
  expect(headSize).toBeGreaterThanOrEqual(48)
})

describe('what success factors measure', () => {
  const aims = (draft: string) =>
    `# T\n\n## Objectives\n\n- One\n- Two\n- Three\n\n## Success factors\n\n${Array.from({ length: 6 }, (_, n) => `- Factor ${n} (${draft})`).join('\n')}\n`
  const slideOf = (text: string) =>
    planDeck(read(text), measure).find(({ id }) => id === 'diagram-objectives')

  it('is a matrix where lines would cross too often, with drafts as such', () => {
    const slide = slideOf(aims('draft: O1, O2, O3'))
    expect(slide).toMatchObject({
      layout: 'matrix',
      close: { text: expect.stringMatching(/draft/) },
    })
    expect(slide?.matrix?.heads.map(({ id }) => id)).toEqual(['O1', 'O2', 'O3'])
    expect(slide?.matrix?.rows[5]).toMatchObject({
      id: 'CSF6',
      text: 'Factor 5',
      cells: ['draft', 'draft', 'draft'],
    })
  })

  it('is a matrix where there are more lines than boxes, though none is cut', () => {
    const text =
      '# T\n\n## Objectives\n\n- One\n- Two\n\n## Success factors\n\n- A (O1, O2)\n- B (O1, O2)\n- C (O2, O1)\n'
    expect(slideOf(text)?.layout).toBe('matrix')
  })

  it('is drawn where the eye can follow', () => {
    expect(slideOf(aims('O1'))?.layout).toBe('diagram')
  })
})

describe('slides in a row that would all stand on the accent', () => {
  const grounds = (yaml: string, text: string) =>
    planDeck(readWith(yaml, text), measure).map((slide) => groundOf(slide) ?? 'paper')

  it('stand on paper by turns, and what closes the case keeps the accent', () => {
    const quotes = ['A', 'B', 'C'].map((name) => `## ${name}\n\n> We wait ${name}.\n`).join('\n')
    expect(grounds('ask: Fund it.\n', `# T\n\n${quotes}`)).toEqual([
      'paper',
      ...['paper', 'accent', 'paper', 'accent'],
    ])
  })

  it('has one ground for a quote that goes on', () => {
    const long = Array.from({ length: 60 }, (_, n) => `We waited for the ${n}th time.`).join(' ')
    const found = grounds('ask: Fund it.\n', `# T\n\n## A\n\n> ${long}\n`)
    expect(found.length).toBeGreaterThan(4)
    expect(found.slice(1)).toEqual([...Array(found.length - 2).fill('paper'), 'accent'])
  })
})
