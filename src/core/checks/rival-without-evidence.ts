/** Options for which nobody sought evidence, where the preferred one has some. */
import type { OptionAppraisal } from '../appraisal/plan.ts'
import { has } from '../model/kinds.ts'
import { shorten } from '../text/phrases.ts'
import { ofLedger, placeOfAppraised } from './shared/of-ledger.ts'

/** Options that were compared without evidence: readers think that the answer was known before the question. */
export const rivalWithoutEvidence = ofLedger(({ options, preferred, estimates }, { graph }) => {
  const isKnown = (key: string) => {
    const item = graph.items.get(key)
    return item !== undefined && has(item.kind, 'ground', graph.kinds)
  }
  const backed = new Set(
    graph.case.links.flatMap(({ from, to }) => [
      ...(isKnown(to) ? [from] : []),
      ...(isKnown(from) ? [to] : []),
    ]),
  )
  const isBacked = (option: OptionAppraisal) =>
    backed.has(option.key) ||
    estimates.some(({ key, option: of }) => of === option.key && backed.has(key))
  if (!options.some((one) => one.key === preferred && isBacked(one))) return []
  return options
    .filter((one) => one.key !== preferred && !one.isBusinessAsUsual && !isBacked(one))
    .map((option) => ({
      message: `Unexpected option ${option.id} for which nobody sought evidence ("${shorten(option.text)}"), expected evidence for or against it, as for the preferred one`,
      place: placeOfAppraised(option, graph),
    }))
})
