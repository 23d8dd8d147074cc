/** Full screen, and back. */
import type { Announce } from './announce.ts'

/** Returns what switches. Where the browser refuses, it says so. */
export function offerFullScreen(say: Announce): () => void {
  return () => {
    const done = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen()
    done.catch(() => say('Full screen is not possible here'))
  }
}
