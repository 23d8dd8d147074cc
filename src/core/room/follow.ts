/** What one who follows knows: where the presenter is, whether one looks back on one's own. Pure. */
import { isAfter, type RoomMessage } from './messages.ts'

/** What was heard, each the latest of its sort. Times are ms of the follower's own steady clock. */
export interface Following {
  readonly at?: RoomMessage<'at'>
  readonly point?: RoomMessage<'point'>
  /** When `at` was heard. */
  readonly heardAt?: number
  /** The slide to which one went on one's own. */
  readonly own?: string
}

/** Hears a message whose signature is right. One that is older than what is known changes nothing. */
export function hear(following: Following, message: RoomMessage, now: number): Following {
  if (message.sort !== 'at' && message.sort !== 'point') return following
  if (!isAfter(message.stamp, following[message.sort]?.stamp)) return following
  if (message.sort === 'point')
    return message.stamp.term < (following.at?.stamp.term ?? 0)
      ? following
      : { ...following, point: message }
  const heard = { ...following, at: message, heardAt: now }
  return message.said.slide === following.own ? caughtUp(heard) : heard
}

/** Notes that one has gone to a slide oneself: from then on one looks back, unless it is the presenter's. */
export function look(following: Following, slide: string): Following {
  return following.at?.said.slide === slide ? caughtUp(following) : { ...following, own: slide }
}

/** Notes that one follows the presenter again. */
export function caughtUp({ own: _own, ...following }: Following): Following {
  return following
}

/** Whether nothing was heard for longer than the last message is good. */
export function isAway({ at, heardAt }: Following, now: number): boolean {
  return at !== undefined && heardAt !== undefined && now - heardAt > at.stamp.good
}

/** The dot of the moment: it goes with its slide, and when its presenter no longer steers. */
export function dotOf({ at, point }: Following): RoomMessage<'point'>['said'] | undefined {
  const isOf = point && at && point.stamp.by === at.stamp.by && point.stamp.term === at.stamp.term
  return isOf && point.said.isOn ? point.said : undefined
}
