/** Evidence that is called public, and that its readers can't open. */
import { hostOf, isRestricted } from '../audience/access.ts'
import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { placeOfWords } from './shared/words-at.ts'

/**
 * Reason: a reader who follows "public" evidence to a page that asks for an account trusts the rest
 * less.
 *
 * Wrong: `Evidence 3a (public): [The notes](https://docs.google.com/…) show it.`
 *
 * Right: `Evidence 3a (restricted): …` with a summary here, or an address that everybody can open.
 *
 * `restricted` in `case.yaml` adds hosts to the usual ones.
 */
export const restrictedAsPublic: Check = {
  id: 'restricted-as-public',
  severity: 'warning',
  rule: 'What is called public can be opened by everybody, so that readers can follow it.',
  run: ({ graph, settings, sources }) =>
    graph.case.items.flatMap((item) => {
      if (item.strength?.access !== 'public') return []
      const closed = item.addresses?.filter((one) => isRestricted(one, settings.restricted)) ?? []
      const [first] = closed
      if (first === undefined) return []
      const hosts = [...new Set(closed.flatMap((address) => hostOf(address) ?? []))]
      return [
        {
          message: `Unexpected "public" on ${nameInText(item)}, which leads to ${hosts.join(' and ')}, expected "restricted", or an address that readers can open`,
          place: placeOfWords(first, item.place, sources),
        },
      ]
    }),
}
