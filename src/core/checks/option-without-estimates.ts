/** Options without estimates, where others have some. */
import { shorten } from '../text/phrases.ts'
import { ofLedger, placeOfAppraised } from './shared/of-ledger.ts'

export const optionWithoutEstimates = ofLedger(({ options }, { graph }) =>
  options.some(({ npsv }) => npsv)
    ? options
        .filter(
          ({ npsv, uncounted, fate, isBusinessAsUsual, hidden }) =>
            !npsv &&
            !hidden &&
            uncounted.length === 0 &&
            fate !== 'discounted' &&
            !isBusinessAsUsual,
        )
        .map((option) => ({
          message: `Unexpected option ${option.id} without estimates ("${shorten(option.text)}"), expected what it costs and brings, or why it was discounted`,
          place: placeOfAppraised(option, graph),
        }))
    : [],
)
