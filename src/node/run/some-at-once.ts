/** Work on many things, of which some are done side by side. */

/**
 * Does the work for each item, so many at once: the next begins where one has ended. Results are in the order of the items.
 * @throws what the work throws first, once all that had begun has ended; nothing begins after it
 */
export async function someAtOnce<Item, Result>(
  count: number,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const left = [...items.entries()].reverse()
  const working = Array.from({ length: Math.min(count, items.length) }, async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [index, item] = next
      try {
        results[index] = await work(item, index)
      } catch (error) {
        left.length = 0
        throw error
      }
    }
  })
  await Promise.allSettled(working)
  await Promise.all(working)
  return results
}
