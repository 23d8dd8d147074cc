/** The list of checks. A new check is one file, one line here and one fixture. */
import { benefitWithoutObjective } from './benefit-without-objective.ts'
import { citationCycle } from './citation-cycle.ts'
import { citesInternal } from './cites-internal.ts'
import { decisionWithoutEvidence } from './decision-without-evidence.ts'
import { duplicateId } from './duplicate-id.ts'
import { duplicateTitle } from './duplicate-title.ts'
import { gap } from './gap.ts'
import { identifiableQuote } from './identifiable-quote.ts'
import { longSentence } from './long-sentence.ts'
import { lostLink } from './lost-link.ts'
import { malformedLink } from './malformed-link.ts'
import { misplacedEvidence } from './misplaced-evidence.ts'
import { missingAlternative } from './missing-alternative.ts'
import { missingDecision } from './missing-decision.ts'
import { mojibake } from './mojibake.ts'
import { noAsk } from './no-ask.ts'
import { objectiveWithoutSuccessFactor } from './objective-without-success-factor.ts'
import { oldEvidence } from './old-evidence.ts'
import { orphanEvidence } from './orphan-evidence.ts'
import { personalData } from './personal-data.ts'
import { quoteWithoutSpeaker } from './quote-without-speaker.ts'
import { restrictedAsPublic } from './restricted-as-public.ts'
import { riskyAssumption } from './risky-assumption.ts'
import { routeCutReference } from './route-cut-reference.ts'
import { routeDeadLink } from './route-dead-link.ts'
import { routeEmpty } from './route-empty.ts'
import { routeLostEvidence } from './route-lost-evidence.ts'
import { routeTooLong } from './route-too-long.ts'
import { routeWithoutAsk } from './route-without-ask.ts'
import { seeAbove } from './see-above.ts'
import { seemsInternal } from './seems-internal.ts'
import type { Check } from './shared/check.ts'
import { singleSource } from './single-source.ts'
import { skippedHeading } from './skipped-heading.ts'
import { staleDecision } from './stale-decision.ts'
import { statementAdvice } from './statement-advice.ts'
import { successFactorWithoutObjective } from './success-factor-without-objective.ts'
import { uncitedEvidence } from './uncited-evidence.ts'
import { undefinedCitation } from './undefined-citation.ts'
import { unexplainedAbbreviation } from './unexplained-abbreviation.ts'
import { unknownDiagram } from './unknown-diagram.ts'
import { unknownHost } from './unknown-host.ts'
import { unknownLayout } from './unknown-layout.ts'
import { unknownReference } from './unknown-reference.ts'
import { unknownStrength } from './unknown-strength.ts'
import { unlabelledCitation } from './unlabelled-citation.ts'
import { unreadableFeedback } from './unreadable-feedback.ts'
import { unsafeLink } from './unsafe-link.ts'
import { unservedObjective } from './unserved-objective.ts'
import { unsupportedFigure } from './unsupported-figure.ts'
import { untestedOption } from './untested-option.ts'
import { vanishedAddress } from './vanished-address.ts'
import { withdrawnInGit } from './withdrawn-in-git.ts'

export type { Check, Found } from './shared/check.ts'

const ofTheCase: readonly Check[] = [
  undefinedCitation,
  citesInternal,
  seemsInternal,
  duplicateId,
  missingDecision,
  orphanEvidence,
  misplacedEvidence,
  citationCycle,
  decisionWithoutEvidence,
  singleSource,
  uncitedEvidence,
  objectiveWithoutSuccessFactor,
  successFactorWithoutObjective,
  benefitWithoutObjective,
  unservedObjective,
  untestedOption,
  unknownStrength,
  restrictedAsPublic,
  oldEvidence,
  staleDecision,
  riskyAssumption,
  gap,
  noAsk,
  routeEmpty,
  routeTooLong,
  routeLostEvidence,
  routeDeadLink,
  routeWithoutAsk,
  routeCutReference,
  vanishedAddress,
  unreadableFeedback,
  unknownHost,
  malformedLink,
  unsafeLink,
  lostLink,
  mojibake,
  unlabelledCitation,
  statementAdvice,
  unknownDiagram,
  unknownLayout,
  unsupportedFigure,
  quoteWithoutSpeaker,
  identifiableQuote,
  personalData,
  missingAlternative,
  skippedHeading,
  duplicateTitle,
  seeAbove,
  longSentence,
  unexplainedAbbreviation,
  withdrawnInGit,
]

/** Ids of what reading a case finds, and of what is left over in the end: `assemble` makes them. */
export const OF_ASSEMBLING: readonly string[] = [
  'unreadable-mdx',
  'unknown-component',
  'off-schema',
  'unused-acceptance',
]

/** Ids of what only the folder or git can show. */
export const OF_FOLDER: readonly string[] = [
  'broken-picture',
  'unread-file',
  'history',
  'lost-receipt',
  'withdrawn-in-receipt',
]

/** Ids of what only a build can find. */
export const OF_BUILDING: readonly string[] = [
  'broken-diagram',
  'slide-overflow',
  'slide-small-text',
  'slide-low-contrast',
  'one-page-overflow',
  'leaked-words',
]

/** Ids of what only the web can tell: found when somebody asks, so that none is ever all there are. */
const OF_THE_WEB: readonly string[] = ['dead-link']

/** Every id that `case.yaml` may name. */
export const checkIds: readonly string[] = [
  ...ofTheCase.map(({ id }) => id),
  'unknown-reference',
  ...OF_ASSEMBLING,
  ...OF_FOLDER,
  ...OF_BUILDING,
  ...OF_THE_WEB,
]

/** Every check, in the order in which findings at one place are listed. */
export const checks: readonly Check[] = [...ofTheCase, unknownReference(checkIds)]
