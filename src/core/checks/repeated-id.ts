/** Ids of a document that an earlier document has too: a slip, or two documents with their own numbers. */
import { citedAs } from '../graph/scopes.ts'
import { spell } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/** One finding a document. */
export const repeatedId: Check = ({ graph }) => {
  const again = graph.case.items.filter(({ scope }) => scope !== undefined)
  return [...Map.groupBy(again, ({ place }) => place.file).values()].flatMap((items) => {
    const [item] = items
    const first = item && graph.case.items.find((one) => one !== item && one.id === item.id)
    if (!item || !first) return []
    const ids = items.map(({ id }) => id)
    const all = ids.length > MOST ? [...ids.slice(0, MOST), `${ids.length - MOST} more`] : ids
    return [
      {
        message: `Unexpected ${all.join(', ')} again, which ${spell(first.place)} begins, expected ids that no other document has, or that both are meant: from elsewhere this one is (${citedAs(item)})`,
        place: item.place,
        related: [first.place],
      },
    ]
  })
}

/** So many ids are named. */
const MOST = 5
