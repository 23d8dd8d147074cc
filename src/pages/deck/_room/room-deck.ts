/** The deck in a room: for the audience it follows, for a presenter it is the screen. Loaded by those who join. */
import { isPresenters, roomIn, waysIn } from '../../../core/room/address.ts'
import { brokerAddress } from '../../../core/room/place.ts'
import { dialogOfCode } from './code-dialog.ts'
import { forgetRoom } from './device.ts'
import { addSheet } from './sheet.ts'
import type { DeckRoom, DeckWays } from './ways.ts'

/** Comes into the room of an address; undefined where it leads to none. */
export async function join(
  hash: string,
  broker: string,
  ways: DeckWays,
): Promise<DeckRoom | undefined> {
  const room = roomIn(hash)
  if (!room) return undefined
  addSheet()
  const url = brokerAddress(broker, location.href)
  const address = waysIn(hash)?.audience ?? `${location.origin}${location.pathname}${hash}`
  const code = dialogOfCode(address)
  const ended = (): void => {
    forgetRoom(new URL('.', location.href), room.token)
    code.end()
  }
  // Who follows loads nothing of what presents.
  if (!isPresenters(room)) {
    const { followRoom } = await import('./follow-room.ts')
    return { showCode: code.toggle, ask: followRoom(room, url, ways, ended) }
  }
  const { offerScreen } = await import('./screen.ts')
  offerScreen(room, url, ways, ended)
  return { showCode: code.toggle }
}
