/** Benefits that do not say who answers for them, and from where to where they lead by when. */
import type { Found } from '../model/finding.ts'
import { has } from '../model/kinds.ts'
import type { Property } from '../model/properties.ts'
import { listed } from '../text/listed.ts'
import { nameInText, shorten } from '../text/phrases.ts'
import { ofLedger } from './shared/of-ledger.ts'

/** What is asked of each of them. */
const OF_BENEFIT: readonly Property[] = ['owner', 'baseline', 'target', 'date', 'measure']

export const incompleteBenefit = ofLedger((_, { graph }) =>
  graph.case.items
    .filter(({ kind }) => has(kind, 'realised', graph.kinds))
    .flatMap((item): readonly Found[] => {
      const lacks = OF_BENEFIT.filter((one) => item.properties?.[one] === undefined)
      return lacks.length > 0
        ? [
            {
              message: `Unexpected ${nameInText(item, graph.kinds)} without ${listed(lacks)} ("${shorten(item.text)}"), expected a line for each below it, such as "Owner: …"`,
              place: item.place,
            },
          ]
        : []
    }),
)
