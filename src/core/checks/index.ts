/** The list of checks. A new check is one file, one line here and one fixture. */
import type { Check } from './check.ts'
import { decisionWithoutEvidence } from './decision-without-evidence.ts'
import { duplicateId } from './duplicate-id.ts'
import { gap } from './gap.ts'
import { malformedLink } from './malformed-link.ts'
import { missingDecision } from './missing-decision.ts'
import { mojibake } from './mojibake.ts'
import { noAsk } from './no-ask.ts'
import { objectiveWithoutSuccessFactor } from './objective-without-success-factor.ts'
import { orphanEvidence } from './orphan-evidence.ts'
import { statementAdvice } from './statement-advice.ts'
import { successFactorWithoutObjective } from './success-factor-without-objective.ts'
import { uncitedEvidence } from './uncited-evidence.ts'
import { undefinedCitation } from './undefined-citation.ts'
import { unknownDiagram } from './unknown-diagram.ts'
import { unknownReference } from './unknown-reference.ts'
import { unlabelledCitation } from './unlabelled-citation.ts'

export type { Check, Found } from './check.ts'

const ofTheCase: readonly Check[] = [
  undefinedCitation,
  duplicateId,
  missingDecision,
  orphanEvidence,
  decisionWithoutEvidence,
  uncitedEvidence,
  objectiveWithoutSuccessFactor,
  successFactorWithoutObjective,
  gap,
  noAsk,
  malformedLink,
  mojibake,
  unlabelledCitation,
  statementAdvice,
  unknownDiagram,
]

/** Ids of findings that reading and building make. */
const ELSEWHERE = [
  'unreadable-mdx',
  'unknown-component',
  'off-schema',
  'broken-diagram',
  'slide-overflow',
  'unused-acceptance',
]

/** Every check, in the order in which findings at one place are listed. */
export const checks: readonly Check[] = [
  ...ofTheCase,
  unknownReference([...ofTheCase.map(({ id }) => id), 'unknown-reference', ...ELSEWHERE]),
]
