/**
 * What is told in a room: every sort of message, who sends it and who hears it, and what each of its
 * fields may hold. Another sort is a row. Small enough for a phone: no Zod.
 */

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
  readonly fields: Readonly<Record<string, Field<unknown>>>
}

// Matches what may name a slide: a key as the deck writes it, in any script.
const RE_KEY = /^[^\s\p{C}]{1,200}$/u
const RE_DEVICE = /^[\w-]{8,32}$/
const RE_WORDS = /^[^\p{Cc}\p{Cs}]{0,80}$/u

const key: Field<string> = (value) => typeof value === 'string' && RE_KEY.test(value)
const words: Field<string> = (value) => typeof value === 'string' && RE_WORDS.test(value)
const flag: Field<boolean> = (value) => typeof value === 'boolean'
const device: Field<string> = (value) => typeof value === 'string' && RE_DEVICE.test(value)
const devices: Field<readonly string[]> = (value) =>
  Array.isArray(value) && value.length <= 20 && value.every(device)
const share: Field<number> = (value) => typeof value === 'number' && value >= 0 && value <= 1

/** A whole number from 0 to `most`. */
function whole(most: number): Field<number> {
  return (value) => Number.isSafeInteger(value) && 0 <= Number(value) && Number(value) <= most
}

/** A day, in ms. */
const DAY = 24 * 60 * 60 * 1000

/** The table. */
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

/** Name of a device, or not. */
export const isDevice = device

/** Whether a sort is of the table. */
export function isSort(name: string): name is Sort {
  return Object.hasOwn(sorts, name)
}

/** Whether the audience sends it, each device under its own topic. */
export function isSortOfAudience(sort: Sort): boolean {
  const row: SortRow = sorts[sort]
  return row.from === 'audience'
}

/** `throughline/TOKEN/at`. */
export function topicOf(token: string, sort: string): string {
  return `throughline/${token}/${sort}`
}

/** What of a room those hear who follow. */
export function topicsForAll(token: string): readonly string[] {
  return Object.entries<SortRow>(sorts).flatMap(([sort, { to }]) =>
    to === 'all' ? [topicOf(token, sort)] : [],
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
