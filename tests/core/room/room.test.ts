/** What is told in a room: who is believed, in which order, and who steers. */
import { describe, expect, it } from 'vitest'
import { plainWords } from '../../../src/core/feedback/plain.ts'
import { readStrokes, type Stroke } from '../../../src/core/ink/strokes.ts'
import {
  fragmentOf,
  isPresenters,
  presentersFragmentOf,
  roomIn,
  tokenOf,
  waysIn,
  waysOf,
} from '../../../src/core/room/address.ts'
import { base64urlOf, bytesOf } from '../../../src/core/room/base64url.ts'
import {
  bodyOf,
  LONGEST,
  presentersRoomOf,
  readAudience,
  seal,
  unseal,
} from '../../../src/core/room/envelope.ts'
import {
  caughtUp,
  dotOf,
  type Following,
  hear,
  isAway,
  look,
} from '../../../src/core/room/follow.ts'
import {
  INK_CANVAS,
  isSortOfAudience,
  MOST_POINTS,
  type RoomMessage,
  type Said,
  type Sort,
  type Stamp,
  saidOf,
  sorts,
  topicOf,
  topicsForAll,
} from '../../../src/core/room/messages.ts'
import {
  answer,
  ask,
  GOOD,
  hearPresenter,
  isSteering,
  mayTake,
  newSteering,
  type Outgoing,
  type Steering,
  take,
  tell,
} from '../../../src/core/room/steer.ts'

const token = tokenOf(Uint8Array.from({ length: 12 }, (_, index) => index * 19))
const room = presentersRoomOf(token, new Uint8Array(32).fill(7))
const { seed: _seed, ...everyones } = room
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const stamp: Stamp = { by: 'laptop-1', term: 3, seq: 9, good: GOOD }
const said = { slide: 'decision-2', step: 1, isBlack: false, begins: 0 }
const at = topicOf(token, 'at')
const ofMany = (sort: Sort) =>
  ({ kept: 'question-1', refused: 'question-1', ink: 'stroke-1' })[String(sort)]

const stroke: Stroke = {
  id: 'stroke-1',
  slide: 'decision-2',
  step: 0,
  tool: 'pen',
  colour: 'accent',
  points: [0, 0, 0, INK_CANVAS.x, INK_CANVAS.y, 100],
  version: 1,
}

describe('the address of a room', () => {
  it('leads those who follow and those who present to the same room', () => {
    expect(roomIn(`#${fragmentOf(room)}`)).toEqual(everyones)
    const presenters = roomIn(`#${presentersFragmentOf(room)}`)
    expect(presenters).toEqual(room)
    expect(presenters && isPresenters(presenters)).toBe(true)
    expect(isPresenters(everyones)).toBe(false)
    const ways = {
      audience: 'http://10.0.0.5:1/deck/#room=a.b',
      presenters: 'http://10.0.0.5:1/x/#room=a.b.c',
    }
    const whole = `#${presentersFragmentOf(room)}&${waysOf(ways)}`
    expect([roomIn(whole), waysIn(whole)]).toEqual([room, ways])
    expect(waysIn(`#${fragmentOf(room)}`)).toBeUndefined()
  })

  it.each([
    '',
    '#/decision-2',
    '#room=',
    '#room=a.b',
    `#${fragmentOf(room)}.`,
    `#${fragmentOf(room)}x`,
    `#${presentersFragmentOf(room)}.x`,
    `#x&${fragmentOf(room)}`,
  ])('is not %o', (hash) => expect(roomIn(hash)).toBeUndefined())

  it('has one spelling', () => {
    expect(base64urlOf(Uint8Array.of(255, 0))).toBe('_wA')
    expect(bytesOf('_wA', 2)).toEqual(Uint8Array.of(255, 0))
    expect(bytesOf('_wB', 2)).toBeUndefined()
    expect(base64urlOf(room.key)).toBe(Buffer.from(room.key).toString('base64url'))
  })
})

