/** What an author probably meant by a word that is not known. */

/**
 * Up to `count` candidates, the likeliest first, by edit distance without regard to case; none that is
 * much less likely than the first.
 */
export function nearest(word: string, candidates: readonly string[], count = 2): readonly string[] {
  const all = candidates
    .map((candidate, order) => ({
      candidate,
      order,
      cost: distance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.cost - b.cost || a.order - b.order)
  const most = (all[0]?.cost ?? 0) + 1
  return all
    .filter(({ cost }) => cost <= most)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/**
 * Levenshtein distance of two short words.
 *
 * @param swaps whether two letters in each other's place count once: `intrenal`
 */
export function distance(from: string, to: string, swaps = false): number {
  let before: readonly number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const other = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      const isSwap =
        swaps && i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : other
      next.push(Math.min(other, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row.at(-1) ?? 0
}
