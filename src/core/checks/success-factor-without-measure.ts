/** Success factors that do not say how they are measured. */
import { itemsLike } from '../graph/items.ts'
import { has } from '../model/kinds.ts'
import { nameInText, shorten } from '../text/phrases.ts'
import { ofLedger } from './shared/of-ledger.ts'

export const successFactorWithoutMeasure = ofLedger((_, { graph }) => {
  const measures = new Set(
    graph.case.items.filter(({ kind }) => has(kind, 'measure', graph.kinds)).map(({ key }) => key),
  )
  const measured = new Set(
    graph.case.links.flatMap(({ from, to }) => (measures.has(from) ? to : [])),
  )
  return itemsLike('success-factor', graph)
    .filter(
      ({ key, text, properties }) =>
        !measures.has(key) && !properties?.measure && !measured.has(key) && !RE_MEASURED.test(text),
    )
    .map((item) => ({
      message: `Unexpected ${nameInText(item, graph.kinds)} without a measure ("${shorten(item.text)}"), expected how it is measured: write "Measure: …" below it`,
      place: item.place,
    }))
})

// Matches what says how much, and by how much it is met: "below 2 in 1,000", "within 5 days", "by 20%", "to £3 million".
const RE_MEASURED =
  /\b(?:below|under|above|over|within|at (?:least|most)|(?:no|not) (?:more|less|fewer|later) than|(?:more|less|fewer|higher|lower|faster|later) than|up to|by|to|of|in|fewer|costs?|is|are) (?:about )?(?:\p{Sc}\s?)?\d[\d.,]*(?:\s?%|\s?\p{Sc}| (?:in|of|out of) \d| ?(?:k|m|bn|million|thousand|per ?cent|minutes?|hours?|(?:working )?days?|weeks?|months?|points?|calls?|people|cases|complaints)\b|(?<=\p{Sc}\s?\d[\d.,]*))|\b\d[\d.,]*\s?(?:%|per ?cent) (?:of|fewer|more|less)\b/iu
