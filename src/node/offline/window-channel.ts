/**
 * Deck and speaker view from disk. Each file is an origin of its own there, so that WebKit and Firefox
 * let no `BroadcastChannel` reach another one: the two speak through the window that opened the other.
 */

/** The script that a page from disk runs before its own. On a server it changes nothing. */
export const WINDOW_CHANNEL = `(${speakThroughWindows})()`

/** Whether a script of the site speaks to other windows. */
export function speaksToWindows(script: string): boolean {
  return script.includes('BroadcastChannel')
}

/** Runs in the page, alone. */
function speakThroughWindows(): void {
  if (location.protocol !== 'file:') return
  /** How often a window says that it is there to the one that opened it, ms: that may have loaded again. */
  const CALL_EVERY = 1000
  class WindowChannel extends EventTarget {
    readonly name: string
    /** The window that opened this one, and those that were heard from. */
    readonly others = new Set<Window>(opener ? [opener] : [])
    /** What was said last while nobody was there. */
    unheard: unknown

    constructor(name: string) {
      super()
      this.name = name
      addEventListener('message', ({ data, source }) => this.hear(data, source as Window | null)) // no frames here
      setInterval(() => this.tell(opener), CALL_EVERY)
    }

    hear(data: { readonly channel?: string; readonly said?: unknown } | null, from: Window | null) {
      if (data?.channel !== this.name || !from) return
      this.others.add(from)
      if (data.said) this.dispatchEvent(new MessageEvent('message', { data: data.said }))
      if (this.unheard) this.tell(from, this.unheard)
      this.unheard = undefined
    }

    postMessage(said: unknown) {
      for (const other of this.others) this.tell(other, said)
      if (this.others.size === 0) this.unheard = said
    }

    /** A file has no origin by which it could be addressed. */
    tell(other: Window | null, said?: unknown) {
      other?.postMessage({ channel: this.name, said }, '*')
    }
  }
  Object.assign(globalThis, { BroadcastChannel: WindowChannel })
}
