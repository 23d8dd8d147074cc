/** Full screen, and back. */
import type { Say } from './announce.ts'

/** Returns what switches. Where the browser refuses, it says so. */
export function offerFullScreen(say: Say): () => void {
  return () => {
    const done = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen()
    done.catch(() => say('Full screen is not possible here'))
  }
}
