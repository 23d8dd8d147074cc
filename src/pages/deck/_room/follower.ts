/** One who follows a room: hears where the presenter is, and knows when nothing is heard. */
import type { RoomAddress } from '../../../core/room/address.ts'
import { unseal } from '../../../core/room/envelope.ts'
import { caughtUp, type Following, hear, isAway, look } from '../../../core/room/follow.ts'
import { topicsForAll } from '../../../core/room/messages.ts'
import { connect } from './connection.ts'
import { newDevice } from './device.ts'

/** How often one looks whether the presenter is away, ms. */
const TICK = 1000

/** What one knows. */
interface Follower {
  state(): Following
  isOnline(): boolean
  isAway(): boolean
  /** Ms until the talk begins; 0 once it has. */
  untilBegin(): number
  /** One has gone to a slide. */
  look(slide: string): void
  catchUp(): void
}

/**
 * Comes into a room as one of the audience.
 * @param changed Called when something is known that was not, and each second, since time is known too.
 */
export function joinAsFollower(room: RoomAddress, broker: string, changed: () => void): Follower {
  let state: Following = {}
  let isOnline = false
  const set = (next: Following): void => {
    if (next === state) return
    state = next
    changed()
  }
  connect(
    { url: broker, id: newDevice(), topics: topicsForAll(room.token) },
    {
      message(topic, bytes) {
        const message = unseal(room, topic, bytes)
        if (message) set(hear(state, message, performance.now()))
      },
      online(is) {
        isOnline = is
        changed()
      },
    },
  )
  setInterval(changed, TICK)
  return {
    state: () => state,
    isOnline: () => isOnline,
    isAway: () => isAway(state, performance.now()),
    untilBegin() {
      const { at, heardAt = 0 } = state
      return at ? Math.max(0, at.said.begins - (performance.now() - heardAt)) : 0
    },
    look: (slide) => set(look(state, slide)),
    catchUp: () => set(caughtUp(state)),
  }
}
