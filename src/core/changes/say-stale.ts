/** What changed under a decision that is to be affirmed again, in words. */
import { formatDate } from '../text/dates.ts'
import { listed, nameOf } from './names.ts'
import type { Shaken, StaleDecision } from './stale.ts'

const DONE: Readonly<Record<Shaken['what'], string>> = {
  reworded: 'was reworded',
  removed: 'was removed',
  rated: 'was rated anew',
}

/** What last happened to each piece of evidence, in the order in which it happened. */
export function lastShocks({ evidence }: StaleDecision): readonly Shaken[] {
  const last = new Map(evidence.map((one) => [one.evidence.key, one]))
  return evidence.filter((one) => last.get(one.evidence.key) === one)
}

/** `was reworded on 12 March 2026`: goes after the name of the evidence. */
export function shockWords({ what, date }: Shaken): string {
  return `${DONE[what]} on ${formatDate(date)}`
}

/** `To be re-affirmed. Evidence 2a was reworded on 12 March 2026, after this decision was last confirmed.` */
export function staleWords(stale: StaleDecision): string {
  const words = shakenWords(stale)
  return `To be re-affirmed. ${words.charAt(0).toUpperCase()}${words.slice(1)}, after this decision was last confirmed.`
}

/** `evidence 2a was reworded on 12 March 2026 and evidence 2b was removed on 13 March 2026` */
export function shakenWords(stale: StaleDecision): string {
  return listed(lastShocks(stale).map((one) => `${nameOf(one.evidence)} ${shockWords(one)}`))
}
