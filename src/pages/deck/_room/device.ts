/** Names of this device: nobody knows by them who has it. */
import { base64urlOf } from '../../../core/room/base64url.ts'

/** A window that was opened by another has what that keeps. */
const STORED_AS = `throughline device ${location.pathname}`

/** The one by which others of the room know this window; the same once it has loaded again. */
export function deviceHere(): string {
  try {
    const kept = sessionStorage.getItem(STORED_AS) ?? newDevice()
    sessionStorage.setItem(STORED_AS, kept)
    return kept
  } catch {
    // A browser that keeps nothing is another device each time.
    return newDevice()
  }
}

/**
 * The one by which a room knows a device of the audience, so that it asks the same once: for this room
 * alone, and also in another window.
 */
export function deviceIn(token: string): string {
  const name = `throughline asks ${token}`
  try {
    const kept = localStorage.getItem(name) ?? newDevice()
    localStorage.setItem(name, kept)
    return kept
  } catch {
    return newDevice()
  }
}

/** Forgets a room that has ended, and what one was in it: a page that loads again is a deck as any other. */
export function forgetRoom(folder: URL, token: string): void {
  try {
    sessionStorage.removeItem(`throughline room ${folder.pathname}`)
    for (const name of ['asks', 'asked']) localStorage.removeItem(`throughline ${name} ${token}`)
  } catch {
    // Nothing was kept.
  }
}

/** A name that nobody has. */
export function newDevice(): string {
  return base64urlOf(crypto.getRandomValues(new Uint8Array(12)))
}
