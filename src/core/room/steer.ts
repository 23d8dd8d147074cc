/** Who steers a room, as each of its presenters knows it, and how another takes over. Pure: times are ms of a steady clock. */
import { isAfter, type RoomMessage, type Said, type Sort, type Stamp } from './messages.ts'

/** How long what a presenter says is good, ms; it is said again before. */
export const GOOD = 30_000
/** How often the one who steers says again where the deck is, ms. */
export const BEAT = 10_000
/** Devices that may take over without a yes, the latest ones. */
const MOST_MAY = 20

/** What a presenter knows. */
export interface Steering {
  /** This device. */
  readonly me: string
  /** The device that steers; absent where nobody does yet. */
  readonly who?: string
  /** Those that have steered, or had a yes: they take over without another. */
  readonly may: readonly string[]
  readonly term: number
  /** Number of the last message of this device in this term. */
  readonly seq: number
  /** Of the message that made `who` steer. */
  readonly since?: Stamp
  /** Where the deck is: the latest. */
  readonly at?: RoomMessage<'at'>
  /** When the one who steers was last heard. */
  readonly heardAt?: number
  /** Who asks to steer, each once. */
  readonly asks: readonly { readonly by: string; readonly name: string }[]
}

/** What is to be signed and sent. */
export type Outgoing = {
  readonly [One in Sort]: { readonly sort: One; readonly stamp: Stamp; readonly said: Said<One> }
}[Sort]

/** What one knows then, and what is to be sent. */
interface Step {
  readonly state: Steering
  readonly send: readonly Outgoing[]
}

/** The state of a device that has heard nobody yet. */
export function newSteering(me: string): Steering {
  return { me, may: [], term: 0, seq: 0, asks: [] }
}

/** Whether this device steers. */
export function isSteering({ me, who }: Steering): boolean {
  return me === who
}

/** Whether this device may take over now, or has to ask. */
export function mayTake(state: Steering, now: number): boolean {
  const { me, who, may, heardAt } = state
  const isAway = heardAt === undefined || now - heardAt > (state.at?.stamp.good ?? GOOD)
  return who === undefined || who === me || may.includes(me) || isAway
}

/** Takes over: a new term, and where the deck is, so that nobody waits for the next step. */
export function take(state: Steering, now: number): Step {
  return appoint(state, state.me, now)
}

/** Gives the steering to a device that asked, or takes its question away. */
export function answer(state: Steering, by: string, yes: boolean, now: number): Step {
  const asks = state.asks.filter((ask) => ask.by !== by)
  return yes ? appoint({ ...state, asks }, by, now) : { state: { ...state, asks }, send: [] }
}

/** Asks the one who steers. */
export function ask(state: Steering, name: string): Step {
  return say(state, 'ask', { name })
}

/** Says where the deck is now, if this device steers. */
export function tell<One extends 'at' | 'point'>(
  state: Steering,
  sort: One,
  said: Said<One>,
): Step {
  if (!isSteering(state)) return { state, send: [] }
  return say(state, sort, said)
}

/** Hears another presenter, or this device before it loaded again. */
export function hearPresenter(state: Steering, message: RoomMessage, now: number): Step {
  if (message.sort === 'steer') return hearSteer(state, message, now)
  if (message.sort === 'at') return hearAt(state, message, now)
  const { by } = message.stamp
  if (message.sort !== 'ask' || by === state.me) return { state, send: [] }
  const others = state.asks.filter((ask) => ask.by !== by)
  return { state: { ...state, asks: [...others, { by, name: message.said.name }] }, send: [] }
}

function hearSteer(state: Steering, { stamp, said }: RoomMessage<'steer'>, now: number): Step {
  const isKnown = state.since !== undefined && !isAfter(state.since, stamp)
  if (isKnown && !isAfter(stamp, state.since)) return { state, send: [] }
  if (isAfter(stamp, state.since) && stamp.term >= state.term) {
    const known = stamp.term > state.term ? { term: stamp.term, seq: 0 } : {}
    const { who, may } = said
    return {
      state: { ...state, ...known, who, may, since: stamp, heardAt: now, asks: [] },
      send: [],
    }
  }
  // Two took it at once, or a broker has kept what is long over: a new term ends that.
  return isSteering(state) ? take(state, now) : { state, send: [] }
}

function hearAt(state: Steering, message: RoomMessage<'at'>, now: number): Step {
  const { by, term, seq } = message.stamp
  const isMine = by === state.me
  const isLater = isAfter(message.stamp, state.at?.stamp)
  if (isSteering(state) && !isMine && term === state.term) return take(state, now)
  if (isSteering(state) && !isLater)
    return isMine || !state.at ? { state, send: [] } : { state, send: [state.at] }
  if (!isLater || term < state.term) return { state, send: [] }
  const heard = { ...state, at: message, ...(isMine ? {} : { heardAt: now }) }
  // The message that named who steers was lost.
  if (term > state.term)
    return { state: { ...heard, term, seq: isMine ? seq : 0, who: by }, send: [] }
  return { state: isMine ? { ...heard, seq: Math.max(seq, state.seq) } : heard, send: [] }
}

function appoint(state: Steering, who: string, now: number): Step {
  const { me } = state
  const term = state.term + 1
  const all = [...state.may, ...(state.who ? [state.who] : []), me, who]
  const may = [...new Set(all)].slice(-MOST_MAY)
  const stamp: Stamp = { by: me, term, seq: 1, good: GOOD }
  const next: Steering = { ...state, who, may, term, seq: 1, since: stamp, heardAt: now, asks: [] }
  const steer: Outgoing = { sort: 'steer', stamp, said: { who, may } }
  const again = who === me && state.at ? tell(next, 'at', state.at.said) : { state: next, send: [] }
  return { state: again.state, send: [steer, ...again.send] }
}

function say<One extends 'at' | 'point' | 'ask'>(
  state: Steering,
  sort: One,
  said: Said<One>,
): Step {
  const stamp: Stamp = { by: state.me, term: state.term, seq: state.seq + 1, good: GOOD }
  // The sort and what it says belong together.
  const outgoing = { sort, stamp, said } as unknown as Outgoing
  const at = outgoing.sort === 'at' ? { at: outgoing } : {}
  return { state: { ...state, seq: stamp.seq, ...at }, send: [outgoing] }
}
