/** What entries and paragraphs plainly are by their own words: stories of users, requirements, things to do. */
import { has, type Kind, rowOf } from '../../model/kinds.ts'
import { type Node, textOf } from '../tree.ts'
import type { Context } from './context.ts'
import { leadsTo } from './lead-in.ts'

// Matches "As a ward nurse, I need to know" and "As the carer I want".
export const RE_STORY =
  /^\W*as (?:(?:an?|the|our|any|someone) [^.?!]{1,120}?,?|\p{L}+,)\s+(?:i|we) (?:need|want|would like|must|can|should)\b/iu
const WHO =
  '(?:system|service|application|software|solution|product|platform|tool|portal|site|website|app|api|supplier|user|contractor)s?'
// Match "The system shall show orders", and below a heading of requirements "All traffic must be encrypted".
const RE_SYSTEM = new RegExp(
  `^(?:(?:when|while|if|where|once|after|before|unless|as soon as)\\b[^.]{3,160}?,\\s*(?:then )?)?(?:(?:the|each|every|all|an?|any) )?(?:\\p{L}+ ){0,2}${WHO} (?:must|shall|should|may|will)\\b`,
  'iu',
)
const RE_MUST = /^[\p{Lu}\d`“"].{0,120}\b(?:must|shall|should)\b/u
// Matches "1.2 Applicant can upload photographs".
const RE_NUMBERED = /^\d+(?:\.\d+)+[.)]?\s+\p{Lu}\p{L}+ (?:can|(?:is|are) able to)\b/u
// Matches the headings below which boxes to tick are things to do.
const RE_TO_DO = /\b(?:actions?|next steps?|to[- ]?dos?|follow[- ]?ups?|tasks?)\b/i

// Matches the headings below which questions are to be answered: "What we set out to learn".
const RE_TO_LEARN =
  /\b(?:learn|find out|know|answer|explore|unknowns?|investigate|unclear|discover)\b/i

/** The kind whose items every entry plainly is by its own words, whatever stands above the list. */
export function statedIn(
  { children: entries = [] }: Node,
  { lead, within, title, kinds, isRecord, repeats }: StatedContext,
): Kind | undefined {
  if (entries.length === 0 || isRecord || repeats) return undefined
  const texts = entries.map((entry) => textOf(entry).trim())
  const areAll = (form: RegExp) => texts.every((text) => form.test(text))
  if (areAll(RE_STORY)) return 'user-need'
  if (texts.length > 1 && areAll(/^[^.]*\bsystem shall\b/i)) return 'requirement'
  if (within.includes('requirement') && (areAll(RE_SYSTEM) || areAll(RE_MUST)))
    return lead !== undefined && leadsTo(lead, rowOf('requirement', kinds)) === 'other'
      ? undefined
      : 'requirement'
  if (texts.length > 1 && title !== undefined && RE_TO_LEARN.test(title) && areAll(/\?$/))
    return 'question'
  const areBoxes = entries.every(({ checked }) => typeof checked === 'boolean')
  return areBoxes && title !== undefined && RE_TO_DO.test(title) ? 'action' : undefined
}

/** Whether a paragraph is a requirement by its own words, below a heading of requirements. */
export function isRequired(node: Node, { within, repeats, isRecord, isInItem }: Context): boolean {
  const text = textOf(node).trim()
  const isFree = !repeats && !isRecord && !isInItem
  const isSaid = RE_SYSTEM.test(text) || RE_NUMBERED.test(text)
  return isFree && within.includes('requirement') && isSaid && !/[:：]$/.test(text)
}

/** The kind of one aim that stands right below its name: "Objective", and "To replace the siren by winter." */
export function aimBelow(
  node: Node,
  title: string | undefined,
  { near, kinds, isRecord, repeats, isInItem }: Context,
): Kind | undefined {
  const [kind] = near
  if (title === undefined || kind === undefined || isRecord || repeats || isInItem) return undefined
  const isName = title
    .replace(/\W+$/, '')
    .toLowerCase()
    .endsWith(rowOf(kind, kinds).label.toLowerCase())
  return isName && has(kind, 'aim', kinds) && /^To \p{Ll}/u.test(textOf(node)) ? kind : undefined
}

/** Where a list stands that no heading speaks of. */
export interface StatedContext extends Pick<Context, 'kinds' | 'within' | 'isRecord' | 'repeats'> {
  /** The words that lead to the list. */
  readonly lead: string | undefined
  /** Of the nearest heading. */
  readonly title?: string | undefined
}
