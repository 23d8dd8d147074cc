/** Lines that name other items: `Depends on: REQ-003`, `**Objectives:** O1, O2`. */
import { type Node, textOf } from '../tree.ts'

/** The ids of such a line, as typed. */
interface RelatedIds {
  /** Where they begin in the text of the node. */
  readonly index: number
  readonly raw: string
  /** With the words that lead to them, which say nothing of the item itself. */
  readonly whole: string
  /** The line of the node's text, from 0. */
  readonly line: number
}

// Matches "Depends on: REQ-003, REQ-004." and "- **Risks**: R-1", whole.
const RE_RELATED =
  /^\s*(?:[-*•]\s*)?(?:(?:depends?|relies|builds|based) (?:up)?on|dependenc(?:y|ies)|depended on by|related(?: to| items?)?|relates to|linked (?:to|items?)|links?(?: to)?|supports|supported by|mitigate[sd](?: by)?|block(?:s|ed by)|traces? (?:to|from)|parents?|satisfies|satisfied by|implements|refines|requires|contributes to|serves|delivers|meets|measures|measured by|see also|affects|(?:(?:related|linked) )?(?:objectives?|goals?|risks?|requirements?|(?:user )?needs?|decisions?|assumptions?|benefits?))\s*[:：]\s*(\S.{0,119})$/iu

/** Letters: words that lead to ids are no longer. */
const LONGEST_LEAD = 80

/** What stands on the line in front of a node; a part of it where it is too long to lead anywhere. */
function leadTo(siblings: readonly Node[], at: number): string {
  let lead = ''
  for (let index = at - 1; index >= 0 && lead.length <= LONGEST_LEAD; index--) {
    const node = siblings[index]
    if (node) lead = textOf(node) + lead
    if (lead.includes('\n')) break
  }
  return lead.slice(lead.lastIndexOf('\n') + 1)
}

/** The ids in the lines of one text among the words of a paragraph, by its place there; `[]` for most. */
export function relatedIn(siblings: readonly Node[], at: number): readonly RelatedIds[] {
  const text = siblings[at]?.value ?? ''
  if (!/\d/.test(text)) return []
  const lead = leadTo(siblings, at)
  let index = 0
  return text.split('\n').flatMap((words, line) => {
    const from = index
    index += words.length + 1
    const whole = line === 0 ? lead + words : words
    const raw = RE_RELATED.exec(whole)?.[1]?.replace(/[.;\s]+$/, '')
    // What leads to them may be bold; they are plain.
    if (!raw || !words.includes(raw)) return []
    const said = whole.slice(0, whole.lastIndexOf(raw) + raw.length)
    return [{ index: from + words.lastIndexOf(raw), raw, whole: said.trim(), line }]
  })
}
