/** Options that nobody compared with more and with less ambitious ones. */
import { listed } from '../text/listed.ts'
import { ofLedger, placeOfAppraised } from './shared/of-ledger.ts'

const RE_MORE = /\b(?:more|most) ambitious\b|\bdo (?:the )?(?:maximum|more)\b/i
const RE_LESS = /\bless ambitious\b|\bdo less\b/i

/**
 * Options without those that the Green Book asks for beside the preferred one. Asked where options are
 * weighed in money.
 */
export const narrowOptions = ofLedger(({ options, preferred: key, isPart }, { graph }) => {
  const preferred = options.find((one) => one.key === key)
  if (!preferred?.costs || isPart) return []
  const { costs, id } = preferred
  const others = options.filter((one) => one !== preferred && !one.isBusinessAsUsual)
  const isSaid = (pattern: RegExp) => others.some(({ text }) => pattern.test(text))
  const costing = others
    .filter((one) => !one.isDoMinimum)
    .flatMap((one) => one.costs?.central ?? [])
  const lacks = [
    ...(options.some((one) => one.isDoMinimum) ? [] : ['do minimum']),
    ...(isSaid(RE_MORE) || costing.some((cost) => cost > costs.central)
      ? []
      : [`one more ambitious than ${id}`]),
    ...(preferred.isDoMinimum || isSaid(RE_LESS) || costing.some((cost) => cost < costs.central)
      ? []
      : [`one less ambitious than ${id}`]),
  ]
  if (lacks.length === 0) return []
  const message = `Unexpected options without ${listed(lacks)}, expected these beside business as usual: who reads a narrow list asks what was left out`
  return [{ message, place: placeOfAppraised(preferred, graph) }]
})
