import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { flatten, planDeck, type Slide } from '../../../src/core/deck/index.ts'
import { paragraphsOf } from '../../../src/core/deck/piece.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { inThread } from '../../store.ts'
import { slideList } from './slide-list.ts'

const measure = fontMeasure(inThread)

function deckOf(text: string, settings = ''): readonly Slide[] {
  return planDeck(
    assemble([{ file: '10-case.mdx', text }], { file: 'case.yaml', text: settings }),
    measure,
  )
}

const layouts = (slides: readonly Slide[]) => flatten(slides).map(({ layout }) => layout)
const middle = (text: string) => deckOf(`# A case\n\n${text}`).slice(1, -2)

describe('the deck of the first case', () => {
  it('is the committed list, slide by slide', async () => {
    const deck = planDeck(await readCase('slides'), measure)
    const fixture = new URL('../../fixtures/decks/first-case.txt', import.meta.url)
    expect(slideList(deck)).toBe(await readFile(fixture, 'utf8'))
  })

  it('has an address of its own for every slide', async () => {
    const ids = flatten(planDeck(await readCase('slides'), measure)).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a section', () => {
  it('of prose alone shows its quoted sentence', () => {
    const [slide] = middle(
      '## Context\n\nWe start here. The vision says, "in 2030, services will be joined up and trusted."\n',
    )
    expect(slide).toMatchObject({ layout: 'quote', lead: { text: 'The vision says,' } })
    expect(slide?.body[0]?.text).toBe('"in 2030, services will be joined up and trusted."')
    expect(slide?.notes).toHaveLength(1)
  })

  it('of prose alone shows a short first sentence, and its title where that is long', () => {
    const long = `${'word '.repeat(30)}end.`
    expect(
      middle('## A\n\nA short sentence of e.g. ten words stands alone here. More.\n')[0],
    ).toMatchObject({
      layout: 'statement',
      body: [{ text: 'A short sentence of e.g. ten words stands alone here.' }],
    })
    expect(middle(`## A\n\n${long}\n`)[0]).toMatchObject({ layout: 'topic', title: 'A', body: [] })
  })

  it('takes a short lead-in for the headline, and keeps a short closing sentence', () => {
    const [slide] = middle(
      '## Problems\n\nServices are disjointed when:\n\n- one\n- two\n\nThese things cost money. And more.\n',
    )
    expect(slide).toMatchObject({
      kicker: 'Problems',
      title: 'Services are disjointed when',
      close: { text: 'These things cost money.' },
    })
  })

  it('shows nothing of what follows a rule, nor of <Page>', () => {
    const text =
      '## A\n\nShown words.\n\n---\n\n- for the page\n\n## B\n\n<Page>\n\n- for the page\n\n</Page>\n'
    expect(layouts(middle(text))).toEqual(['statement'])
  })

  it('names what is to be written of an item, which is no evidence for a decision', () => {
    const text = '## A\n\nOption 2: To be written by Finance\n\nDecision 1: We ask.\n'
    const gaps = deckOf(`# A case\n\n${text}`, 'ask: Fund it.').find(({ id }) => /^still/.test(id))
    expect(gaps?.body.map((piece) => piece.text)).toEqual([
      'Option 2, by Finance',
      'Evidence for decision 1',
    ])
  })

  it('that is a gap makes no slide, and a chapter of gaps no divider', () => {
    const deck = deckOf(
      '# A case\n\n## A\n\nTo be written.\n\n## B\n\n### C\n\nTo be written by Finance, 14 March.\n',
    )
    expect(layouts(deck)).toEqual(['title', 'gaps', 'ask'])
    expect(deck[1]?.body.map(({ text }) => text)).toEqual([
      'A',
      'C, by Finance, 14 March',
      'What we ask sponsors to decide',
    ])
  })

  it('with a <Slide> shows that and nothing else', () => {
    const text = '## A\n\nProse for the notes.\n\n- a list\n\n<Slide>\n\nOwn words\n\n</Slide>\n'
    const [slide] = middle(text)
    expect(slide).toMatchObject({ layout: 'statement', body: [{ text: 'Own words' }] })
    expect(slide?.notes).toHaveLength(1)
  })
})

describe('chapters', () => {
  it('have a divider where they hold sections or decisions, and not for one slide', () => {
    const deck = deckOf('# A case\n\n## A\n\nShort words.\n\n## B\n\n### C\n\nShort words.\n')
    expect(deck.slice(1, -2).map(({ layout, title }) => `${layout} ${title}`)).toEqual([
      'statement A',
      'chapter B',
      'statement C',
    ])
  })

  it('of a part and its first chapter share one divider', () => {
    const deck = deckOf('# A case\n\n# Part\n\n## Chapter\n\n### Section\n\nShort words here.\n')
    expect(deck[1]).toMatchObject({ layout: 'chapter', kicker: 'Part', title: 'Chapter' })
    expect(layouts(deck).filter((layout) => layout === 'chapter')).toHaveLength(1)
  })

  it('written as # Key decisions, ## Sprint 1, ### Decision 1 read alike', () => {
    const text =
      '# Key decisions\n\n## Sprint 1\n\n### Decision 1\n\nWe chose this.\n\nEvidence 1a: Because of that.\n'
    expect(layouts(deckOf(`# A case\n\n${text}`))).toEqual([
      'title',
      'chapter',
      'decision',
      'gaps',
      'ask',
    ])
  })
})

describe('a warning', () => {
  const list = '- a phone line\n- a printed form\n'
  const caution = 'Do not switch the form off before the phone line is staffed.'

  it('heads the list that follows it, however long it is', () => {
    for (const text of [
      `> [!CAUTION]\n> ${caution} Three things must be in place first, in each of the districts:\n>\n> - a phone line\n> - a printed form`,
      `**Caution**: ${caution}\n\n${list}`,
      `**Caution:** ${caution}\n\n${list}`,
    ]) {
      const [slide] = middle(`## A\n\n${text}\n`)
      expect(slide, text).toMatchObject({ layout: 'list', title: `Caution: ${caution}` })
      expect(slide?.body).toHaveLength(2)
    }
  })

  it('does not close the list before it', () => {
    const [first, second] = middle(
      `## A\n\n${list}\n**Warning:** The fee has changed.\n\n1. Reprint it.\n2. Tell them.\n`,
    )
    expect(first?.close).toBeUndefined()
    expect(second).toMatchObject({ kicker: 'A', title: 'Warning: The fee has changed.' })
  })

  it('is no other sentence in which such a word stands', () => {
    const [slide] = middle(`## A\n\nThe caution: it is long.\n\n${list}`)
    expect(slide?.title).toBe('A')
  })
})

describe('decisions', () => {
  const text =
    '## Key decisions\n\n### Sprint 1\n\nDecision 1: We chose this. For a reason.\n\nEvidence 1a: We saw it. Twice.\n'

  it('have their first sentence as the headline and their evidence beside it, said once', () => {
    const [, decision] = middle(text)
    expect(decision).toMatchObject({
      id: 'decision-1',
      kicker: 'Decision 1, sprint 1',
      title: 'We chose this.',
      body: [{ text: 'For a reason.' }],
      evidence: [{ item: 'evidence-1a', body: [{ text: 'We saw it.' }, { text: 'Twice.' }] }],
      below: [],
    })
  })

  it('have below what has no room beside them, and there in full', () => {
    const seen = Array.from({ length: 30 }, (_, n) => `We saw it in office ${n}.`)
    const [, decision] = middle(text.replace('We saw it. Twice.', seen.join(' ')))
    expect(decision?.evidence).toMatchObject([
      { body: [{ text: 'We saw it in office 0.' }, { text: '…' }] },
    ])
    expect(decision?.below[0]).toMatchObject({
      id: 'evidence-1a',
      layout: 'evidence',
      kicker: 'Evidence 1a, for decision 1',
    })
    const told = decision?.below.flatMap(({ body }) => body.map((piece) => piece.text))
    expect(told).toEqual(seen)
  })

  it('say where evidence comes from, when, and how strong it is', () => {
    const [, decision] = middle(
      text.replace(
        '1a: We',
        '1a (interview, March 2024, restricted, quality amber: two sites only): We',
      ),
    )
    expect(decision?.evidence?.[0]?.badges).toEqual([
      { words: 'Interview' },
      { words: 'March 2024' },
      { words: 'Restricted' },
      { words: 'Quality amber: two sites only', colour: 'amber' },
    ])
  })

  it('keep the parts of a record and the entries of its lists apart', () => {
    const [, decision] = middle(
      '## Key decisions\n\n### Decision 1\n\nWe chose this.\n\n**Drivers**\n\n- It is quick. It is cheap.\n- It is safe\n\nNobody objects. All agree.\n',
    )
    const lines = paragraphsOf(decision?.body ?? []).map((run) => run.map(({ text }) => text))
    expect(lines).toEqual([
      ['Drivers'],
      ['It is quick. It is cheap.'],
      ['It is safe'],
      ['Nobody objects.', 'All agree.'],
    ])
  })

  it('keep the name of a part with what it names, where a slide ends', () => {
    const entries = Array.from({ length: 9 }, (_, index) => `- Entry ${index}\n`).join('')
    for (let lines = 1; lines < 12; lines += 1) {
      const text = 'We say one thing.\n\n'.repeat(lines)
      const slides = middle(`## D\n\n### Decision 1\n\n${text}Drivers\n\n${entries}`)
      const ends = slides.slice(0, -1).map(({ body }) => body.at(-1)?.text)
      expect(ends, `${lines} lines`).not.toContain('Drivers')
    }
  })

  it('set numbers as their author does', () => {
    const [, decision] = middle('## D\n\n### Decision 1\n\nWe chose.\n\n3. Third\n4. Fourth\n')
    expect(decision?.body.map(({ number }) => number)).toEqual([3, 4])
  })

  it('show re-used evidence under an address of its own', () => {
    const [, , second] = middle(`${text}\nDecision 2: We chose that.\n\nEvidence 1a: See above\n`)
    expect(second?.also).toEqual(['decision-2-evidence-1a'])
    expect(second?.evidence).toMatchObject([{ item: 'evidence-1a' }])
  })
})

describe('what is too long', () => {
  const entries = (count: number, words: number) =>
    Array.from(
      { length: count },
      (_, index) => `- Entry ${index + 1} ${'word '.repeat(words)}`,
    ).join('\n')

  it('is set in two columns, then continued, and every entry is on one slide', () => {
    expect(middle(`## A\n\n${entries(4, 3)}\n`)[0]?.firstColumn).toBeUndefined()
    expect(middle(`## A\n\n${entries(8, 8)}\n`)[0]?.firstColumn).toBe(4)
    const parts = middle(`## A\n\n${entries(14, 24)}\n`)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.map(({ part }) => part?.n)).toEqual(parts.map((_, index) => index + 1))
    expect(parts.flatMap(({ body }) => body)).toHaveLength(14)
  })

  it('repeats the header row of a table on each part', () => {
    const rows = Array.from({ length: 24 }, (_, index) => `| ${index} | value |`).join('\n')
    const parts = middle(`## A\n\n| No | Value |\n| --- | --- |\n${rows}\n`)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.every(({ body }) => body[0]?.text === 'No · Value')).toBe(true)
    expect(parts.flatMap(({ body }) => body.slice(1))).toHaveLength(24)
    expect(parts.map(({ body }) => body.length - 1)).toEqual([8, 8, 8])
  })

  it('sets as many rows of a wide table on a slide as surely fit, whichever columns are narrow', () => {
    const rows = [
      '| Option 1: Improve the paper form | 21 days | £1.2m a year | Full | Low | 12 |',
      '| Option 2: One online form for all councils | 2 days | £480k a year | Partial, with a phone line | Medium | 19 |',
      '| Option 3: Buy a product | 5 days | £900k a year | Partial | High | 11 |',
    ]
    const head = `| Option | Time to renew | Cost to run | Reach without a phone | Risk of delay | Score |\n|${' --- |'.repeat(6)}`
    const parts = middle(`## Costs\n\n${head}\n${rows.join('\n')}\n`)
    // In words of 26 px all three share one: at 28 px they would take two slides.
    expect(parts.map(({ body, bodySize }) => [body.length - 1, bodySize])).toEqual([[3, 26]])
  })

  it('splits long evidence between sentences', () => {
    const long = Array.from(
      { length: 30 },
      (_, index) => `Sentence ${index} says a thing or two about it.`,
    ).join(' ')
    const [, decision] = middle(`## D\n\nDecision 1: We chose.\n\nEvidence 1a: ${long}\n`)
    expect(decision?.below.length).toBeGreaterThan(1)
    expect(decision?.below.flatMap(({ body }) => body)).toHaveLength(30)
  })
})

