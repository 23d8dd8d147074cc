/** Names for the places that links lead to: shorter and plainer than keys, as Word asks. */

/** Word cuts longer names. */
const LONGEST = 40

/** A name for each key, no two alike: `why-now` → `why_now`. */
export function bookmarksOf(keys: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const numbers = new Map<string, number>()
  for (const key of new Set(keys)) {
    const plain = `k_${key.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, LONGEST)
    let name = plain
    for (let n = numbers.get(plain) ?? 2; taken.has(name.toLowerCase()); n += 1) {
      name = `${plain.slice(0, LONGEST - 1 - String(n).length)}_${n}`
      numbers.set(plain, n)
    }
    taken.add(name.toLowerCase())
    names.set(key, name)
  }
  return names
}
