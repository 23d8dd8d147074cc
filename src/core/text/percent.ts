/** Letters as addresses have them: `a%20b.png`. */

/** `a%20b.png` → `a b.png`; as it is where a percent sign escapes nothing. */
export function decodePercent(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** `maps/a b.png` → `maps/a%20b.png`: the slashes stay. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
