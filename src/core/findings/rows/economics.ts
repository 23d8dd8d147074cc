/** What is wrong with figures, and with the weighing of options. */
import type { Rows } from './row.ts'

const TWO_OPTIONS = '## Options\n\n- Option 1: Business as usual\n- Option 2 (preferred): We build'
const SAVES = 'Estimate 2 (OPT2, benefit, one-off, 2027): It saves £1 to £2 million'
const COSTS = 'Estimate 1 (OPT2, cost, one-off, 2027): It costs £2 to £3 million'

/** Findings of figures that say something wrong, by id. */
export const figures = {
  'drifted-figure': {
    severity: 'error',
    finder: 'case',
    rule: 'A number that cites an estimate says what the estimate comes to.',
    reason:
      'Prose drifts away from its sums as these change. A sponsor who finds two numbers for one thing believes neither.',
    note: 'It compares at the precision in which the number is told: “£18 million” agrees with 17.5. One number may be the central value or the median. `check --fix` writes the right words, but never into quotes or evidence: what others said stays as it was.',
    wrong:
      'Calls cost £10 to £30 (EST3).\n\nEstimate 1: We get 2 to 3 calls\n\nEstimate 2: A call costs £6 to £8\n\nEstimate 3: EST1 × EST2',
    right:
      'Calls cost £13 to £22 (EST3).\n\nEstimate 1: We get 2 to 3 calls\n\nEstimate 2: A call costs £6 to £8\n\nEstimate 3: EST1 × EST2',
    mend: 'Write what the estimate comes to, or cite another one',
  },
  'unreadable-estimate': {
    severity: 'error',
    finder: 'case',
    rule: 'An estimate says one number, or one sum of numbers and estimates that exist.',
    reason: 'What nobody can work out is in no total, and nobody would see that it is missing.',
    note: 'Sums know `×`, `times`, `plus`, `minus`, `divided by`, `10% of EST3`, brackets, and `the larger of EST1 and EST2`. A case has at most 1,000 estimates.',
    wrong: 'Estimate 1: Calls cost a lot',
    right: 'Estimate 1: Calls cost £2 to £3 million',
    mend: 'Write one number with its range, or one sum',
  },
  'formula-cycle': {
    severity: 'error',
    finder: 'case',
    rule: 'No sum rests on itself, so that it ends in numbers.',
    reason: 'Two estimates that are made of each other say nothing.',
    wrong: 'Estimate 1: Calls cost EST2 × 2\n\nEstimate 2: Letters cost EST1 × 2',
    right: 'Estimate 1: Calls cost £2 to £3\n\nEstimate 2: Letters cost EST1 × 2',
    mend: 'Write a number in one of the sums',
  },
  'unit-mismatch': {
    severity: 'error',
    finder: 'case',
    rule: 'What is added counts the same, and what is multiplied cancels.',
    reason: 'Calls and pounds have no sum. Most such mistakes are of a thousand or of a year.',
    wrong: 'Estimate 1: We get 2 to 3 calls\n\nEstimate 2: Both are EST1 plus £5',
    right: 'Estimate 1: We get 2 to 3 calls\n\nEstimate 2: Both are EST1 plus 5 calls',
    mend: 'Add what counts the same, and say for each of what a price is: "£6 a call"',
  },
  'turned-range': {
    severity: 'error',
    finder: 'case',
    rule: 'A range goes from its smaller end to its larger one.',
    reason: 'Nobody knows whether two numbers were swapped or one was misspelt.',
    wrong: 'Estimate 1: Calls cost £5 to £3 million',
    right: 'Estimate 1: Calls cost £3 to £5 million',
    mend: 'Write the smaller end first',
  },
  'mixed-price-years': {
    severity: 'warning',
    finder: 'case',
    rule: 'All sums of a case have the prices of one year.',
    reason: 'A pound of 2020 is not a pound of 2026: their sum is neither.',
    note: '`economics: base` in `case.yaml` says which year it is.',
    wrong:
      'Estimate 1 (2026 prices): Calls cost £3 to £5\n\nEstimate 2 (2020 prices): Letters cost £1 to £2',
    right:
      'Estimate 1 (2026 prices): Calls cost £3 to £5\n\nEstimate 2 (2026 prices): Letters cost £1.20 to £2.40',
    mend: 'Give the number in the prices of the year that all have',
  },
  'benefit-counted-twice': {
    severity: 'warning',
    finder: 'case',
    rule: 'Each benefit and each cost counts once in its option.',
    reason: 'A saving that stands in a total and by itself makes a case look better than it is.',
    wrong: `${TWO_OPTIONS}\n\nEstimate 1 (OPT2, benefit, 2027, a year): Staff save £2 to £3\n\nEstimate 2 (OPT2, benefit, 2027, a year): All save EST1 plus £1`,
    right: `${TWO_OPTIONS}\n\nEstimate 1: Staff save £2 to £3\n\nEstimate 2 (OPT2, benefit, 2027, a year): All save EST1 plus £1`,
    mend: 'Take the option out of the bracket of one of them',
  },
} as const satisfies Rows

