/** What the address of a room says behind its `#`: which room, by whose key, and for presenters with what they sign. */
import { base64urlOf, bytesOf } from './base64url.ts'

/** A room as those who follow know it. */
export interface RoomAddress {
  /** Names the room at its broker: 16 letters that nobody guesses. */
  readonly token: string
  /** Public key of its presenters, 32 bytes. */
  readonly key: Uint8Array
}

/** A room as its presenters know it. */
export interface PresentersRoom extends RoomAddress {
  /** What its key was made of, 32 bytes: who has it, presents. */
  readonly seed: Uint8Array
}

/** Bytes of each part. */
const [TOKEN, KEY] = [12, 32]

// Matches "#room=TOKEN.KEY", "#room=TOKEN.KEY.SEED" and either with ways in behind it.
const RE_ROOM = /^#room=([\w-]+)\.([\w-]+)(?:\.([\w-]+))?(?:&|$)/

/** Where others come into the room, as the presenter's own windows are told: this machine knows its networks. */
interface Ways {
  readonly audience: string
  readonly presenters: string
}

/** What stands in an address for those who follow: `room=TOKEN.KEY`. */
export function fragmentOf({ token, key }: RoomAddress): string {
  return `room=${token}.${base64urlOf(key)}`
}

/** What stands in an address for presenters: `room=TOKEN.KEY.SEED`. */
export function presentersFragmentOf(room: PresentersRoom): string {
  return `${fragmentOf(room)}.${base64urlOf(room.seed)}`
}

/** The room that an address leads to; undefined where it leads to none, or is no whole one. */
export function roomIn(hash: string): RoomAddress | PresentersRoom | undefined {
  const [, token = '', key = '', seed] = RE_ROOM.exec(hash) ?? []
  const keyBytes = bytesOf(key, KEY)
  if (!keyBytes || bytesOf(token, TOKEN) === undefined) return undefined
  if (seed === undefined) return { token, key: keyBytes }
  const seedBytes = bytesOf(seed, KEY)
  return seedBytes && { token, key: keyBytes, seed: seedBytes }
}

/** The ways in, as they stand behind a room in an address. */
export function waysOf({ audience, presenters }: Ways): string {
  return String(new URLSearchParams({ audience, presenters }))
}

/** The ways in that an address tells; undefined where it tells none. */
export function waysIn(hash: string): Ways | undefined {
  const said = new URLSearchParams(hash.slice(hash.indexOf('&') + 1))
  const [audience, presenters] = [said.get('audience'), said.get('presenters')]
  return audience && presenters ? { audience, presenters } : undefined
}

/** Whether one may present in it. */
export function isPresenters(room: RoomAddress): room is PresentersRoom {
  return 'seed' in room
}

/** A name for a room, of so many random bytes. */
export function tokenOf(random: Uint8Array): string {
  return base64urlOf(random.slice(0, TOKEN))
}
