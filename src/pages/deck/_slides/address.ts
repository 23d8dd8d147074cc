/** What an address names: `#/decision-2` → `decision-2`. */

/** Empty where the address cannot be read, such as `#/%E0%A4%A`. */
export function keyIn(hash: string): string {
  try {
    return decodeURIComponent(hash.replace(/^#\/?/, ''))
  } catch {
    return ''
  }
}
