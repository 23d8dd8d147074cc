/** What an author probably meant by a word that is not known. */

/** Up to `count` candidates, the likeliest first, by edit distance without regard to case. */
export function nearest(word: string, candidates: readonly string[], count = 2): readonly string[] {
  return candidates
    .map((candidate, order) => ({
      candidate,
      order,
      cost: distance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.cost - b.cost || a.order - b.order)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** Levenshtein distance of two short words. */
export function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
