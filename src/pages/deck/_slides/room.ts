/** A room that the address names. What a page needs in one is loaded by those who join, and by nobody else. */
import type { DeckWays } from '../_room/ways.ts'

/** What an address of a room begins with. */
const ROOM = '#room='
/** Kept for the window and those that it opens, so that the address can be that of a slide. */
const STORED_AS = `throughline room ${new URL('.', location.href).pathname}`

/** Takes the room out of the address. Returns what comes into it; undefined where there is none. */
export function takeRoom(stage: HTMLElement) {
  const broker = stage.dataset.room
  if (!broker) return undefined
  addEventListener('hashchange', () => location.hash.startsWith(ROOM) && location.reload())
  const hash = takeHash()
  return hash === undefined
    ? undefined
    : async (ways: DeckWays) => (await import('../_room/room-deck.ts')).join?.(hash, broker, ways)
}

function takeHash(): string | undefined {
  const { hash } = location
  const isHere = hash.startsWith(ROOM)
  if (isHere) history.replaceState(null, '', '#')
  try {
    if (isHere) sessionStorage.setItem(STORED_AS, hash)
    return sessionStorage.getItem(STORED_AS) ?? undefined
  } catch {
    return isHere ? hash : undefined
  }
}
