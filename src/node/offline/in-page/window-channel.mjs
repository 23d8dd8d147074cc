/** In a page from disk, alone: a `BroadcastChannel` that reaches the window that opened it, and those it opened. */
export function speakThroughWindows() {
  if (location.protocol !== 'file:') return
  /** How often a window says that it is there to the one that opened it, ms: that may have loaded again. */
  const CALL_EVERY = 1000
  class WindowChannel extends EventTarget {
    constructor(name) {
      super()
      this.name = name
      /** The window that opened this one, and those that were heard from. */
      this.others = new Set(opener ? [opener] : [])
      /** What was said last while nobody was there. */
      this.unheard = undefined
      addEventListener('message', ({ data, source }) => this.hear(data, source))
      setInterval(() => this.tell(opener), CALL_EVERY)
    }

    hear(data, from) {
      if (data?.channel !== this.name || !from) return
      this.others.add(from)
      if (data.said) this.dispatchEvent(new MessageEvent('message', { data: data.said }))
      if (this.unheard) this.tell(from, this.unheard)
      this.unheard = undefined
    }

    postMessage(said) {
      for (const other of this.others) this.tell(other, said)
      if (this.others.size === 0) this.unheard = said
    }

    /** A file has no origin by which it could be addressed. */
    tell(other, said) {
      other?.postMessage({ channel: this.name, said }, '*')
    }
  }
  Object.assign(globalThis, { BroadcastChannel: WindowChannel })
}
