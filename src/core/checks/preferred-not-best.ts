/** Preferred options that lose by the sums of their own case. */
import { chanceWords } from '../appraisal/charts.ts'
import { ofLedger, placeOfAppraised } from './shared/of-ledger.ts'

/**
 * A preferred option that is not the best by its own sums, where its words do not say why it is preferred all
 * the same.
 */
export const preferredNotBest = ofLedger((ledger, { graph }) => {
  const { options, preferred: key, isPreferredGuessed, isPart } = ledger
  const preferred = options.find((one) => one.key === key)
  const { npsv, told, benefits, costs, chanceOfBest = 1 } = preferred ?? {}
  if (!preferred || !npsv || !told || isPreferredGuessed || isPart || preferred.because) return []
  if (!benefits?.central || !costs?.central) return []
  const [rival] = options
    .filter(
      (one) => one !== preferred && (one.benefits?.central || one.isBusinessAsUsual) && !one.hidden,
    )
    .toSorted((one, other) => (other.chanceOfBest ?? 0) - (one.chanceOfBest ?? 0))
  const rivals = rival?.chanceOfBest ?? 0
  const isBeaten = rival !== undefined && rivals > chanceOfBest
  if (npsv.central >= 0 && !isBeaten) return []
  const { id } = preferred
  const faults = [
    ...(npsv.central < 0 ? [`comes to ${told.npsv.central}, and costs more than it brings`] : []),
    ...(isBeaten
      ? [
          `is best in ${chanceWords(chanceOfBest)}, where ${rival.id}${rival.fate === 'discounted' ? ', which is discounted,' : ''} is best in ${chanceWords(rivals)}`,
        ]
      : []),
  ]
  return [
    {
      message: `Unexpected preferred option ${id} that ${faults.join(', and ')}, expected the best one, or why it is preferred all the same`,
      mend: `${id} is preferred, but ${faults.join(', and ')}. Say in a sentence of it why it is preferred all the same: "Carried forward because …". Else prefer another one`,
      place: placeOfAppraised(preferred, graph),
    },
  ]
})
