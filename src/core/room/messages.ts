/**
 * What is told in a room: every sort of message, who sends it and who hears it, and what each of its
 * fields may hold. Another sort is a row. Small enough for a phone: no Zod.
 */

import { LONGEST_QUESTION, type Outcome, outcomes, refusals } from '../feedback/questions.ts'

/** Says whether a value from outside is what a field holds; `of` stands for its type alone. */
interface Field<Value> {
  (value: unknown): boolean
  readonly of?: Value
}

/** A sort of message. Its topic is `throughline/TOKEN/SORT`. */
interface SortRow {
  /** Those of presenters are signed. Of the audience each device has a topic of its own: `…/SORT/DEVICE`. */
  readonly from: 'presenters' | 'audience'
  readonly to: 'all' | 'presenters'
  /** Whether the broker keeps the last one for those who join later. */
  readonly isRetained: boolean
  /** Whether it is of one thing among many, each with a topic of its own: `…/SORT/ID`. */
  readonly isOfMany?: boolean
  readonly fields: Readonly<Record<string, Field<unknown>>>
}

// Matches what may name a slide: a key as the deck writes it, in any script.
const RE_KEY = /^[^\s\p{C}]{1,200}$/u
const RE_DEVICE = /^[\w-]{8,32}$/
const RE_WORDS = /^[^\p{Cc}\p{Cs}]*$/u

const key: Field<string> = (value) => typeof value === 'string' && RE_KEY.test(value)
const words: Field<string> = upTo(80)
const question: Field<string> = upTo(LONGEST_QUESTION)
const outcome: Field<Outcome> = oneOf(outcomes)
const flag: Field<boolean> = (value) => typeof value === 'boolean'
const device: Field<string> = (value) => typeof value === 'string' && RE_DEVICE.test(value)
const devices: Field<readonly string[]> = (value) =>
  Array.isArray(value) && value.length <= 20 && value.every(device)
const share: Field<number> = (value) => typeof value === 'number' && value >= 0 && value <= 1
/** x, y and pressure of each point, one after another. */
const points: Field<readonly number[]> = (value) =>
  Array.isArray(value) &&
  value.length % POINT.length === 0 &&
  value.length <= MOST_POINTS * POINT.length &&
  value.every((number, at) => POINT[at % POINT.length]?.(number))

/** Words on one line, of so many letters at most. */
function upTo(most: number): Field<string> {
  return (value) => typeof value === 'string' && value.length <= most && RE_WORDS.test(value)
}

/** A whole number from 0 to `most`. */
function whole(most: number): Field<number> {
  return (value) => Number.isSafeInteger(value) && 0 <= Number(value) && Number(value) <= most
}

/** One of a list. */
function oneOf<Name extends string>(names: readonly Name[]): Field<Name> {
  return (value) => names.some((name) => name === value)
}

/** What one draws with. */
const INK_TOOLS = ['pen', 'marker'] as const
/** Colours of the theme, by what they are in it. */
export const INK_COLOURS = ['accent', 'text', 'blue', 'green'] as const
/** Points of a stroke: a longer line is more than one. */
export const MOST_POINTS = 200
/** Width and height of a slide in the half px in which strokes are told. */
export const INK_CANVAS = { x: 2560, y: 1440 } as const
/** Pressure is in hundredths; 0 where a device tells none. */
const POINT = [whole(INK_CANVAS.x), whole(INK_CANVAS.y), whole(100)] as const

/** A day, in ms. */
const DAY = 24 * 60 * 60 * 1000

/** The table of all sorts of message: topic, sender, hearers, and what each field may hold. */
export const sorts = {
  /** What is shown: a slide, how much of it has come, whether the screen is black, and ms until the talk begins. */
  at: {
    from: 'presenters',
    to: 'all',
    isRetained: true,
    fields: { slide: key, step: whole(999), isBlack: flag, begins: whole(DAY) },
  },
  /** A dot on the slide, in shares of its width and height; it goes where `isOn` is not set. */
  point: {
    from: 'presenters',
    to: 'all',
    isRetained: false,
    fields: { x: share, y: share, isOn: flag },
  },
  /** Who steers, and which devices may take it without another yes. */
  steer: {
    from: 'presenters',
    to: 'presenters',
    isRetained: true,
    fields: { who: device, may: devices },
  },
  /** A presenter would like to steer. */
  ask: { from: 'presenters', to: 'presenters', isRetained: false, fields: { name: words } },
  /** A question, with the name of who asks, or none. */
  question: {
    from: 'audience',
    to: 'presenters',
    isRetained: false,
    fields: { id: device, about: key, words: question, name: words },
  },
  /** Another asks the same. */
  same: { from: 'audience', to: 'presenters', isRetained: false, fields: { id: device } },
  /** The room has ended, for good. */
  over: { from: 'presenters', to: 'all', isRetained: true, fields: {} },
  /** A question is kept; nobody's name goes with it. */
  kept: {
    from: 'presenters',
    to: 'all',
    isRetained: true,
    isOfMany: true,
    fields: {
      id: device,
      about: key,
      words: question,
      same: whole(1_000_000),
      outcome,
      version: whole(1_000_000_000),
    },
  },
  /** A question is not taken, and why. */
  refused: {
    from: 'presenters',
    to: 'all',
    isRetained: false,
    isOfMany: true,
    fields: { id: device, why: oneOf(refusals) },
  },
  /** A stroke on a slide from a step of it on; without points it is erased. The latest version counts. */
  ink: {
    from: 'presenters',
    to: 'all',
    isRetained: true,
    isOfMany: true,
    fields: {
      id: device,
      slide: key,
      step: whole(999),
      tool: oneOf(INK_TOOLS),
      colour: oneOf(INK_COLOURS),
      points,
      version: whole(1_000_000_000),
    },
  },
} as const satisfies Readonly<Record<string, SortRow>>