describe('a message', () => {
  const sealed = seal(room, 'at', { stamp, said })

  it('is taken from the presenters', () => {
    expect(unseal(everyones, at, bytes(sealed))).toEqual({ sort: 'at', stamp, said })
  })

  it('is not taken as another sort, in another room, by another key, or with one letter changed', () => {
    const other = presentersRoomOf(tokenOf(new Uint8Array(12)), room.seed)
    expect(unseal(everyones, topicOf(token, 'steer'), bytes(sealed))).toBeUndefined()
    expect(unseal(other, topicOf(other.token, 'at'), bytes(sealed))).toBeUndefined()
    const stranger = presentersRoomOf(token, new Uint8Array(32).fill(8))
    expect(unseal(everyones, at, bytes(seal(stranger, 'at', { stamp, said })))).toBeUndefined()
    expect(unseal(everyones, at, bytes(sealed.replace('decision-2', 'decision-3')))).toBeUndefined()
    expect(unseal(everyones, `${at}/more`, bytes(sealed))).toBeUndefined()
    expect(unseal(everyones, 'at', bytes(sealed))).toBeUndefined()
  })

  // Each is signed as it should be: somebody has the key, and sends nonsense.
  const hostile = {
    by: ['', 'short', 'a'.repeat(33), 'with space', 7, null, ['laptop-1']],
    term: [-1, 1.5, '3', null, 1e300, {}],
    seq: [-1, 0.1, '9', true, Number.MAX_SAFE_INTEGER],
    good: [-1, '30000', 1e12, null],
    slide: [
      '',
      'two words',
      'a'.repeat(201),
      'a\u0000b',
      'a\u202eb',
      5,
      null,
      ['x'],
      { length: 1 },
    ],
    step: [-1, 1000, 0.5, '1', null],
    isBlack: ['true', 1, null, {}],
    begins: [-1, '0', 1e9, null],
  }
  it.each(
    Object.entries(hostile).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
  )('is not taken with $value as $name', ({ name, value }) => {
    const wrong = { ...said, [name]: value } as unknown as typeof said
    const wrongStamp = { ...stamp, ...(name in stamp ? { [name]: value } : {}) } as Stamp
    expect(
      unseal(everyones, at, bytes(seal(room, 'at', { stamp: wrongStamp, said: wrong }))),
    ).toBeUndefined()
  })

  it('of each sort is not taken where a field is missing', () => {
    const right: { readonly [One in Sort]: Said<One> } = {
      at: said,
      point: { x: 0.5, y: 1, isOn: true },
      steer: { who: 'laptop-1', may: ['laptop-1'] },
      ask: { name: 'Ann' },
      question: { id: 'question-1', about: 'decision-2', words: 'What about Scotland?', name: '' },
      same: { id: 'question-1' },
      kept: {
        id: 'question-1',
        about: 'decision-2',
        words: 'What about Scotland?',
        same: 3,
        outcome: 'open',
        version: 4,
      },
      refused: { id: 'question-1', why: 'network' },
      ink: stroke,
      over: {},
    }
    for (const sort of Object.keys(sorts) as Sort[]) {
      const open = (said: object) => {
        const message = { stamp, said: said as never }
        return isSortOfAudience(sort)
          ? readAudience(everyones, topicOf(token, sort, 'phone-01'), bytes(bodyOf(message)))
          : unseal(everyones, topicOf(token, sort, ofMany(sort)), bytes(seal(room, sort, message)))
      }
      expect(open(right[sort])?.said, sort).toEqual(right[sort])
      for (const name of Object.keys(sorts[sort].fields))
        expect(open({ ...right[sort], [name]: undefined }), `${sort} ${name}`).toBeUndefined()
    }
  })

  it('of the audience counts under its own topic alone, and none of presenters as one of theirs', () => {
    const asked = { id: 'question-1', about: 'title', words: 'Why?', name: 'Ann' }
    const message = bytes(bodyOf<'question'>({ stamp, said: asked }))
    const read = (sort: string, of?: string, body = message) =>
      readAudience(everyones, topicOf(token, sort, of), body)?.said
    expect(read('question', 'phone-01')).toEqual(asked)
    expect(read('question')).toBeUndefined()
    expect(read('question', 'phone-01/x')).toBeUndefined()
    expect(read('kept', 'question-1')).toBeUndefined()
    expect(read('at')).toBeUndefined()
    expect(unseal(everyones, topicOf(token, 'question', 'phone-01'), message)).toBeUndefined()
    for (const words of ['a\nb', 'a\u0000b', 'x'.repeat(301), 5, null])
      expect(
        read('question', 'phone-01', bytes(JSON.stringify({ ...stamp, ...asked, words }))),
      ).toBeUndefined()
  })

  it('of the audience may hold whatever somebody has pasted into its form, once that is plain', () => {
    const pasted = 'Ann\tBell\u0085\u0000\ud800'
    const said = { id: 'question-1', about: 'title', words: 'Why?', name: pasted }
    const read = (name: string) => saidOf('question', { ...said, name })?.name
    expect([read(pasted), read(plainWords(pasted))]).toEqual([undefined, 'Ann Bell'])
  })

  it('of one thing among many counts under the topic of that thing alone', () => {
    const kept = {
      id: 'question-1',
      about: 'title',
      words: 'Why?',
      same: 0,
      outcome: 'open' as const,
      version: 1,
    }
    const sealed = bytes(seal(room, 'kept', { stamp, said: kept }))
    const read = (of?: string) => unseal(everyones, topicOf(token, 'kept', of), sealed)?.said
    expect([read('question-1'), read('question-2'), read()]).toEqual([kept, undefined, undefined])
    expect(topicsForAll(token)).toContain(`throughline/${token}/kept/+`)
  })

  it('is not taken as anything but text of a message, and holds no more than its fields', () => {
    const none = [
      new Uint8Array(),
      bytes('{}'),
      bytes('.'),
      Uint8Array.of(255, 254),
      bytes(`${sealed}x`),
      bytes(`${'A'.repeat(86)}.null`),
    ]
    for (const found of none) expect(unseal(everyones, at, found)).toBeUndefined()
    const more = { ...said, __proto__: { isBlack: true }, html: '<b>' }
    expect(unseal(everyones, at, bytes(seal(room, 'at', { stamp, said: more })))?.said).toEqual(
      said,
    )
    const long = { ...said, more: 'a'.repeat(LONGEST) }
    expect(unseal(everyones, at, bytes(seal(room, 'at', { stamp, said: long })))).toBeUndefined()
  })
})

