/** What the sums of options are called in files of figures, and above the parts of pages and slides. */

/** In `figures.csv` and `figures.xlsx`. */
export const SUM_NAMES = {
  costs: 'Present value of costs',
  benefits: 'Present value of benefits',
  npsv: 'Net present social value',
  bcr: 'Benefits by costs (BCR)',
} as const

/** The names of columns that say of an estimate whether and how often it is paid. */
export const FLOW_NAMES = { flow: 'Cost or benefit', rhythm: 'Once or a year' } as const

/** What is left of benefits in one year. */
export const NET = 'Benefits less costs'

/** What is said of an estimate in front of the sums that count it. */
export const IN_SUMS_OF = 'In the sums of'

/** The heading above the comparison of options. */
export const APPRAISAL = 'What the options cost and bring'

/** The heading above the values at which the case turns. */
export const TURNS = 'Where the case turns'

/** The heading above effects that have no amount of money. */
export const NOT_IN_MONEY = 'Not in money'
