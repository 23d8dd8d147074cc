/**
 * A message as it goes over a broker: `SIGNATURE.BODY`. The signature (Ed25519, RFC 8032) is over topic
 * and body, so that none counts in another room or as another sort. It is made and proved in plain
 * JavaScript: phones on plain `http` have no Web Crypto.
 */
import { getPublicKey, hashes, sign, verify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import type { PresentersRoom, RoomAddress } from './address.ts'
import { base64urlOf, bytesOf } from './base64url.ts'
import {
  isSortOfAudience,
  isSortOfMany,
  type RoomMessage,
  readBody,
  type Said,
  type Sort,
  type Stamp,
  sortOf,
  topicOf,
} from './messages.ts'

hashes.sha512 = sha512

/** Bytes of a signature. */
const SIGNATURE = 64
/** Letters before the stop. */
const SIGNATURE_LETTERS = 86
/** No message is longer, bytes. */
export const LONGEST = 4096

/** The room of a seed. */
export function presentersRoomOf(token: string, seed: Uint8Array): PresentersRoom {
  return { token, seed, key: getPublicKey(seed) }
}

/** What a presenter shows to the room's own broker: made of the seed, and the seed is not in it. */
export function passwordOf({ seed }: PresentersRoom): string {
  const salted = new Uint8Array([...new TextEncoder().encode('throughline broker\n'), ...seed])
  return base64urlOf(sha512(salted).subarray(0, 16))
}

/** Signs a message. */
export function seal<One extends Sort>(
  { token, seed }: PresentersRoom,
  sort: One,
  message: Worded<One>,
): string {
  const body = bodyOf(message)
  return `${base64urlOf(sign(signedOf(topicOfMessage(token, sort, message), body), seed))}.${body}`
}

/** What a message is made of. */
interface Worded<One extends Sort> {
  readonly stamp: Stamp
  readonly said: Said<One>
}

/** A message of the audience as it goes: nobody signs it. */
export function bodyOf<One extends Sort>({ stamp, said }: Worded<One>): string {
  return JSON.stringify({ ...stamp, ...said })
}

/** Under which topic a message of presenters goes. */
export function topicOfMessage<One extends Sort>(
  token: string,
  sort: One,
  { said }: Worded<One>,
): string {
  return topicOf(token, sort, isSortOfMany(sort) && 'id' in said ? String(said.id) : undefined)
}

/** The message of the audience that came under a topic; undefined where it is none, or not right. */
export function readAudience(
  { token }: RoomAddress,
  topic: string,
  bytes: Uint8Array,
): RoomMessage | undefined {
  const found = sortOf(token, topic)
  if (!found || bytes.length > LONGEST || !isSortOfAudience(found.sort)) return undefined
  return readBody(found.sort, textOf(bytes))
}

/** The message of bytes that came under a topic; undefined where it is not the presenters', or not right. */
export function unseal(
  { token, key }: RoomAddress,
  topic: string,
  bytes: Uint8Array,
): RoomMessage | undefined {
  const found = sortOf(token, topic)
  if (bytes.length > LONGEST || !found || isSortOfAudience(found.sort)) return undefined
  const text = textOf(bytes)
  const signature = bytesOf(text.slice(0, SIGNATURE_LETTERS), SIGNATURE)
  if (!signature || text[SIGNATURE_LETTERS] !== '.') return undefined
  const body = text.slice(SIGNATURE_LETTERS + 1)
  // What can be told from the outside costs less than a signature.
  const message = readBody(found.sort, body)
  if (message && topic !== topicOfMessage(token, message.sort, message)) return undefined
  return message && isSigned(signature, signedOf(topic, body), key) ? message : undefined
}

function isSigned(signature: Uint8Array, signed: Uint8Array, key: Uint8Array): boolean {
  try {
    return verify(signature, signed, key, { zip215: false })
  } catch {
    return false
  }
}

function signedOf(topic: string, body: string): Uint8Array {
  return new TextEncoder().encode(`${topic}\n${body}`)
}

/** Empty where it is no UTF-8. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ''
  }
}
