/** Money in prices of other years than the rest of the case, and nominal money. */
import { ofLedger } from './shared/of-ledger.ts'

export const mixedPriceYears = ofLedger(({ estimates, basis: { prices: usual } }) => {
  const nominal = estimates
    .filter(({ isNominal, restsOn }) => isNominal && restsOn.length === 0)
    .map(({ id, place }) => ({
      message: `Unexpected nominal money in ${id}, expected prices of ${usual}: economic sums are in real terms, and do not count it`,
      mend: `No sum counts ${id}, since it is nominal. Take inflation out of it, and write "${usual} prices" in its bracket`,
      place,
    }))
  const said = estimates.filter(({ prices }) => prices !== undefined)
  const mixed = said
    .filter(({ prices, restsOn }) => prices !== usual && restsOn.length === 0)
    .map(({ id, prices, place }) => ({
      message: `Unexpected prices of ${prices} in ${id}, expected those of ${usual}, as in the rest`,
      place,
    }))
  return [...nominal, ...mixed]
})
