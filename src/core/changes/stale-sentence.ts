/** What changed under a decision that is to be affirmed again, in words. */
import { formatDate } from '../text/dates.ts'
import { type LinkedText, plainText } from '../text/linked-text.ts'
import { listed } from '../text/listed.ts'
import { nameOf, startOf } from './names.ts'
import type { ChangedEvidence, StaleDecision } from './stale.ts'

const DONE: Readonly<Record<ChangedEvidence['what'], string>> = {
  reworded: 'was reworded',
  removed: 'was removed',
  rated: 'was rated anew',
}

/** What last happened to each piece of evidence, in the order in which it happened. */
export function lastEvidenceChanges({ evidence }: StaleDecision): readonly ChangedEvidence[] {
  const last = new Map(evidence.map((one) => [one.evidence.key, one]))
  return evidence.filter((one) => last.get(one.evidence.key) === one)
}

/** `was reworded on 12 March 2026`: goes after the name of the evidence. */
function evidenceChangeWords({ what, date }: ChangedEvidence): string {
  return `${DONE[what]} on ${formatDate(date)}`
}

/** The state of a decision whose evidence changed after it was last confirmed. */
export const REAFFIRM = 'To be re-affirmed'

/**
 * `To be re-affirmed. Evidence 2a was reworded on 12 March 2026, after this decision was last confirmed.`
 *
 * @param items by key: evidence that is there is led to
 */
export function staleSentence(
  stale: StaleDecision,
  items: ReadonlyMap<string, unknown>,
): readonly LinkedText[] {
  const changes = lastEvidenceChanges(stale)
  return [
    { text: `${REAFFIRM}.`, bold: true },
    ...changes.flatMap((change, index): readonly LinkedText[] => {
      const { what, evidence } = change
      const before = index === 0 ? ' ' : index === changes.length - 1 ? ' and ' : ', '
      const name = index === 0 ? startOf(evidence) : nameOf(evidence)
      const isThere = what !== 'removed' && items.has(evidence.key)
      const to = isThere ? { to: { key: evidence.key } } : {}
      return [{ text: before }, { text: name, ...to }, { text: ` ${evidenceChangeWords(change)}` }]
    }),
    { text: ', after this decision was last confirmed.' },
  ]
}

/** The same without its links. */
export function staleWords(stale: StaleDecision): string {
  return plainText(staleSentence(stale, new Map()))
}

/** `evidence 2a was reworded on 12 March 2026 and evidence 2b was removed on 13 March 2026` */
export function changedEvidenceWords(stale: StaleDecision): string {
  return listed(
    lastEvidenceChanges(stale).map((one) => `${nameOf(one.evidence)} ${evidenceChangeWords(one)}`),
  )
}
