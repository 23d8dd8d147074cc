/** Where a page keeps questions: with the server, and in the browser until that answers again. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type AskedList, actOn, emptyList, readActs } from '../../../src/core/feedback/questions.ts'
import type { QuestionStore } from '../../../src/pages/deck/_questions/store.ts'

let isUp: boolean
let list: AskedList
let kept: Map<string, string>
/** The server answers once it is open. */
let gate: Promise<void>

/** The server of `present`, while it runs. */
async function answer(_: string, { body }: { readonly body: string }) {
  if (!isUp) throw new TypeError('Failed to fetch')
  const done = actOn(list, readActs(body) ?? [], '2026-11-30T10:00:00Z')
  list = done.list
  const kept = { ...done, questions: list.questions, file: 'feedback/a.json' }
  await gate
  return { ok: true, json: async () => kept }
}

beforeEach(() => {
  isUp = true
  gate = Promise.resolve()
  list = emptyList
  kept = new Map()
  vi.stubGlobal('location', { pathname: '/deck/' })
  vi.stubGlobal('fetch', answer)
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage() {}
      addEventListener() {}
    },
  )
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  })
})
afterEach(() => void vi.unstubAllGlobals())

/** Of a page that has just loaded. */
async function store(post?: string, base = '/'): Promise<QuestionStore> {
  const { makeStore } = await import('../../../src/pages/deck/_questions/store.ts')
  return makeStore(`http://127.0.0.1${base}deck/`, post)
}
const ask = (id: string) =>
  ({ act: 'ask', id: `question-${id}`, about: 'title', words: `Why ${id}?` }) as const
const words = (questions: readonly { readonly words: string }[]) =>
  questions.map((one) => one.words)

it('keeps with the server, and meanwhile in the browser what that does not take', async () => {
  const { act } = await store('../questions')
  expect(await act([ask('1')])).toMatchObject({ file: 'feedback/a.json', changed: ['question-1'] })
  isUp = false
  const down = await act([ask('2')])
  expect([words(down.questions), down.problem]).toEqual([
    ['Why 1?', 'Why 2?'],
    expect.stringContaining('kept in this browser until the case can be written'),
  ])
  expect(await act([])).not.toHaveProperty('problem')
  isUp = true
  expect(words((await act([])).questions)).toEqual(['Why 1?', 'Why 2?'])
  expect([words(list.questions), kept.size]).toEqual([['Why 1?', 'Why 2?'], 0])
})

it('keeps what the browser took while an answer of the server was on its way', async () => {
  const { act } = await store('../questions')
  isUp = false
  await act([ask('1')])
  isUp = true
  const { promise, resolve } = Promise.withResolvers<void>()
  gate = promise
  const slow = act([])
  isUp = false
  await act([ask('2')])
  resolve()
  await slow
  isUp = true
  expect(words((await act([])).questions)).toEqual(['Why 1?', 'Why 2?'])
  expect([words(list.questions), kept.size]).toEqual([['Why 1?', 'Why 2?'], 0])
})

it('writes what one start could not with the next one of the case, whatever its path, and of no other', async () => {
  isUp = false
  await (await store('../questions#case-a', '/0123456789abcdef01234567/')).act([ask('1')])
  isUp = true
  await (await store('../questions#case-b', '/76543210fedcba9876543210/')).act([])
  expect(words(list.questions)).toEqual([])
  await (await store('../questions#case-a', '/89abcdef0123456789abcdef/')).act([])
  expect([words(list.questions), kept.size]).toEqual([['Why 1?'], 0])
})

it('says what it cannot do while the server is gone', async () => {
  const { act } = await store('../questions')
  await act([ask('1')])
  isUp = false
  const done = await act([{ act: 'mark', id: 'question-1', outcome: 'answered' }])
  expect(done.problem).toContain('all is as it was')
  expect(done.questions[0]?.outcome).toBe('open')
})

it('knows a browser that keeps nothing, and says so where the case cannot be written either', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    },
  })
  isUp = false
  const { isLasting, act } = await store('../questions')
  const down = await act([ask('1')])
  expect([isLasting, down.problem]).toEqual([
    false,
    expect.stringContaining('kept until this page is closed'),
  ])
  isUp = true
  await act([])
  expect(words(list.questions)).toEqual(['Why 1?'])
})

it('keeps in the browser where no server does, and finds it again', async () => {
  await (await store()).act([ask('1')])
  expect(words((await (await store()).act([])).questions)).toEqual(['Why 1?'])
})
