/** The deck in a room: for the audience it follows, for a presenter it is the screen. Loaded by those who join. */
import { isPresenters, roomIn, waysIn } from '../../../core/room/address.ts'
import { brokerAddress } from '../../../core/room/place.ts'
import { dialogOfCode } from './code-dialog.ts'
import { followRoom } from './follow-room.ts'
import { offerScreen } from './screen.ts'
import { addSheet } from './sheet.ts'
import type { DeckWays } from './ways.ts'

/**
 * Comes into the room of an address. Returns what shows the code by which others come in; undefined
 * where the address leads to no room.
 */
export function join(hash: string, broker: string, ways: DeckWays): (() => void) | undefined {
  const room = roomIn(hash)
  if (!room) return undefined
  addSheet()
  const url = brokerAddress(broker, location.href)
  if (isPresenters(room)) offerScreen(room, url, ways)
  else followRoom(room, url, ways)
  return dialogOfCode(waysIn(hash)?.audience ?? `${location.origin}${location.pathname}${hash}`)
}
