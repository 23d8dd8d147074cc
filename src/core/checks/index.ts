/** The list of checks. A new check is one file, one line here, its row in the catalogue and its fixtures. */
import type { CheckId } from '../findings/catalogue.ts'
import { ambiguousCitation } from './ambiguous-citation.ts'
import { bareSlide } from './bare-slide.ts'
import { benefitCountedTwice } from './benefit-counted-twice.ts'
import { benefitWithoutObjective } from './benefit-without-objective.ts'
import { chartNotDrawn } from './chart-not-drawn.ts'
import { chartWithGaps } from './chart-with-gaps.ts'
import { citationCycle } from './citation-cycle.ts'
import { citesInternal } from './cites-internal.ts'
import { decisionWithoutEvidence } from './decision-without-evidence.ts'
import { diagramCode } from './diagram-code.ts'
import { driftedFigure } from './drifted-figure.ts'
import { duplicateId } from './duplicate-id.ts'
import { duplicateTitle } from './duplicate-title.ts'
import { estimateWithoutRange } from './estimate-without-range.ts'
import { falsePrecision } from './false-precision.ts'
import { formulaCycle } from './formula-cycle.ts'
import { gap } from './gap.ts'
import { identifiableQuote } from './identifiable-quote.ts'
import { incompleteBenefit } from './incomplete-benefit.ts'
import { longDeck } from './long-deck.ts'
import { longSentence } from './long-sentence.ts'
import { lostLink } from './lost-link.ts'
import { malformedLink } from './malformed-link.ts'
import { misplacedEvidence } from './misplaced-evidence.ts'
import { misplacedQuestion } from './misplaced-question.ts'
import { missingAlternative } from './missing-alternative.ts'
import { missingDecision } from './missing-decision.ts'
import { mixedPriceYears } from './mixed-price-years.ts'
import { mojibake } from './mojibake.ts'
import { narrowOptions } from './narrow-options.ts'
import { nearly } from './nearly.ts'
import { noAsk } from './no-ask.ts'
import { noBusinessAsUsual } from './no-business-as-usual.ts'
import { nothingAgainst } from './nothing-against.ts'
import { objectiveWithoutSuccessFactor } from './objective-without-success-factor.ts'
import { oldEvidence } from './old-evidence.ts'
import { optimismWithoutReason } from './optimism-without-reason.ts'
import { optionWithoutEstimates } from './option-without-estimates.ts'
import { orphanEvidence } from './orphan-evidence.ts'
import { partialSum } from './partial-sum.ts'
import { personalData } from './personal-data.ts'
import { pictureLeftOut } from './picture-left-out.ts'
import { preferredNotBest } from './preferred-not-best.ts'
import { quoteWithoutSpeaker } from './quote-without-speaker.ts'
import { rawMark } from './raw-mark.ts'
import { repeatedId } from './repeated-id.ts'
import { restrictedAsPublic } from './restricted-as-public.ts'
import { riskyAssumption } from './risky-assumption.ts'
import { rivalWithoutEvidence } from './rival-without-evidence.ts'
import { routeCutReference } from './route-cut-reference.ts'
import { routeDeadLink } from './route-dead-link.ts'
import { routeEmpty } from './route-empty.ts'
import { routeLostEvidence } from './route-lost-evidence.ts'
import { routeTooLong } from './route-too-long.ts'
import { routeWithoutAsk } from './route-without-ask.ts'
import { seeAbove } from './see-above.ts'
import type { Check } from './shared/check.ts'
import { singleSource } from './single-source.ts'
import { skippedHeading } from './skipped-heading.ts'
import { staleDecision } from './stale-decision.ts'
import { statementAdvice } from './statement-advice.ts'
import { successFactorWithoutMeasure } from './success-factor-without-measure.ts'
import { successFactorWithoutObjective } from './success-factor-without-objective.ts'
import { takenAway } from './taken-away.ts'
import { turnedRange } from './turned-range.ts'
import { uncitedEvidence } from './uncited-evidence.ts'
import { uncountedAmount } from './uncounted-amount.ts'
import { uncountedEstimate } from './uncounted-estimate.ts'
import { undefinedCitation } from './undefined-citation.ts'
import { unevenRow } from './uneven-row.ts'
import { unexplainedAbbreviation } from './unexplained-abbreviation.ts'
import { unitMismatch } from './unit-mismatch.ts'
import { unknownChallenge } from './unknown-challenge.ts'
import { unknownDiagram } from './unknown-diagram.ts'
import { unknownHost } from './unknown-host.ts'
import { unknownLayout } from './unknown-layout.ts'
import { unknownReference } from './unknown-reference.ts'
import { unknownStep } from './unknown-step.ts'
import { unknownStrength } from './unknown-strength.ts'
import { unlabelledCitation } from './unlabelled-citation.ts'
import { unreadableEstimate } from './unreadable-estimate.ts'
import { unreadableFeedback } from './unreadable-feedback.ts'
import { unsafeLink } from './unsafe-link.ts'
import { unservedObjective } from './unserved-objective.ts'
import { unsortedBars } from './unsorted-bars.ts'
import { unsupportedFigure } from './unsupported-figure.ts'
import { unsureList } from './unsure-list.ts'
import { untestedOption } from './untested-option.ts'
import { vanishedAddress } from './vanished-address.ts'
import { withdrawnInGit } from './withdrawn-in-git.ts'

