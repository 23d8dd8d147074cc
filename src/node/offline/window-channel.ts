/**
 * Deck and speaker view from disk. Each file is an origin of its own there, so that WebKit and Firefox
 * let no `BroadcastChannel` reach another one: the two speak through the window that opened the other.
 */
import { speakThroughWindows } from './in-page/window-channel.mjs'

/** The script that a page from disk runs before its own. On a server it changes nothing. */
export const WINDOW_CHANNEL = `(${speakThroughWindows})()`

/** Whether a script of the site speaks to other windows. */
export function speaksToWindows(script: string): boolean {
  return script.includes('BroadcastChannel')
}
