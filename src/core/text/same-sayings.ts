/** What people who decide ask for by one name, and cases write by another. What a row has says the same. */
export const sameSayings: readonly (readonly string[])[] = [
  ['do nothing', 'doing nothing', 'did nothing', 'business as usual', 'BAU', 'status quo'],
  ['NPV', 'net present value', 'present value', 'NPSV', 'net present social value'],
  ['BCR', 'benefit cost ratio'],
  ['VfM', 'value for money'],
  ['ROI', 'return on investment'],
  ['opex', 'running costs', 'operating costs', 'operating expenditure'],
  ['capex', 'capital costs', 'upfront costs', 'up-front costs', 'capital expenditure'],
  ['SRO', 'senior responsible owner'],
]
