/** A presenter in a room: keeps what is known of it, and says what is to be said. */
import type { PresentersRoom } from '../../../core/room/address.ts'
import {
  passwordOf,
  readAudience,
  seal,
  topicOfMessage,
  unseal,
} from '../../../core/room/envelope.ts'
import {
  type RoomMessage,
  type Said,
  type Sort,
  type Stamp,
  sorts,
  topicOf,
} from '../../../core/room/messages.ts'
import {
  answer,
  ask,
  BEAT,
  GOOD,
  hearPresenter,
  isSteering,
  mayTake,
  newSteering,
  type Outgoing,
  type Steering,
  take,
  tell,
} from '../../../core/room/steer.ts'
import { connect } from './connection.ts'
import { deviceHere, newDevice } from './device.ts'

/** How long a broker has to bring what it kept, ms. */
const GRACE = 1000

/** What of the place counts: the rest is as it was. */
type Place = Partial<Said<'at'>>

/** A presenter's end of the room. */
export interface Presenter {
  state(): Steering
  isOnline(): boolean
  /** Whether the room has ended. */
  isOver(): boolean
  /** Ends the room, for all; resolves to whether its broker has taken that. */
  end(): Promise<boolean>
  mayTake(): boolean
  /** Says where the deck is now, if this device steers. */
  tell(place: Place): void
  point(said: Said<'point'>): void
  take(): void
  ask(name: string): void
  /** Tells all of a question that is kept, as this device says it. */
  tellKept(said: Said<'kept'>): void
  /** Tells all of a stroke. */
  tellInk(said: Said<'ink'>): void
  answer(by: string, yes: boolean): void
  /** When the talk begins, ms of `performance.now()`; 0 once it has. */
  beginsAt(): number
}

interface PresenterEvents {
  /** Something is known that was not. */
  changed(): void
  /** Where another device says that the deck is. */
  moved(at: Said<'at'>): void
  pointed?(said: Said<'point'>): void
  /** Somebody of the audience says something. */
  asked?(message: RoomMessage): void
  /** A question is kept, as some presenter says. */
  kept?(said: Said<'kept'>): void
  /** A stroke, as some presenter draws it. */
  drawn?(said: Said<'ink'>): void
  /** The connection is lost. */
  left?(): void
  /** Connected for a moment, and whatever the broker has kept is known. */
  settled?(): void
}

const START: Said<'at'> = { slide: 'title', step: 0, isBlack: false, begins: 0 }

