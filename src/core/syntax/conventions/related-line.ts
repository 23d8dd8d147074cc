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

/** The ids in the lines of one text among the words of a paragraph; `[]` for most. */
export function relatedIn(node: Node, before: readonly Node[]): readonly RelatedIds[] {
  const text = node.value ?? ''
  if (!/\d/.test(text)) return []
  const lead = before.map(textOf).join('').split('\n').at(-1) ?? ''
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
