/** One who follows a room: hears where the presenter is, and knows when nothing is heard. */
import type { RoomAddress } from '../../../core/room/address.ts'
import { bodyOf, unseal } from '../../../core/room/envelope.ts'
import { caughtUp, type Following, hear, isAway, look } from '../../../core/room/follow.ts'
import { type Said, topicOf, topicsForAll } from '../../../core/room/messages.ts'
import { GOOD } from '../../../core/room/steer.ts'
import { connect } from './connection.ts'
import { newDevice } from './device.ts'

/** How often one looks whether the presenter is away, ms. */
const TICK = 1000

/** What one knows. */
interface Follower {
  state(): Following
  isOnline(): boolean
  /** Whether the room has ended. */
  isOver(): boolean
  /** Whether its broker has another room now: this one never comes back. */
  isGone(): boolean
  isAway(): boolean
  /** Ms until the talk begins; 0 once it has. */
  untilBegin(): number
  /** One has gone to a slide. */
  look(slide: string): void
  catchUp(): void
  /** Says something to those who present. Whether it came to them, only they can say. */
  say<One extends 'question' | 'same'>(sort: One, said: Said<One>): void
}

interface FollowerEvents {
  /** Called with each question that is kept. */
  kept(said: Said<'kept'>): void
  /** Called with each question that is not taken. */
  refused(said: Said<'refused'>): void
  /** Called with each stroke on a slide. */
  drawn(said: Said<'ink'>): void
  /** Called when something is known that was not, and each second, since time is known too. */
  changed(): void
}

/**
 * Comes into a room as one of the audience.
 * @param device Name of this one among those who ask.
 */
export function joinAsFollower(
  room: RoomAddress,
  { broker, device }: { readonly broker: string; readonly device: string },
  { kept, refused, drawn, changed }: FollowerEvents,
): Follower {
  let state: Following = {}
  let isOnline = false
  let isOver = false
  let isGone = false
  /** A broker of others may refuse for a moment. */
  const isOwn = new URL(broker).host === location.host
  const set = (next: Following): void => {
    if (next === state) return
    state = next
    changed()
  }
  const id = newDevice()
  let seq = 0
  const connection = connect(
    { url: broker, id, topics: topicsForAll(room.token) },
    {
      message(topic, bytes) {
        const message = unseal(room, topic, bytes)
        if (message?.sort === 'kept') kept(message.said)
        else if (message?.sort === 'refused') refused(message.said)
        else if (message?.sort === 'ink') drawn(message.said)
        else if (message?.sort === 'over') {
          isOver = true
          connection.close()
        } else if (message) set(hear(state, message, performance.now()))
      },
      online(is) {
        isOnline = is
        changed()
      },
      refused() {
        if (!isOwn) return
        isGone = true
        connection.close()
        changed()
      },
    },
  )
  setInterval(changed, TICK)
  return {
    state: () => state,
    isOnline: () => isOnline,
    isOver: () => isOver,
    isGone: () => isGone,
    isAway: () => isAway(state, performance.now()),
    untilBegin() {
      const { at, heardAt = 0 } = state
      return at ? Math.max(0, at.said.begins - (performance.now() - heardAt)) : 0
    },
    look: (slide) => set(look(state, slide)),
    catchUp: () => set(caughtUp(state)),
    say(sort, said) {
      seq += 1
      const text = bodyOf({ stamp: { by: device, term: 0, seq, good: GOOD }, said })
      void connection.publish(topicOf(room.token, sort, id), text, false)
    },
  }
}
