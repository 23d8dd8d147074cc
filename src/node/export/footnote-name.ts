/** How a run names the footnote to which it leads; no key of an item has a colon. */
import type { FootnoteLead } from '../../core/graph/footnotes.ts'

/** `footnote:3` */
export function footnoteName({ footnote }: FootnoteLead): string {
  return `footnote:${footnote.number}`
}