/** In the order in which findings at one place are listed. */
const table: Readonly<Record<CheckId, Check>> = {
  'undefined-citation': undefinedCitation,
  'cites-internal': citesInternal,
  'duplicate-id': duplicateId,
  'ambiguous-citation': ambiguousCitation,
  'repeated-id': repeatedId,
  'missing-decision': missingDecision,
  'orphan-evidence': orphanEvidence,
  'misplaced-evidence': misplacedEvidence,
  'misplaced-question': misplacedQuestion,
  'citation-cycle': citationCycle,
  'decision-without-evidence': decisionWithoutEvidence,
  'single-source': singleSource,
  'uncited-evidence': uncitedEvidence,
  'objective-without-success-factor': objectiveWithoutSuccessFactor,
  'success-factor-without-objective': successFactorWithoutObjective,
  'benefit-without-objective': benefitWithoutObjective,
  'unserved-objective': unservedObjective,
  'untested-option': untestedOption,
  'unknown-strength': unknownStrength,
  'restricted-as-public': restrictedAsPublic,
  'old-evidence': oldEvidence,
  'stale-decision': staleDecision,
  'risky-assumption': riskyAssumption,
  'drifted-figure': driftedFigure,
  'unreadable-estimate': unreadableEstimate,
  'formula-cycle': formulaCycle,
  'unit-mismatch': unitMismatch,
  'turned-range': turnedRange,
  'mixed-price-years': mixedPriceYears,
  'benefit-counted-twice': benefitCountedTwice,
  'uncounted-estimate': uncountedEstimate,
  'uncounted-amount': uncountedAmount,
  'partial-sum': partialSum,
  'estimate-without-range': estimateWithoutRange,
  'false-precision': falsePrecision,
  'no-business-as-usual': noBusinessAsUsual,
  'preferred-not-best': preferredNotBest,
  'narrow-options': narrowOptions,
  'option-without-estimates': optionWithoutEstimates,
  'rival-without-evidence': rivalWithoutEvidence,
  'optimism-without-reason': optimismWithoutReason,
  'success-factor-without-measure': successFactorWithoutMeasure,
  'incomplete-benefit': incompleteBenefit,
  'nothing-against': nothingAgainst,
  gap,
  'no-ask': noAsk,
  'route-empty': routeEmpty,
  'route-too-long': routeTooLong,
  'route-lost-evidence': routeLostEvidence,
  'route-dead-link': routeDeadLink,
  'route-without-ask': routeWithoutAsk,
  'route-cut-reference': routeCutReference,
  'vanished-address': vanishedAddress,
  'unreadable-feedback': unreadableFeedback,
  'unknown-challenge': unknownChallenge,
  'taken-away': takenAway,
  'unknown-host': unknownHost,
  'malformed-link': malformedLink,
  'unsafe-link': unsafeLink,
  'raw-mark': rawMark,
  nearly,
  'uneven-row': unevenRow,
  'unsure-list': unsureList,
  'lost-link': lostLink,
  mojibake,
  'unlabelled-citation': unlabelledCitation,
  'statement-advice': statementAdvice,
  'unknown-diagram': unknownDiagram,
  'diagram-code': diagramCode,
  'unknown-step': unknownStep,
  'chart-not-drawn': chartNotDrawn,
  'chart-with-gaps': chartWithGaps,
  'unsorted-bars': unsortedBars,
  'unknown-layout': unknownLayout,
  'unsupported-figure': unsupportedFigure,
  'quote-without-speaker': quoteWithoutSpeaker,
  'identifiable-quote': identifiableQuote,
  'personal-data': personalData,
  'missing-alternative': missingAlternative,
  'picture-left-out': pictureLeftOut,
  'long-deck': longDeck,
  'bare-slide': bareSlide,
  'skipped-heading': skippedHeading,
  'duplicate-title': duplicateTitle,
  'see-above': seeAbove,
  'long-sentence': longSentence,
  'unexplained-abbreviation': unexplainedAbbreviation,
  'withdrawn-in-git': withdrawnInGit,
  'unknown-reference': unknownReference,
}

/** Every check with its id, in that order. */
export const checks = Object.entries(table).map(([id, run]) => ({
  id: id as CheckId, // a key of the table above
  run,
}))
