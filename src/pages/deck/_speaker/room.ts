/** A room that the address names, as the deck's `_slides/room.ts` takes it: shared, it would be a file more for both. */
import type { SpeakerWays } from '../_room/room-speaker.ts'

const ROOM = '#room='
const NAME = `throughline room ${new URL('..', location.href).pathname}`

/** Takes the room out of the address. Returns what comes into it; undefined where there is none. */
export function takeRoom(broker: string | undefined) {
  if (!broker) return undefined
  addEventListener('hashchange', () => location.hash.startsWith(ROOM) && location.reload())
  const { hash } = location
  const isHere = hash.startsWith(ROOM)
  if (isHere) {
    history.replaceState(null, '', '#')
    keep(hash)
  }
  const room = isHere ? hash : kept()
  return room === undefined
    ? undefined
    : async (ways: SpeakerWays) =>
        (await import('../_room/room-speaker.ts')).join?.(room, broker, ways)
}

/** Of the deck's window too, if that has opened this one. */
function kept(): string | undefined {
  try {
    return sessionStorage.getItem(NAME) ?? undefined
  } catch {
    return undefined
  }
}

function keep(hash: string): void {
  try {
    sessionStorage.setItem(NAME, hash)
  } catch {
    // It holds until the window loads again.
  }
}
