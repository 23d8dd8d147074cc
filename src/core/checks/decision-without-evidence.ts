/** Decisions that nothing supports. */
import { evidenceFor } from './shared/evidence-for.ts'
import { linkCheck } from './shared/without-link.ts'

export const decisionWithoutEvidence = linkCheck(
  { kind: 'decision', end: 'to', role: 'supports' },
  'without evidence',
  (item) => evidenceFor(item, `${item.id}a`),
)
