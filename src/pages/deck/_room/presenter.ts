/** A presenter in a room: keeps what is known of it, and says what is to be said. */
import type { PresentersRoom } from '../../../core/room/address.ts'
import { passwordOf, readAudience, seal, unseal } from '../../../core/room/envelope.ts'
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

/** How often the time until the talk begins is said, ms. */
const SECOND = 1000
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
  /** Tells whoever sent a question that it is not taken, and why. */
  tellRefused(said: Said<'refused'>): void
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
  /** A question is not taken, as some presenter says. */
  refused?(said: Said<'refused'>): void
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
  let state = newSteering(deviceHere())
  let isOnline = false
  let isEnded = false
  /** Since when what the room says is known here; absent without a connection. */
  let knownSince: number | undefined
  const begin = newBegin()
  const latest = newLatest()
  const isOwn = new URL(broker).host === location.host
  const publish = (sort: Sort, text: string, of?: string): Promise<boolean> =>
    connection.publish(topicOf(room.token, sort, of), text, sorts[sort].isRetained)
  const send = (messages: readonly Outgoing[]): void => {
    for (const { sort, stamp, said } of messages) {
      // The table says what goes with a sort.
      const text = seal(room, sort, { stamp, said: said as never })
      if (sorts[sort].isRetained) latest.keep(sort, text)
      void publish(sort, text)
    }
  }
  const step = (next: { readonly state: Steering; readonly send: readonly Outgoing[] }): void => {
    state = next.state
    send(next.send)
    events.changed()
  }
  const close = (): void => {
    isEnded = true
    connection.close()
    events.changed()
  }
  const sayAgain = (place: Place = {}): void => {
    if (place.begins !== undefined) begin.set(place.begins)
    const said = { ...START, ...state.at?.said, ...place, begins: begin.left() }
    step(tell(state, 'at', said))
  }
  /** What a broker has forgotten it gets again: it is signed, whoever brings it. */
  const settle = (since: number): void => {
    if (!isOnline) return
    knownSince = since
    for (const [sort, text] of latest.notHeardSince(since)) void publish(sort, text)
    if (isSteering(state) && state.at) sayAgain()
    events.settled?.()
  }
  const hearSteering = (message: RoomMessage, bytes: Uint8Array): void => {
    // An echo; before the first, it is what this device said before its page loaded again.
    if (message.stamp.by === state.me && latest.isEcho(message.sort)) return
    const before = state
    step(hearPresenter(state, message, now()))
    if (message.stamp === state.since || message === state.at)
      latest.keep(message.sort, new TextDecoder().decode(bytes))
    if (message.sort === 'point' && message.stamp.by === state.who) events.pointed?.(message.said)
    if (state.at === before.at || message.sort !== 'at') return
    begin.set(message.said.begins)
    events.moved(message.said)
  }
  const hear = (topic: string, bytes: Uint8Array): void => {
    const asked = readAudience(room, topic, bytes)
    if (asked) events.asked?.(asked)
    const message = asked ? undefined : unseal(room, topic, bytes)
    if (!message) return
    if (sorts[message.sort].isRetained) latest.topics.add(topic)
    if (message.sort === 'over') close()
    else if (message.sort === 'kept') events.kept?.(message.said)
    else if (message.sort === 'refused') events.refused?.(message.said)
    else if (message.sort === 'ink') events.drawn?.(message.said)
    else hearSteering(message, bytes)
  }
  const connection = connect(
    {
      url: broker,
      id: newDevice(),
      password: isOwn ? passwordOf(room) : undefined,
      topics: [topicOf(room.token, '#')],
    },
    {
      message: hear,
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
  const sayOne = <One extends 'kept' | 'refused' | 'ink'>(
    sort: One,
    said: Said<One> & { readonly id: string },
    version: number,
  ): void => {
    const stamp: Stamp = { by: state.me, term: state.term, seq: version, good: GOOD }
    void publish(sort, seal(room, sort, { stamp, said }), said.id)
  }
  /** Its own broker forgets the room by itself. */
  const empty = (): Promise<unknown> =>
    Promise.all([...latest.topics].map((topic) => connection.publish(topic, '', true)))
  sayOften(
    () => begin.left() > 0,
    () => isSteering(state) && state.at && sayAgain(),
  )
  return {
    state: () => state,
    isOnline: () => isOnline,
    isOver: () => isEnded,
    async end() {
      const stamp = { by: state.me, term: state.term, seq: state.seq, good: GOOD }
      const isThere = await publish('over', seal(room, 'over', { stamp, said: {} }))
      latest.topics.delete(topicOf(room.token, 'over'))
      if (isThere && !isOwn) await empty()
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
    tellRefused: (said) => sayOne('refused', said, 0),
    tellInk: (said) => sayOne('ink', said, said.version),
    answer: (by, yes) => step(answer(state, by, yes, now())),
    beginsAt: begin.at,
  }
}

const now = (): number => performance.now()

/** When the talk begins. */
function newBegin() {
  let begins = 0
  const at = (): number => (begins > now() ? begins : 0)
  return {
    /** @param ms from now; 0 for one that has begun */
    set(ms: number): void {
      begins = ms && now() + ms
    },
    /** Ms of `performance.now()`; 0 once it has. */
    at,
    left: (): number => (at() === 0 ? 0 : Math.round(at() - now())),
  }
}

/** What a broker keeps of this room: the latest of each sort, as it was signed, and when it was heard from there. */
function newLatest() {
  const kept = new Map<Sort, { readonly text: string; heardAt: number }>()
  return {
    /** Under which topics it keeps something. */
    topics: new Set<string>(),
    keep: (sort: Sort, text: string): void => void kept.set(sort, { text, heardAt: now() }),
    /** Whether this device has said one of that sort, which comes back now. */
    isEcho(sort: Sort): boolean {
      const own = kept.get(sort)
      if (own) own.heardAt = now()
      return own !== undefined
    },
    notHeardSince: (since: number): readonly (readonly [Sort, string])[] =>
      [...kept].flatMap(([sort, { text, heardAt }]) => (heardAt < since ? [[sort, text]] : [])),
  }
}

/** Says where the deck is at each beat, and each second where whoever comes meanwhile needs it. */
function sayOften(isNeeded: () => boolean, say: () => void): void {
  let saidAt = now()
  setInterval(() => {
    if (!isNeeded() && now() - saidAt < BEAT) return
    saidAt = now()
    say()
  }, SECOND)
}
