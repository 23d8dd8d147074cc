/** What the speaker view asks of the room by the deck that it steers, on the channel of the two: types alone. */

/** A black screen, or none; ms until the talk begins. */
export interface RoomCommand {
  readonly type: 'room'
  readonly isBlack?: boolean
  readonly begins?: number
}
