/** What people who decide ask for by one name, and cases write by another. What a row has says the same. */
export const sameSayings: readonly (readonly string[])[] = [
  ['do nothing', 'doing nothing', 'did nothing', 'business as usual', 'BAU', 'status quo'],
  ['NPV', 'net present value', 'present value', 'NPSV', 'net present social value'],
  ['BCR', 'benefit cost ratio'],
  ['VfM', 'value for money'],
  ['ROI', 'return on investment'],
  ['opex', 'running costs', 'operating costs', 'operating expenditure'],
  ['capex', 'capital costs', 'upfront costs', 'up-front costs', 'capital expenditure'],
  // A case marks what it lacks, and people ask for it in many ways.
  [
    ...['gap', 'to be written', 'not written yet', 'still open', 'still missing', 'still unknown'],
    ...[
      'what is open',
      "what's open",
      'what is missing',
      "what's missing",
      'what is left',
      "what's left",
    ],
    ...[
      'still to do',
      'left to do',
      'not done yet',
      'not decided yet',
      'still undecided',
      'outstanding',
    ],
    ...[
      'we not know',
      "don't we know",
      "don't you know",
      'not known yet',
      'open issues',
      'open points',
    ],
  ],
  ['SRO', 'senior responsible owner'],
]
