/** Which slide the speaker's private notes belong to, and that nobody else reads or counts them. */
import { describe, expect, it } from 'vitest'
import { flatten, planDeck } from '../../../src/core/deck/index.ts'
import { keyOf } from '../../../src/core/deck/piece.ts'
import { planTimes } from '../../../src/core/deck/timing.ts'
import { privateNotesIn } from '../../../src/core/syntax/conventions/index.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'
import { read } from '../read.ts'

const measure = fontMeasure(inThread)

/** Texts of the private notes by the slide's id, of slides that have some. */
function notesOf(text: string): Readonly<Record<string, readonly string[]>> {
  const told = read(text)
  const texts = new Map(
    told.documents
      .flatMap(({ blocks }) => blocks.flatMap(privateNotesIn))
      .map(({ at, text: words }) => [keyOf({ type: 'notes', at }), words]),
  )
  const slides = flatten(planDeck(told, measure)).filter(({ privateNotes }) => privateNotes)
  return Object.fromEntries(
    slides.map(({ id, privateNotes = [] }) => [
      id,
      privateNotes.map((origin) => texts.get(keyOf(origin)) ?? ''),
    ]),
  )
}

const note = (words: string) => `<Notes>${words}</Notes>\n\n`

describe('private notes', () => {
  it('belong to the slide of what stands before them, and first to that of their section', () => {
    const text = `# T\n\n## A\n\n${note('one')}- x\n- y\n\n${note('two')}> Said.\n\n${note('three')}`
    expect(notesOf(text)).toEqual({ a: ['one', 'two'], 'a--said': ['three'] })
  })

  it('belong to the decision after which or in which they stand', () => {
    const text =
      `# T\n\n## Key decisions\n\nDecision 1: We did.\n\n${note('one')}${note('two')}` +
      `### Decision 2\n\nWe did too.\n\n${note('three')}`
    expect(notesOf(text)).toEqual({ 'decision-1': ['one', 'two'], 'decision-2': ['three'] })
  })

  it('belong to the slide that an author sets, inside it too', () => {
    const text = `# T\n\n## A\n\n<Slide>\nShown.\n\n${note('in')}</Slide>\n\n${note('after')}`
    expect(notesOf(text)).toEqual({ a: ['in', 'after'] })
  })

  it('belong to prose, to an entry, and stand below the line for the page', () => {
    const text = `# T\n\n## A\n\nWe wait. ${note('one').trim()} Long.\n\n---\n\n${note('two')}`
    expect(notesOf(text)).toEqual({ a: ['one', 'two'] })
    expect(notesOf(`# T\n\n## A\n\n- x ${note('one').trim()} y\n`)).toEqual({ a: ['one'] })
  })

  it('of a section without a slide belong to its divider, or to the slide before', () => {
    const text = `# T\n\n${note('zero')}## A\n\n${note('one')}### A1\n\n- x\n\n### A2\n\n${note('two')}`
    expect(notesOf(text)).toEqual({ title: ['zero'], 'chapter-a': ['one'], a1: ['two'] })
  })

  it('fill no section, are no words of an item, and make no link', () => {
    const { graph } = read(
      `# T\n\n## Empty\n\n${note('Relies on (1a)')}## D\n\nDecision 1: We did. ${note('secret').trim()}\n\n` +
        `Evidence 1a: So.\n\n### Decision 2\n\nWe did too.\n\n${note('secret')}`,
    )
    expect(graph.case.gaps.map(({ section }) => section)).toContain('empty')
    expect(graph.case.items.map(({ text }) => text)).toEqual(['We did.', 'So.', 'We did too.'])
    expect(graph.case.links.map(({ role }) => role)).toEqual(['supports'])
  })

  it('say how long a slide takes, in place of the words of the page', () => {
    const words = (count: number) => `${'word '.repeat(count - 1)}end.`
    const told = read(`# T\n\n## A\n\n${words(260)}\n\n${note(words(130))}## B\n\n${words(260)}\n`)
    const slides = planDeck(told, measure)
    const seconds = planTimes(slides, told)
    const timeOf = (id: string) => seconds[slides.findIndex((slide) => slide.id === id)]
    expect([timeOf('a'), timeOf('b')]).toEqual([60, 120])
  })
})
