/** Evidence that is called public, and that its readers can't open. */
import { hostOf, isRestricted } from '../audience/access.ts'
import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { placeOfWords } from './shared/words-at.ts'

export const restrictedAsPublic: Check = ({ graph, settings, sources }) =>
  graph.case.items.flatMap((item) => {
    if (item.strength?.access !== 'public') return []
    const closed = item.addresses?.filter((one) => isRestricted(one, settings.restricted)) ?? []
    const [first] = closed
    if (first === undefined) return []
    const hosts = [...new Set(closed.flatMap((address) => hostOf(address) ?? []))]
    return [
      {
        message: `Unexpected "public" on ${nameInText(item, graph.kinds)}, which leads to ${hosts.join(' and ')}, expected "restricted", or an address that readers can open`,
        place: placeOfWords(first, item.place, sources),
      },
    ]
  })