describe('the last slides', () => {
  it('end on the ask', () => {
    const deck = deckOf(
      '# A case\n',
      'ask: Fund the next phase\nfeedback:\n  - label: Write to us\n    url: https://example.org/write\n',
    )
    expect(deck.at(-1)).toMatchObject({
      layout: 'ask',
      title: 'Fund the next phase',
      body: [{ text: 'Write to us' }],
    })
    expect(layouts(deck)).toEqual(['title', 'ask'])
  })
})

describe('a list entry that is longer than a slide', () => {
  const sentence =
    'The council keeps this register by hand and checks each line of it twice a year.'
  const long = Array.from({ length: 14 }, (_, index) => `${index + 1}: ${sentence}`).join(' ')

  it('flows on between sentences, with every word on a slide once', () => {
    const slides = middle(`## Registers\n\n- ${long}\n- A short one.`)
    expect(slides.length).toBeGreaterThan(1)
    const words = slides.flatMap(({ body }) => body.map(({ text }) => text)).join(' ')
    expect(words).toBe(`${long} A short one.`)
  })

  it('keeps the mark of an item with its first part alone', () => {
    const slides = middle(`## Risks\n\n- ${long}`)
    const items = slides.flatMap(({ body }) => body.flatMap(({ item }) => item ?? []))
    expect(items).toEqual(['risk-1'])
  })

  it('lets nested entries follow one step further in', () => {
    const nested = Array.from({ length: 30 }, () => `  - ${sentence}`).join('\n')
    const slides = middle(`## Registers\n\n- The registers\n${nested}`)
    const pieces = slides.flatMap(({ body }) => body)
    expect(slides.length).toBeGreaterThan(1)
    expect(pieces.filter(({ nested }) => nested)).toHaveLength(30)
    expect(pieces[0]).toMatchObject({ text: 'The registers' })
  })
})

it('counts the entries of a numbered list, on over its slides', () => {
  const sentence = 'Ring the hall, wait for the caretaker, and ring again. Then note the day.'
  const entries = Array.from({ length: 16 }, (_, index) => `${index + 1}. ${sentence}`).join('\n')
  const slides = middle(`## How to book\n\n${entries}`)
  expect(slides.length).toBeGreaterThan(1)
  const numbers = slides.flatMap(({ body }) => body.map(({ number }) => number))
  expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => index + 1))
  expect(middle('## Why\n\n- One').flatMap(({ body }) => body)[0]).not.toHaveProperty('number')
})
