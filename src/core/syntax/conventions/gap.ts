/** `To be written`, `To be written by Economics, 14 March`: what the team has still to write. */

export interface GapText {
  readonly owner?: string
  /** As written: `14 March`. */
  readonly due?: string
}

// Matches "To be written", "To be written." and "To be written by Economics, 14 March. More words".
const RE_GAP = /^\s*to\s+be\s+written(?![\p{L}\p{N}-])([^.\n]*)/iu
// Matches "14 March", "14 March 2021", "14th March", "March 2021" at the end of the clause.
const RE_DUE =
  /(?:^|\s|,)(?:(?:by|on|in)\s+)?((?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+\d{4})?)\s*$/i
// Matches "by Economics", ", by the Economics team".
const RE_OWNER = /^[\s,]*by\s+([^\s,:;–—]+(?:\s+[^\s,:;–—]+)*)[\s,]*$/i

/** What a text says of a gap, or `undefined` where it is none. */
export function readGap(text: string): GapText | undefined {
  const match = RE_GAP.exec(text)
  if (!match) return undefined
  const clause = (match[1] ?? '').split(/[:;–—]/)[0]?.trimEnd() ?? ''
  const due = RE_DUE.exec(clause)
  const owner = RE_OWNER.exec(due ? clause.slice(0, due.index) : clause)?.[1]
  return { ...(owner ? { owner } : {}), ...(due?.[1] ? { due: due[1] } : {}) }
}