describe('one who follows', () => {
  const message = (
    term: number,
    seq: number,
    slide: string,
    by = 'laptop-1',
  ): RoomMessage<'at'> => ({
    sort: 'at',
    stamp: { by, term, seq, good: GOOD },
    said: { ...said, slide },
  })
  const told = (...all: readonly RoomMessage[]): Following =>
    all.reduce((following, one) => hear(following, one, 0), {})

  it('is where the latest message says, in whatever order they come', () => {
    const all = [message(1, 9, 'a'), message(2, 1, 'b', 'phone-01'), message(2, 2, 'c', 'phone-01')]
    expect(told(...all).at?.said.slide).toBe('c')
    expect(told(...all.toReversed()).at?.said.slide).toBe('c')
    expect(
      told(message(1, 1, 'a', 'bbbbbbbb'), message(1, 1, 'b', 'aaaaaaaa')).at?.said.slide,
    ).toBe('a')
  })

  it('looks back on its own, and catches up by a word or by meeting', () => {
    const back = look(told(message(1, 1, 'b')), 'a')
    expect(back.own).toBe('a')
    expect(hear(back, message(1, 2, 'c'), 0).own).toBe('a')
    expect(caughtUp(back).own).toBeUndefined()
    expect(look(back, 'b').own).toBeUndefined()
    expect(hear(back, message(1, 2, 'a'), 0).own).toBeUndefined()
  })

  it('says that the presenter is away by its own clock, and not for a message that was kept', () => {
    const heard = hear({}, message(1, 1, 'a'), 1_000_000)
    expect(isAway(heard, 1_000_000 + GOOD)).toBe(false)
    expect(isAway(heard, 1_000_001 + GOOD)).toBe(true)
    expect(isAway(hear(heard, message(1, 1, 'a'), 1_000_000 + GOOD), 1_000_001 + GOOD)).toBe(true)
    expect(isAway({}, 1e9)).toBe(false)
  })

  it('sees the dot of whoever steers, and of nobody else', () => {
    const dot = (by: string, term: number, seq: number): RoomMessage<'point'> => ({
      sort: 'point',
      stamp: { by, term, seq, good: GOOD },
      said: { x: 0.1, y: 0.2, isOn: true },
    })
    expect(dotOf(told(message(2, 1, 'a'), dot('laptop-1', 2, 2)))).toEqual({
      x: 0.1,
      y: 0.2,
      isOn: true,
    })
    expect(dotOf(told(message(2, 1, 'a'), dot('phone-01', 2, 2)))).toBeUndefined()
    expect(dotOf(told(message(2, 1, 'a'), dot('laptop-1', 1, 2)))).toBeUndefined()
    expect(dotOf(told(dot('laptop-1', 2, 2), message(3, 1, 'a', 'phone-01')))).toBeUndefined()
  })
})