/** Findings of what an appraisal lacks, by id. */
export const appraisal = {
  'partial-sum': {
    severity: 'warning',
    finder: 'case',
    rule: 'The sums of an option are told whole, or not at all.',
    reason:
      'A cost that stays inside is in no sum for everyone, and makes the option look better than it is.',
    note: 'Pages for everyone say “Not published” in place of such sums, and do not say which option is best. `economics: partial` in `case.yaml` names options whose sums may be told in part: the pages then say so.',
    wrong: `${TWO_OPTIONS}\n\n${COSTS}\n\nEstimate 2 (internal, OPT2, cost, one-off, 2027): The contract costs £4 to £6 million`,
    right: `${TWO_OPTIONS}\n\n${COSTS}\n\nEstimate 2 (OPT2, cost, one-off, 2027): The contract costs £4 to £6 million`,
    mend: 'Let everyone read the estimate, or say in case.yaml that the sums are told in part',
  },
  'uncounted-amount': {
    severity: 'warning',
    finder: 'case',
    rule: 'Money in a table of options is an estimate of the case, or cites one.',
    reason:
      'A table of costs and benefits looks like the appraisal. What stands in it alone is in no total, has no range, and drifts away from what is.',
    wrong:
      '## Options\n\n| | Option 1: Do nothing | Option 2: We build |\n| - | - | - |\n| Capital cost, 2027 | £0 | £2 to £3 million |',
    right: `## Options\n\n| | Option 1: Do nothing | Option 2: We build |\n| - | - | - |\n| Capital cost, 2027 | £0 | £2 to £3 million (EST1) |\n\n${COSTS}`,
    mend: 'Write an estimate for each amount, and cite it in the cell',
  },
  'uncounted-estimate': {
    severity: 'warning',
    finder: 'case',
    rule: 'An estimate of an option says whether it is a cost or a benefit, in which years, and whether once or each year.',
    reason: 'Without these it is in no total, or only a part of it is.',
    wrong: `${TWO_OPTIONS}\n\nEstimate 1 (OPT2, cost, one-off): It costs £2 to £3 million`,
    right: `${TWO_OPTIONS}\n\n${COSTS}`,
    mend: 'Write what is missing into its bracket',
  },
  'estimate-without-range': {
    severity: 'warning',
    finder: 'case',
    rule: 'An estimate says how far off it may be.',
    reason:
      '"How sure are you?" is the first question. One number answers it with certainty that nobody has.',
    note: 'A price that is known says so: `(high confidence)`. “At least” and “up to” are one end of a range.',
    wrong: 'Estimate 1: Calls cost about £3 million',
    right: 'Estimate 1: Calls cost about £3 million, £2 to £5 million',
    mend: 'Write the range that you would bet on',
  },
  'no-business-as-usual': {
    severity: 'warning',
    finder: 'case',
    rule: 'Among the options is business as usual: what happens if nothing is done.',
    reason:
      'All that an option brings is brought beside something. Without it nobody knows beside what.',
    wrong: `## Options\n\n- Option 2 (preferred): We build\n- Option 3: We buy\n\n${COSTS}`,
    right: `${TWO_OPTIONS}\n- Option 3: We buy\n\n${COSTS}`,
    mend: 'Write an option "Business as usual"',
  },
  'preferred-not-best': {
    severity: 'warning',
    finder: 'case',
    rule: 'The preferred option brings more than it costs, and is best most often. Else its words say why it is preferred.',
    reason: 'Who reads the sums sees it anyway, and asks why the case says nothing of it.',
    note: 'It is asked where costs and benefits of the preferred option are in money. Benefits that are not in money may be the reason: say so.',
    wrong: `${TWO_OPTIONS}\n\n${COSTS}\n\n${SAVES}`,
    right: `${TWO_OPTIONS}. Carried forward because it keeps people alive, which nobody counted.\n\n${COSTS}\n\n${SAVES}`,
    mend: 'Say in a sentence of it why it is preferred all the same, or prefer another one',
  },
  'narrow-options': {
    severity: 'advice',
    finder: 'case',
    rule: 'Beside the preferred option stand do minimum, one that is more ambitious, and one that is less.',
    reason:
      'A narrow list is among the commonest grounds on which cases are rejected: nobody can see why not a little more, or a little less.',
    note: 'The Green Book asks for these. What costs more than the preferred option counts as more ambitious, unless the words of an option say “more ambitious” or “less ambitious”. It is asked where options are weighed in money.',
    wrong: `${TWO_OPTIONS}\n\n${COSTS}`,
    right: `${TWO_OPTIONS}\n- Option 3 (do minimum): A leaflet. Discounted because nobody reads it.\n- Option 4: We build half, which is less ambitious. Discounted because halves do not help.\n- Option 5: We build for all, which is more ambitious. Discounted because it takes too long.\n\n${COSTS}`,
    mend: 'Write the option, with its costs or with why it was discounted. Or say in its words that it is "more ambitious" or "less ambitious"',
  },
  'option-without-estimates': {
    severity: 'warning',
    finder: 'case',
    rule: 'Each option that was not discounted says what it costs and brings.',
    reason: 'Options can be compared only where each has its sums.',
    wrong: `${TWO_OPTIONS}\n- Option 3: We buy\n\n${COSTS}`,
    right: `${TWO_OPTIONS}\n- Option 3: We buy. Discounted because nobody sells it.\n\n${COSTS}`,
    mend: 'Write an estimate with the id of the option in its bracket, or say why it was discounted',
  },
  'rival-without-evidence': {
    severity: 'advice',
    finder: 'case',
    rule: 'Evidence was sought for each option, and not for the preferred one alone.',
    reason:
      'An answer that stood before the question is the commonest ground on which cases are rejected.',
    wrong: `## Options\n\n- Option 1: Business as usual\n- Option 2 (preferred): We build (1a)\n- Option 3: We buy\n\n${COSTS}\n\nDecision 1: We ask.\n\nEvidence 1a: Others built.`,
    right: `## Options\n\n- Option 1: Business as usual\n- Option 2 (preferred): We build (1a)\n- Option 3: We buy (1b)\n\n${COSTS}\n\nDecision 1: We ask.\n\nEvidence 1a: Others built.\n\nEvidence 1b: Two firms sell it.`,
    mend: 'Find out what speaks for and against it, and cite that',
  },
  'optimism-without-reason': {
    severity: 'warning',
    finder: 'case',
    rule: 'What is added because plans usually go over has its class of project and its reason.',
    reason:
      'A bare percentage is what reviewers reject: nobody can tell whether it is too much or too little.',
    note: '`economics: optimism` in `case.yaml` holds it, by the id of the option. Upper bounds of 2002 for works: standard buildings 24%, others 51%, equipment and development 200%, outsourcing 41%. An ask that cites a cost to which it is added says so too.',
    wrong: `${TWO_OPTIONS}\n\n${COSTS}`,
    right: `${TWO_OPTIONS}. Discounted because it is slow.\n\n${COSTS}`,
    mend: 'Say in case.yaml by how much such projects go over, of which class, and why so here',
  },
  'success-factor-without-measure': {
    severity: 'advice',
    finder: 'case',
    rule: 'A success factor says how it is measured.',
    reason: 'What nobody measures cannot fail, and cannot succeed.',
    note: 'It is asked in cases with estimates alone.',
    wrong: 'Success factor 1: Fewer calls\n\nEstimate 1: We get 2 to 3 calls',
    right:
      'Success factor 1: Fewer calls\nMeasure: calls a booking\n\nEstimate 1: We get 2 to 3 calls',
    mend: 'Write "Measure: …" below it',
  },
  'incomplete-benefit': {
    severity: 'advice',
    finder: 'case',
    rule: 'A benefit or disbenefit has an owner, a baseline, a target, a date and a measure.',
    reason: 'A benefit that nobody owns arrives for nobody.',
    note: 'It is asked in cases with estimates alone.',
    wrong: 'Benefit 1: Fewer calls\nOwner: Ann Other\n\nEstimate 1: We get 2 to 3 calls',
    right:
      'Benefit 1: Fewer calls\nOwner: Ann Other\nBaseline: 3 calls\nTarget: 2 calls\nDate: March 2029\nMeasure: calls a booking\n\nEstimate 1: We get 2 to 3 calls',
    mend: 'Write a line for each below it',
  },
  'nothing-against': {
    severity: 'advice',
    finder: 'case',
    rule: 'A case that claims much lists what speaks against it.',
    reason: 'Sponsors find it anyway. Who names it first, with an answer, is believed.',
    wrong: `${TWO_OPTIONS}\n- Option 3: We buy\n\n${COSTS}`,
    right: `${TWO_OPTIONS}\n- Option 3: We buy\n\n${COSTS}\n\nDecision 1: We build.\n\nEvidence 1a (against): It was tried and left.`,
    mend: 'Write what speaks against a decision or an option: "Evidence 3b (against): …"',
  },
} as const satisfies Rows

/** Findings of how figures are told, by id. */
export const telling = {
  'false-precision': {
    severity: 'advice',
    finder: 'case',
    rule: 'A number has no more digits than its range bears.',
    reason: 'Digits say how well something is known. Seven of them say that it was counted.',
    wrong: 'Estimate 1: Calls cost £2,431,117 to £3,204,551',
    right: 'Estimate 1: Calls cost £2.4 to £3.2 million',
    mend: 'Round both ends to two or three digits',
  },
} as const satisfies Rows
