/** A page of a presenter keeps what is asked: a phone hears that it is, once it is, and nobody hears who asked. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  type AskedList,
  actOn,
  emptyList,
  type QuestionAct,
} from '../../../src/core/feedback/questions.ts'
import type { RoomMessage, Said } from '../../../src/core/room/messages.ts'
import type { KeptNow, QuestionStore } from '../../../src/pages/deck/_questions/store.ts'
import { keepFor } from '../../../src/pages/deck/_room/keeper.ts'
import type { Presenter } from '../../../src/pages/deck/_room/presenter.ts'

let told: Said<'kept'>[]
let refused: Said<'refused'>[]
let isOnline: boolean
let isWritten: boolean
/** The file of the case; undefined where this browser alone keeps what is asked. */
let file: string | undefined
let list: AskedList

/** Of a page: all pages keep the same list. */
function newStore(): QuestionStore {
  const listeners: ((now: KeptNow) => void)[] = []
  return {
    isLasting: true,
    async act(acts: readonly QuestionAct[]) {
      // A disk that does not answer.
      if (!isWritten) await new Promise(() => undefined)
      const done = actOn(list, acts, '2026-11-30T10:00:00Z')
      list = done.list
      const { list: _list, ...rest } = done
      const now = { ...rest, questions: list.questions, ...(file && { file }) }
      for (const heard of listeners) heard(now)
      return now
    },
    listen: (heard) => void listeners.push(heard),
  }
}
let store: QuestionStore
/** Of a presenter, what a keeper uses. */
const presenter = (): Presenter =>
  ({
    isOnline: () => isOnline,
    tellKept: (said: Said<'kept'>) => told.push(said),
    tellRefused: (said: Said<'refused'>) => refused.push(said),
  }) as unknown as Presenter

const question = (id: string): RoomMessage => ({
  sort: 'question',
  stamp: { by: 'phone-01', term: 0, seq: 1, good: 1 },
  said: { id: `question-${id}`, about: 'title', words: `Why ${id}?`, name: 'Ann Canary' },
})
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
  told = []
  refused = []
  store = newStore()
  list = emptyList
  isOnline = isWritten = true
  file = 'feedback/a.json'
})
afterEach(() => void vi.useRealTimers())

it('tells the room of a question once it is kept, and not who asked', async () => {
  const keeper = keepFor(presenter, store)
  keeper.asked(question('1'))
  keeper.asked({ ...question('1'), sort: 'same', said: { id: 'question-1' } } as RoomMessage)
  await wait(1000)
  expect(told).toMatchObject([{ id: 'question-1', words: 'Why 1?', same: 1, outcome: 'open' }])
  expect(JSON.stringify(told)).not.toContain('Canary')
})

it('tells nobody that what is not on the disk is kept', async () => {
  isWritten = false
  keepFor(presenter, store).asked(question('1'))
  await wait(60_000)
  expect(told).toEqual([])
})

it('tells nobody that what a browser alone has is kept, until the case has it', async () => {
  const keeper = keepFor(presenter, store)
  file = undefined
  keeper.asked(question('1'))
  await wait(60_000)
  expect(told).toEqual([])
  file = 'feedback/a.json'
  keeper.asked(question('1'))
  await wait(5000)
  expect(told.map(({ id }) => id)).toEqual(['question-1'])
})

it('tells it again to who asks again, since they have not heard', async () => {
  const keeper = keepFor(presenter, store)
  keeper.asked(question('1'))
  await wait(1000)
  keeper.asked(question('1'))
  await wait(5000)
  expect(told.map(({ id }) => id)).toEqual(['question-1', 'question-1'])
})

it('tells a broker that comes back without it, and not one that has it', async () => {
  const keeper = keepFor(presenter, store)
  for (const id of ['1', '2']) keeper.asked(question(id))
  await wait(1000)
  const [first] = told.splice(0)
  keeper.left()
  if (first) keeper.kept(first)
  keeper.settled()
  await wait(5000)
  expect(told.map(({ id }) => id)).toEqual(['question-2'])
})

it('leaves it to another page that has told it already', async () => {
  const [first, second] = [keepFor(presenter, store), keepFor(presenter, newStore())]
  first.asked(question('1'))
  second.asked(question('1'))
  await wait(1000)
  for (const said of told) second.kept(said)
  await wait(10_000)
  expect(told).toHaveLength(1)
})

it('tells who sent more than a device may that it is not taken, and why, but no flood each time', async () => {
  const [keeper, other] = [keepFor(presenter, store), keepFor(presenter, newStore())]
  for (let at = 0; at < 22; at++) keeper.asked(question(`${at}`))
  await wait(5000)
  expect([told.length, refused]).toEqual([
    20,
    [20, 21].map((at) => ({ id: `question-${at}`, why: 'device' })),
  ])
  for (let at = 100; at < 1100; at++) other.asked(question(`${at}`))
  await wait(60_000)
  expect(refused.length).toBeLessThan(50)
})

it('tells nothing that a presenter keeps, and no words that are set aside', async () => {
  const keeper = keepFor(presenter, store)
  await store.act([
    { act: 'ask', id: 'question-9', about: 'title', words: 'Does the kestrel pay?' },
  ])
  keeper.asked(question('1'))
  await wait(1000)
  await store.act([{ act: 'mark', id: 'question-1', outcome: 'hidden' }])
  await wait(1000)
  expect(told.map(({ words, outcome }) => `${outcome} ${words}`)).toEqual([
    'open Why 1?',
    'hidden ',
  ])
})

it('tells many one after another, as a broker takes them, and waits for a connection', async () => {
  const keeper = keepFor(presenter, store)
  isOnline = false
  for (let at = 0; at < 15; at++) keeper.asked(question(`${at}`))
  await wait(5000)
  expect(told).toEqual([])
  isOnline = true
  keeper.settled()
  await wait(2500)
  expect(told.length).toBeLessThan(15)
  await wait(5000)
  expect(told).toHaveLength(15)
})