/** Presenters of a room, whose messages reach all of them at once, unless one is cut off. */
class Presenters {
  now = 0
  readonly heard: Outgoing[] = []
  readonly cut = new Set<string>()
  readonly states = new Map<string, Steering>()

  constructor(...names: readonly string[]) {
    for (const name of names) this.states.set(name, newSteering(name))
  }
  of(name: string): Steering {
    return this.states.get(name) ?? newSteering(name)
  }
  do(
    name: string,
    what: (state: Steering) => { state: Steering; send: readonly Outgoing[] },
  ): void {
    const { state, send } = what(this.of(name))
    this.states.set(name, state)
    if (!this.cut.has(name)) for (const one of send) this.send(name, one)
  }
  send(from: string, one: Outgoing): void {
    this.heard.push(one)
    if (this.heard.length > 200) throw new Error('They do not come to an end.')
    for (const name of this.states.keys())
      if (name !== from && !this.cut.has(name))
        this.do(name, (state) => hearPresenter(state, one, this.now))
  }
  steering(): readonly string[] {
    return [...this.states.values()].filter(isSteering).map(({ me }) => me)
  }
  tell(name: string, slide: string): void {
    this.do(name, (state) => tell(state, 'at', { ...said, slide }))
  }
  /** Where one who heard all of it is. */
  slide(): string | undefined {
    return this.heard.reduce((f: Following, one) => hear(f, one, 0), {}).at?.said.slide
  }
}

const [laptop, phone, tablet] = ['laptop-1', 'phone-01', 'tablet-1'] as const

describe('presenters', () => {
  it('steer one at a time: another asks, has a yes, and takes it later without another', () => {
    const all = new Presenters(laptop, phone)
    all.do(laptop, (state) => take(state, 0))
    all.tell(laptop, 'a')
    expect(mayTake(all.of(phone), 0)).toBe(false)
    all.do(phone, (state) => ask(state, 'Ann'))
    all.do(phone, (state) => ask(state, 'Ann'))
    expect(all.of(laptop).asks).toEqual([{ by: phone, name: 'Ann' }])
    all.do(laptop, (state) => answer(state, phone, false, 0))
    expect([all.steering(), all.of(laptop).asks]).toEqual([[laptop], []])
    all.do(phone, (state) => ask(state, 'Ann'))
    all.do(laptop, (state) => answer(state, phone, true, 0))
    expect(all.steering()).toEqual([phone])
    all.tell(laptop, 'lost')
    all.tell(phone, 'b')
    expect(all.slide()).toBe('b')
    expect([mayTake(all.of(laptop), 0), mayTake(all.of(phone), 0)]).toEqual([true, true])
    all.do(laptop, (state) => take(state, 0))
    expect(mayTake(all.of(phone), 0)).toBe(true)
    expect([all.steering(), all.slide()]).toEqual([[laptop], 'b'])
  })

  it('need no yes from one who is away, who then learns that another steers', () => {
    const all = new Presenters(laptop, phone)
    all.do(laptop, (state) => take(state, 0))
    all.tell(laptop, 'a')
    expect(mayTake(all.of(phone), GOOD)).toBe(false)
    expect(mayTake(all.of(phone), GOOD + 1)).toBe(true)
    all.cut.add(laptop)
    all.do(phone, (state) => take(state, GOOD + 1))
    all.tell(phone, 'b')
    expect(all.steering()).toEqual([laptop, phone])
    all.cut.delete(laptop)
    // It wakes up, and says where it believes to be.
    all.tell(laptop, 'c')
    all.tell(phone, 'd')
    expect([all.steering(), all.slide()]).toEqual([[phone], 'd'])
  })

  it('who take it at once end with one, and those who follow are where that one is', () => {
    for (const [first, second] of [
      [laptop, phone],
      [phone, laptop],
    ] as const) {
      const all = new Presenters(laptop, phone, tablet)
      all.do(tablet, (state) => take(state, 0))
      all.cut.add(second)
      all.do(first, (state) => take(state, 0))
      for (const slide of ['x', 'y', 'z']) all.tell(first, slide)
      all.cut.delete(second)
      all.cut.add(first)
      all.do(second, (state) => take(state, 0))
      all.tell(second, 'q')
      all.cut.delete(first)
      all.tell(first, 'w')
      all.tell(second, 'v')
      const [one, ...others] = all.steering()
      expect(others).toEqual([])
      expect([...all.states.values()].every(({ who }) => who === one)).toBe(true)
      all.tell(one ?? '', 'last')
      expect(all.slide()).toBe('last')
    }
  })

  it('put right what a broker has kept for too long', () => {
    const all = new Presenters(laptop)
    all.do(laptop, (state) => take(state, 0))
    const old = { ...all.heard[0] } as Outgoing
    all.do(laptop, (state) => take(state, 0))
    all.tell(laptop, 'a')
    all.tell(laptop, 'b')
    const [oldAt] = all.heard.filter(({ sort }) => sort === 'at')
    all.heard.length = 0
    all.do(laptop, (state) =>
      hearPresenter(state, { ...oldAt, stamp: { ...stamp, by: phone, term: 1 } } as Outgoing, 0),
    )
    expect(all.heard.map(({ sort, said }) => [sort, 'slide' in said && said.slide])).toEqual([
      ['at', 'b'],
    ])
    all.do(laptop, (state) =>
      hearPresenter(state, { ...old, stamp: { ...old.stamp, by: phone } }, 0),
    )
    expect(all.heard.slice(1).map(({ sort }) => sort)).toEqual(['steer', 'at'])
  })

  it('go on where they were once their page has loaded again', () => {
    const all = new Presenters(laptop, phone)
    all.do(laptop, (state) => take(state, 0))
    all.tell(laptop, 'a')
    all.tell(laptop, 'b')
    all.states.set(laptop, newSteering(laptop))
    for (const one of all.heard.slice()) all.do(laptop, (state) => hearPresenter(state, one, 0))
    expect(all.steering()).toEqual([laptop])
    all.tell(laptop, 'c')
    expect(all.slide()).toBe('c')
  })
})

