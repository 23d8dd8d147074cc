/** What the speaker view keeps between loads. Where a browser keeps nothing, everything starts anew. */

/** Reads what was kept; undefined where there is nothing, or nothing that can be read. */
export function readStored<Value>(
  name: string,
  isValue: (found: unknown) => found is Value,
  place: () => Storage = everywhere,
) {
  try {
    const found: unknown = JSON.parse(place().getItem(name) ?? 'null')
    return isValue(found) ? found : undefined
  } catch {
    return undefined
  }
}

/** Keeps a value. */
export function store(name: string, value: unknown, place: () => Storage = everywhere): void {
  try {
    place().setItem(name, JSON.stringify(value))
  } catch {
    // Private windows may keep nothing; the view works for as long as it is open.
  }
}

/** For every window of the browser. Asked for here, since a browser that keeps nothing may refuse even that. */
const everywhere = (): Storage => localStorage
