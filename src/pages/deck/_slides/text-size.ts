/** Larger text for the room: by a key, or by the size that the reader's browser is set to. */
import type { Announce } from './announce.ts'

/** As large as text may be: every slide is planned to fit at it too (core/deck/canvas.ts). */
const LARGEST = 1.2

/** The size to which browsers are set unless their user changes it, px. */
const USUAL = 16

const STORED_AS = 'throughline-text'

interface TextSize {
  enlarge(): void
  reset(): void
}

/** Sets the size that was chosen in this window, or else that of the browser. Returns what changes it. */
export function offerTextSize(root: HTMLElement, say: Announce): TextSize {
  const set = (size: number): void => root.style.setProperty('--text', String(size))
  const choose = (size: number) => () => {
    set(size)
    keep(size)
    say(`Text at ${Math.round(size * 100)} %`)
  }
  set(within(kept() ?? sizeOfBrowser(root)))
  return { enlarge: choose(LARGEST), reset: choose(1) }
}

function sizeOfBrowser(root: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(root).fontSize) / USUAL
}

function within(size: number): number {
  return Math.min(Math.max(size, 1), LARGEST)
}

function kept(): number | undefined {
  try {
    const size = Number.parseFloat(sessionStorage.getItem(STORED_AS) ?? '')
    return Number.isNaN(size) ? undefined : size
  } catch {
    return undefined
  }
}

function keep(size: number): void {
  try {
    sessionStorage.setItem(STORED_AS, String(size))
  } catch {
    // Then it holds until the page is left.
  }
}
