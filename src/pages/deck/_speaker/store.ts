/** What the speaker view keeps between loads. Where a browser keeps nothing, everything starts anew. */

/** Reads what was kept; undefined where there is nothing, or nothing that can be read. */
export function readStored<Value>(name: string, isValue: (found: unknown) => found is Value) {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    return isValue(found) ? found : undefined
  } catch {
    return undefined
  }
}

/** Keeps a value. */
export function store(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Private windows may keep nothing; the view works for as long as it is open.
  }
}