/** Comes into a room as a presenter. */
export function joinAsPresenter(
  room: PresentersRoom,
  broker: string,
  events: PresenterEvents,
): Presenter {
  const now = (): number => performance.now()
  let state = newSteering(deviceHere())
  let isOnline = false
  let isEnded = false
  /** Since when what the room says is known here; absent without a connection. */
  let knownSince: number | undefined
  /** What a broker keeps of this room. */
  const retained = new Set<string>()
  let begins = 0
  /** The latest of what a broker keeps, as it was signed, and when it was heard from there. */
  const kept = new Map<Sort, { readonly text: string; heardAt: number }>()
  const send = (messages: readonly Outgoing[]): void => {
    for (const { sort, stamp, said } of messages) {
      // The table says what goes with a sort.
      const text = seal(room, sort, { stamp, said: said as never })
      if (sorts[sort].isRetained) kept.set(sort, { text, heardAt: now() })
      void connection.publish(topicOf(room.token, sort), text, sorts[sort].isRetained)
    }
  }
  const step = (next: { readonly state: Steering; readonly send: readonly Outgoing[] }): void => {
    state = next.state
    send(next.send)
    events.changed()
  }
  const hasBegun = (): boolean => begins > 0 && begins <= performance.now()
  const untilBegin = (): number =>
    begins === 0 || hasBegun() ? 0 : Math.round(begins - performance.now())
  const close = (): void => {
    isEnded = true
    connection.close()
    events.changed()
  }
  const sayAgain = (place: Place = {}): void => {
    if (place.begins !== undefined) begins = place.begins && now() + place.begins
    const said = { ...START, ...state.at?.said, ...place, begins: untilBegin() }
    step(tell(state, 'at', said))
  }
  /** What a broker has forgotten it gets again: it is signed, whoever brings it. */
  const settle = (since: number): void => {
    if (!isOnline) return
    knownSince = since
    for (const [sort, { text, heardAt }] of kept)
      if (heardAt < since) void connection.publish(topicOf(room.token, sort), text, true)
    if (isSteering(state) && state.at) sayAgain()
    events.settled?.()
  }
  const heard = (message: RoomMessage, text: string): void => {
    const before = state
    step(hearPresenter(state, message, now()))
    if (message.stamp === state.since || message === state.at)
      kept.set(message.sort, { text, heardAt: now() })
    if (message.sort === 'point' && message.stamp.by === state.who) events.pointed?.(message.said)
    if (state.at === before.at || message.sort !== 'at') return
    begins = message.said.begins && now() + message.said.begins
    events.moved(message.said)
  }
  const isOwn = new URL(broker).host === location.host
  const connection = connect(
    {
      url: broker,
      id: newDevice(),
      password: isOwn ? passwordOf(room) : undefined,
      topics: [topicOf(room.token, '#')],
    },
    {
      message(topic, bytes) {
        const asked = readAudience(room, topic, bytes)
        if (asked) return events.asked?.(asked)
        const message = unseal(room, topic, bytes)
        if (message && sorts[message.sort].isRetained) retained.add(topic)
        if (message?.sort === 'over') return close()
        if (message?.sort === 'kept') return events.kept?.(message.said)
        if (message?.sort === 'ink') return events.drawn?.(message.said)
        if (!message) return
        const own = message.stamp.by === state.me ? kept.get(message.sort) : undefined
        // An echo; before the first, it is what this device said before its page loaded again.
        if (own) own.heardAt = now()
        else heard(message, new TextDecoder().decode(bytes))
      },
      online(is) {
        isOnline = is
        if (!is) knownSince = undefined
        events.changed()
        if (is) setTimeout(settle, GRACE, now())
        else events.left?.()
      },
      // Its own broker has another room now.
      refused: () => isOwn && close(),
    },
  )
  /** Says how one of many is now. */
  const sayOne = <One extends 'kept' | 'ink'>(sort: One, said: Said<One>, version: number) => {
    const stamp: Stamp = { by: state.me, term: state.term, seq: version, good: GOOD }
    const message = { stamp, said }
    const topic = topicOfMessage(room.token, sort, message)
    void connection.publish(topic, seal(room, sort, message), true)
  }
  setInterval(() => isSteering(state) && state.at && sayAgain(), BEAT)
  return {
    state: () => state,
    isOnline: () => isOnline,
    isOver: () => isEnded,
    async end() {
      const over = topicOf(room.token, 'over')
      const stamp = { by: state.me, term: state.term, seq: state.seq, good: GOOD }
      const isThere = await connection.publish(over, seal(room, 'over', { stamp, said: {} }), true)
      // Its own broker forgets the room by itself.
      if (isThere && !isOwn)
        await Promise.all(
          [...retained].map((topic) => topic !== over && connection.publish(topic, '', true)),
        )
      if (isThere) close()
      return isThere
    },
    mayTake() {
      // Where this device was away itself, it has yet to hear whether the one who steers is.
      if (knownSince === undefined) return false
      const heardAt = Math.max(state.heardAt ?? 0, knownSince)
      return mayTake({ ...state, heardAt }, now())
    },
    tell: sayAgain,
    point: (said) => step(tell(state, 'point', said)),
    take: () => step(take(state, now())),
    ask: (name) => step(ask(state, name)),
    tellKept: (said) => sayOne('kept', said, said.version),
    tellInk: (said) => sayOne('ink', said, said.version),
    answer: (by, yes) => step(answer(state, by, yes, now())),
    beginsAt: () => (hasBegun() ? 0 : begins),
  }
}
