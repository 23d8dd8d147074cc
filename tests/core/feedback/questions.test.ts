/** What is asked in a room: what happens to the list, its file, and who reads of it. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { planDeck } from '../../../src/core/deck/index.ts'
import { questionOf } from '../../../src/core/feedback/question-entries.ts'
import { entryOf, entryWith } from '../../../src/core/feedback/question-entry.ts'
import {
  actOn,
  emptyList,
  floodsIn,
  inOrder,
  isFull,
  isInOrder,
  MOST_OF_DEVICE,
  type QuestionAct,
  readActs,
} from '../../../src/core/feedback/questions.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'

const NOW = '2026-11-30T10:00:00.000Z'
const ask = (id: string, more: object = {}): QuestionAct => ({
  ...{ act: 'ask', id: `question-${id}`, about: 'decision-1', words: `Why ${id}?` },
  ...more,
})
const acted = (...acts: readonly QuestionAct[]) => actOn(emptyList, acts, NOW)

describe('the list of questions', () => {
  it('takes a question once, and who asks the same once', () => {
    const same = { act: 'same', by: 'phone-02', id: 'question-1' } as const
    const { list, changed } = acted(ask('1', { by: 'phone-01' }), ask('1'), same, same)
    expect(changed).toEqual(['question-1'])
    expect(list.questions).toMatchObject([
      { words: 'Why 1?', same: 1, outcome: 'open', version: 2, isShared: true },
    ])
  })

  it('limits what one device asks, and says so; whoever presents has no limit', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ask(`${at}`, { by: 'phone-01' }))
    const flooded = acted(...many)
    expect(flooded.list.questions).toHaveLength(MOST_OF_DEVICE)
    expect(flooded.limits).toEqual([expect.stringContaining('more than 20 questions')])
    expect(new Set(flooded.refused.map(({ why }) => why))).toEqual(new Set(['device']))
    const others = actOn(flooded.list, [ask('a', { by: 'phone-02' }), ask('b')], NOW)
    expect([others.list.questions.length, others.limits]).toEqual([MOST_OF_DEVICE + 2, []])
    const own = acted(...Array.from({ length: 600 }, (_, at) => ask(`${at}`)))
    expect([own.list.questions.length, own.limits]).toEqual([600, []])
  })

  it('takes what a presenter keeps however many phones ask, and more once some are set aside', () => {
    const of = (count: number, from = 0) =>
      Array.from({ length: count }, (_, at) =>
        ask(`${from + at}`, { by: `phone-${String(from + at).padStart(3, '0')}` }),
      )
    const full = acted(ask('before'), ...of(600))
    expect([full.list.questions.length, full.limits.length]).toEqual([501, 1])
    expect(isFull(full.list.questions)).toBe(true)
    const own = actOn(full.list, [ask('own')], NOW)
    expect([own.changed, own.limits]).toEqual([['question-own'], []])
    const aside: QuestionAct = { act: 'mark', id: 'question-7', outcome: 'hidden' }
    const again = actOn(own.list, [aside, ...of(2, 600)], NOW)
    expect([again.changed, again.limits.length]).toEqual([['question-7', 'question-600'], 1])
  })

  it('knows the open questions of one network address by which it is flooded', () => {
    const { list } = acted(...Array.from({ length: 130 }, (_, at) => ask(`${at}`)))
    const of = (source: (at: number) => number | undefined) =>
      list.questions.map((one, at) => ({ ...one, source: source(at) }) as typeof one)
    expect(floodsIn(list.questions)).toEqual([])
    expect(floodsIn(of((at) => at % 3))).toEqual([])
    const [ids, ...others] = floodsIn(of((at) => (at < 60 ? 7 : at)))
    expect([ids?.length, ids?.[0], others]).toEqual([60, 'question-0', []])
  })

  it('takes devices and questions by whatever name they give themselves', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'valueOf_', 'hasOwnProperty']) {
      const asks = Array.from({ length: 30 }, (_, at) => ask(`${at}`, { by: name }))
      expect(acted(...asks).list.questions, name).toHaveLength(MOST_OF_DEVICE)
      const same = (by: string): QuestionAct => ({ act: 'same', by, id: name })
      const { list } = acted(ask('', { id: name }), same(name), same('phone-01'), same(name))
      expect(list.questions, name).toMatchObject([{ id: name, same: 2 }])
    }
  })

  it('shares what a browser kept meanwhile once its phone sends it again', () => {
    const { list } = acted(ask('1'))
    const again = actOn(list, [ask('1', { by: 'phone-01' })], NOW)
    expect(again.list.questions).toMatchObject([{ isShared: true, version: 2 }])
    expect(actOn(again.list, [ask('1', { by: 'phone-02' })], NOW).changed).toEqual([])
  })

  it('takes what strangers type as plain words, and nothing that is not right', () => {
    const words = '<img src=x onerror=alert(1)>\u202e\n\u0000 Why?'
    const [taken] = acted(ask('1', { words, name: 'Ann\u200b\n<b>' })).list.questions
    expect([taken?.words, taken?.name]).toEqual(['<img src=x onerror=alert(1)> Why?', 'Ann <b>'])
    const right = { act: 'ask', id: 'question-1', about: 'title', words: 'Why?' }
    expect(readActs(JSON.stringify([right]))).toHaveLength(1)
    for (const wrong of [
      { act: 'drop' },
      { id: 'x' },
      { id: '../../etc/passwd' },
      { words: 'x'.repeat(301) },
      { words: ['x'] },
      { about: 'two words' },
      { by: '<b>' },
      { act: 'mark', outcome: '__proto__' },
      { act: 'same' },
    ]) {
      const read = readActs(JSON.stringify([{ ...right, ...wrong }])) ?? []
      expect(acted(...read).list.questions, JSON.stringify(wrong)).toEqual([])
    }
    for (const none of ['', '{', '{}', 'null', '7']) expect(readActs(none)).toBeUndefined()
  })

  it('has the most wanted of the open ones first, then the newest', () => {
    const same = (by: string): QuestionAct => ({ act: 'same', by, id: 'question-2' })
    const done: QuestionAct = { act: 'mark', id: 'question-4', outcome: 'answered' }
    const { list } = acted(ask('1'), ask('2'), ask('3'), ask('4'), same('phone-01'), done)
    expect(inOrder(list.questions).map(({ words }) => words)).toEqual([
      'Why 2?',
      'Why 3?',
      'Why 1?',
      'Why 4?',
    ])
    const [first, second, third, fourth] = list.questions
    // Those that only came later need no sorting; one that more ask, or that is done, does.
    expect(isInOrder(list.questions)).toBe(false)
    expect(isInOrder([second, first, third, fourth].flatMap((one) => one ?? []))).toBe(true)
    expect(isInOrder([fourth, third].flatMap((one) => one ?? []))).toBe(false)
    expect(isInOrder([])).toBe(true)
  })

  it('forgets who takes a question away once nobody does', () => {
    const taken = {
      act: 'mark',
      id: 'question-1',
      outcome: 'taken',
      owner: 'Bo',
      due: '2027-03-04',
    }
    const { list } = acted(ask('1'), taken as QuestionAct)
    expect(list.questions).toMatchObject([{ outcome: 'taken', owner: 'Bo', due: '2027-03-04' }])
    const back = actOn(list, [{ act: 'mark', id: 'question-1', outcome: 'open' }], NOW).list
    expect(back.questions[0]).not.toHaveProperty('owner')
  })
})

describe('the file of questions', () => {
  const acts: readonly QuestionAct[] = [
    ask('1', { name: 'Ann' }),
    { act: 'mark', id: 'question-1', outcome: 'taken', owner: 'Bo', due: '2027-03-04' },
  ]
  const [question] = actOn(emptyList, acts, NOW).list.questions
  if (!question) throw new Error('Expected a question')

  it('says all of a question, and is read back', () => {
    const { version: _, ...rest } = question
    expect(questionOf(entryOf(question))).toEqual({ ...rest, version: 1 })
  })

  it('keeps what the team has written beside one', () => {
    const shown = { ...entryOf(question), id: 'F7', note: 'Ask Bo', nameMayBeShown: true }
    const { confidential: _, ...released } = shown
    const now = entryWith(released, { ...question, outcome: 'answered', same: 3 })
    expect(now).toMatchObject({ note: 'Ask Bo', nameMayBeShown: true, state: 'closed', same: 3 })
    for (const gone of ['confidential', 'next', 'owner', 'due'])
      expect(now).not.toHaveProperty(gone)
  })

  const CASE =
    '# A case\n\n## Costs\n\nDecision 1: We start small (1a).\n\nEvidence 1a: 40 people.\n'
  const read = (entry: object, audience: 'internal' | 'public' = 'internal') =>
    assemble([{ file: 'a.mdx', text: CASE }], undefined, {
      audience,
      feedback: [{ file: 'feedback/2026-11-30-room.json', text: JSON.stringify([entry]) }],
    }).feedback

  it('shows each question beside its item or section, whole, to the team alone', () => {
    const entry = {
      id: 'F1',
      ...entryOf({ ...question, words: `Challenge: ${'why '.repeat(60)}` }),
    }
    const { about, faults } = read(entry)
    expect(faults).toEqual([])
    expect(about.get('decision-1')).toMatchObject([
      {
        id: 'F1',
        words: `Challenge: ${'why '.repeat(60)}`.trim(),
        asked: { name: 'Ann', owner: 'Bo' },
      },
    ])
    const onSlide = { ...entry, about: 'costs--we-start-small' }
    expect([...read(onSlide).about.keys()]).toEqual(['costs'])
    expect(read({ ...entry, about: 'title' }).general).toHaveLength(1)
    expect(read(entry, 'public').about.size).toBe(0)
    expect(read({ ...entry, next: 'set aside' }).about.size).toBe(0)
  })

  it('shows everybody a question without a name, until the team releases both', () => {
    const { confidential: _, ...released } = { id: 'F1', ...entryOf(question) }
    const names = (entry: object) =>
      read(entry, 'public')
        .about.get('decision-1')
        ?.map(({ asked }) => asked?.name)
    expect(names(released)).toEqual([undefined])
    // Nobody knows what was meant: such an entry is a fault, and is shown to nobody.
    expect(names({ ...released, nameMayBeShown: 'yes' })).toBeUndefined()
    expect(names({ ...released, nameMayBeShown: true })).toEqual(['Ann'])
  })

  it('is shown once where two entries have it, and never where one of them keeps it inside', () => {
    const { confidential, ...released } = { id: 'F1', ...entryOf(question) }
    const other = { ...released, id: 'F2', title: 'In other words?', state: 'closed' }
    const told = (...entries: readonly object[]) => {
      const { about, faults } = assemble([{ file: 'a.mdx', text: CASE }], undefined, {
        feedback: entries.map((entry, at) => ({
          file: `feedback/${at}.json`,
          text: JSON.stringify([entry]),
        })),
      }).feedback
      return [about.get('decision-1')?.map(({ words }) => words), faults.length]
    }
    expect(told(released, other)).toEqual([[question.words], 1])
    expect(told(released, { ...other, confidential })).toEqual([undefined, 1])
    expect(told({ ...released, next: 'set aside' }, other)).toEqual([undefined, 1])
    const { id: _, ...nameless } = { ...other, confidential }
    expect(told(nameless, released)).toEqual([undefined, 1])
  })

  it('opens the next deck with what was asked since, the most wanted first, and what became of it', () => {
    const entries = ['Who pays?', 'What about Scotland?', 'Why now?'].map((title, at) => ({
      ...{ id: `F${at + 1}`, question: `question-${at}`, title, about: 'costs', same: at },
      ...{ state: at === 0 ? 'closed' : 'open', createdAt: `2026-11-${28 + at}T10:00:00Z` },
    }))
    const slidesSince = (day: string | undefined) => {
      const read = assemble([{ file: 'a.mdx', text: CASE }], undefined, {
        feedback: [{ file: 'feedback/a.json', text: JSON.stringify(entries) }],
      })
      const since = { name: 'the board', day, changes: [] }
      return planDeck({ ...read, outside: { since } }, fontMeasure(inThread))
        .filter(({ id }) => id.startsWith('you-asked'))
        .flatMap(({ title, body }) => [title, ...body.map(({ text }) => text)])
    }
    expect(slidesSince('2026-11-28')).toEqual([
      'You asked',
      '“Why now?” Not answered yet',
      '“What about Scotland?” Not answered yet',
      '“Who pays?” Answered',
    ])
    expect(slidesSince('2026-11-30')).toEqual(['You asked', '“Why now?” Not answered yet'])
    expect([slidesSince('2026-12-01'), slidesSince(undefined)]).toEqual([[], []])
  })
})