/** Name of a sort. */
export type Sort = keyof typeof sorts

type Values<Fields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends Field<infer Value> ? Value : never
}

/** What a message of a sort says. */
export type Said<One extends Sort> = Values<(typeof sorts)[One]['fields']>

/** Who said it, and when. */
export interface Stamp {
  /** The device. */
  readonly by: string
  /** Each takeover begins a new one. */
  readonly term: number
  /** Counts the messages of a device within a term. */
  readonly seq: number
  /** How long it is good once it is heard, ms of the clock of whoever hears it: no two clocks are compared. */
  readonly good: number
}

/** A message whose signature and fields are right. */
export type RoomMessage<One extends Sort = Sort> = {
  readonly [Each in One]: { readonly sort: Each; readonly stamp: Stamp; readonly said: Said<Each> }
}[One]

const STAMP = {
  by: device,
  term: whole(1_000_000),
  seq: whole(1_000_000_000),
  good: whole(DAY),
} as const satisfies Readonly<Record<keyof Stamp, Field<unknown>>>

/** Whether a text can be the name of a device. */
export const isDevice = device

function isSort(name: string): name is Sort {
  return Object.hasOwn(sorts, name)
}

/** Whether the audience sends it, each device under its own topic. */
export function isSortOfAudience(sort: Sort): boolean {
  const row: SortRow = sorts[sort]
  return row.from === 'audience'
}

/** Whether a sort is of one thing among many, each under its own topic. */
export function isSortOfMany(sort: Sort): boolean {
  const row: SortRow = sorts[sort]
  return row.isOfMany === true
}

/** `throughline/TOKEN/at`; with the device, or what it is of, behind it: `throughline/TOKEN/kept/ID`. */
export function topicOf(token: string, sort: string, of?: string): string {
  return `throughline/${token}/${sort}${of === undefined ? '' : `/${of}`}`
}

/** The sort that a topic of a room is, and what stands behind it; undefined where it is none. */
export function sortOf(
  token: string,
  topic: string,
): { readonly sort: Sort; readonly of?: string } | undefined {
  const [sort = '', of] = topic.slice(topicOf(token, '').length).split('/')
  if (!isSort(sort) || topic !== topicOf(token, sort, of)) return undefined
  const isOf = isSortOfAudience(sort) || isSortOfMany(sort)
  if (isOf !== (of !== undefined)) return undefined
  return of === undefined ? { sort } : { sort, of }
}

/** The topics to which those listen who follow a room. */
export function topicsForAll(token: string): readonly string[] {
  return Object.entries<SortRow>(sorts).flatMap(([sort, { to, isOfMany }]) =>
    to === 'all' ? [topicOf(token, sort, isOfMany ? '+' : undefined)] : [],
  )
}

/** The message that a body holds; undefined where any of it is not as it must be. What it holds besides is not taken. */
export function readBody<One extends Sort>(sort: One, body: string): RoomMessage<One> | undefined {
  const found = parsed(body)
  const stamp = take(STAMP, found)
  const said = take(sorts[sort].fields, found)
  // Each field has been looked at by its own row.
  return stamp && said && ({ sort, stamp, said } as unknown as RoomMessage<One>)
}

/** What a sort says, of a value from outside; undefined where any of it is not as it must be. */
export function saidOf<One extends Sort>(sort: One, value: unknown): Said<One> | undefined {
  const isObject = typeof value === 'object' && value !== null
  // Each field has been looked at by its own row.
  return isObject ? (take(sorts[sort].fields, value) as Said<One> | undefined) : undefined
}

function take(
  fields: Readonly<Record<string, Field<unknown>>>,
  found: object,
): Readonly<Record<string, unknown>> | undefined {
  const own = Object.entries(fields).map(([name, isRight]) => {
    const value: unknown = Object.hasOwn(found, name)
      ? found[name as keyof typeof found]
      : undefined
    return { name, value, isRight: isRight(value) }
  })
  if (own.some(({ isRight }) => !isRight)) return undefined
  return Object.fromEntries(own.map(({ name, value }) => [name, value]))
}

function parsed(body: string): object {
  try {
    const found: unknown = JSON.parse(body)
    return typeof found === 'object' && found !== null ? found : {}
  } catch {
    return {}
  }
}

/** Whether one came after another: by term, then by number, then by device, so that all see one order. */
export function isAfter(one: Stamp, other: Stamp | undefined): boolean {
  if (!other) return true
  if (one.term !== other.term) return one.term > other.term
  if (one.seq !== other.seq) return one.seq > other.seq
  return one.by > other.by
}
