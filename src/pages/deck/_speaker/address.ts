/** The address of the speaker view names the slide that is shown, so that a reload stays there. */

/** Writes it. */
export function nameSlide(id: string): void {
  try {
    history.replaceState(null, '', `#/${encodeURIComponent(id)}`)
  } catch {
    // WebKit refuses more than 100 changes in 30 s: the address lags until the next one.
  }
}

/** What the address names: `#/decision-2`; empty where it cannot be read. */
export function namedSlide(): string {
  try {
    return decodeURIComponent(location.hash.replace(/^#\/?/, ''))
  } catch {
    return ''
  }
}