describe('what is drawn', () => {
  const sealed = (said: Stroke) =>
    bytes(seal(room, 'ink', { stamp: { ...stamp, seq: 1_000_000_000 }, said }))
  const read = (said: Stroke) =>
    unseal(everyones, topicOf(token, 'ink', said.id), sealed(said))?.said

  it('goes as one message, however long its stroke and the name of its slide', () => {
    const points = Array.from({ length: MOST_POINTS }, () => [INK_CANVAS.x, INK_CANVAS.y, 100])
    const longest: Stroke = {
      ...stroke,
      id: 'i'.repeat(32),
      slide: '\u{1F600}'.repeat(100),
      step: 999,
      points: points.flat(),
      tool: 'marker',
      version: 1_000_000_000,
    }
    expect(sealed(longest).length).toBeLessThanOrEqual(LONGEST)
    expect(read(longest)).toEqual(longest)
  })

  it.each([
    { points: [Number.NaN, 0, 0] },
    { points: [0, Number.POSITIVE_INFINITY, 0] },
    { points: [-1, 0, 0] },
    { points: [INK_CANVAS.x + 1, 0, 0] },
    { points: [0, INK_CANVAS.y + 1, 0] },
    { points: [0, 0, 101] },
    { points: [0.5, 0, 0] },
    { points: [0, 0] },
    { points: ['0', 0, 0] },
    { points: [[0], 0, 0] },
    { points: new Array((MOST_POINTS + 1) * 3).fill(0) },
    { points: { length: 3, 0: 0, 1: 0, 2: 0 } },
    { points: 'M0 0' },
    { points: null },
    { slide: 'two words' },
    { slide: '' },
    { step: -1 },
    { step: 1000 },
    { tool: 'brush' },
    { tool: '__proto__' },
    { colour: 'url(https://example.org)' },
    { colour: 3 },
    { version: -1 },
    { version: 1.5 },
    { id: '../../../x' },
  ])('is not taken with %o, and not kept by a browser either', (wrong) => {
    const said = { ...stroke, ...wrong } as unknown as Stroke
    expect(read(said)).toBeUndefined()
    expect(readStrokes(JSON.stringify([said, stroke]))).toEqual([stroke])
  })
})
