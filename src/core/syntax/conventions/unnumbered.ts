/** `**Action (KB):** Write to the funder.`: the name of a kind without a number, as minutes have it. */
import type { Kind, KindTable } from '../../model/kinds.ts'
import { has } from '../../model/kinds.ts'
import { countWords } from '../../text/sentences.ts'
import { type Node, textOf } from '../tree.ts'
import type { Context } from './context.ts'
import type { Label } from './label.ts'
import { propertiesOf, readPropertyLine } from './property-lines.ts'
import { secrecyInLabel } from './secrecy.ts'
import { kindCalled } from './table-columns.ts'

/** A name that stands out in front of words. */
export interface Unnumbered {
  readonly kind: Kind
  /** How many characters of the text belong to the name, the space after it included. */
  readonly length: number
  /** Set where nothing else is called so. */
  readonly isSure?: true
  /** Who is to do it, by the letters of their names. */
  readonly owner?: string
}

// Matches "Decision: ", "ACTION (KB, NA): ".
const RE_NAME =
  /^\s*(\p{L}[\p{L} ]{2,30}?)(?:\s*\(([A-Z]{2,3}(?:(?:\s*[,/&]\s*|\s+and\s+)[A-Z]{2,3})*)\))?\s*[:：]\s*/u
// Matches "[ACTION] ".
const RE_TAG = /^\s*\[(\p{L}{4,12})\]()\s+/u
// Matches how the minutes of a council begin what it decided: "RESOLVED: That", "AGREED: to".
const RE_RESOLVED = /^\s*(?:RESOLVED\s*[:：]|AGREED\s*[:：]\s*(?:that|to)\b)/i
// Matches what minutes say of a decision.
const RE_AGREED = /^(?:agreed|resolved|decided)$/i
// Matches a day in front of who agreed: "3 May 2024 by", "2024-05-03".
const RE_DAY = /^(?:on )?(?:\d{1,2}(?:st|nd|rd|th)?\s\p{L}{3,9}\s\d{4}|\d{4}-\d\d|\d{1,2}\/\d)/u
// Matches one sentence, of one thing to do.
const RE_ONE = /^(?![Nn]o(?:ne|thing)?\b)[^;:\n]{0,60}?\bto\s\p{Ll}(?:(?!\.\s+\p{Lu})[^;:\n])+$/u
/** Fewer words say what was decided, and not how: "Decision: agreed". */
const FEWEST = 3

/**
 * Such a name at the start of a paragraph or an entry, where it stands out: in bold, italics, brackets or capital
 * letters, or above lines with properties. In plain type too where `isPlain` is set.
 */
export function namedWithout(
  node: Node,
  { kinds, isPlain }: Pick<Context, 'kinds' | 'isPlain'>,
): Unnumbered | undefined {
  const text = textOf(node)
  const [whole = '', name = '', owner] = RE_NAME.exec(text) ?? RE_TAG.exec(text) ?? []
  const [first] = node.children ?? []
  const bold = first?.type === 'strong' ? textOf(first).trim() : ''
  const isSlanted = first?.type === 'emphasis' && textOf(first).startsWith(whole.trimEnd())
  const isBold = bold !== '' && whole.trim().replace(/[:：]$/, '') === bold.replace(/[:：]$/, '')
  const isHead = isAboveProperties(text)
  const isOut = isBold || isSlanted || RE_TAG.test(text) || name === name.toUpperCase()
  const stands = isOut || isHead || isPlain
  if (whole === '' || !stands) return undefined
  const isResolved = name === name.toUpperCase() && RE_RESOLVED.test(text)
  const kind = isResolved || RE_AGREED.test(name) ? 'decision' : kindCalled(name, kinds)
  const said = text.slice(whole.length)
  // "Agreed: 3 May 2024 by the board" is said of the paper.
  if (RE_AGREED.test(name) && RE_DAY.test(said)) return undefined
  // "Actions: Ann to write to them" is one of them; several may be anything.
  const isSeveral =
    kind !== undefined && kinds.get(kind)?.plural.toLowerCase() === name.toLowerCase()
  const isOther = kind === undefined || (isSeveral && (kind !== 'action' || !RE_ONE.test(said)))
  if (isOther || has(kind, 'rated', kinds) || countWords(said) < FEWEST) return undefined
  if (owner !== undefined && secrecyInLabel(owner) !== undefined) return undefined
  // "**Aim:** Fewer falls by June."; "**Outcome:** Approved with two conditions" tells how something ended.
  const isAim =
    bold !== '' && kind !== 'outcome' && has(kind, 'aim', kinds) && countWords(said) > FEWEST
  const isSure = isResolved || isHead || isAim ? { isSure: true as const } : {}
  return { kind, length: whole.length, ...isSure, ...(owner ? { owner } : {}) }
}

/** Whether the lines below the first all give something by name, one of them a property: "Owner: Ann". */
function isAboveProperties(text: string): boolean {
  const [, ...lines] = text.split('\n')
  return (
    lines.some((line) => Object.keys(propertiesOf(line)).length > 0) &&
    lines.every((line) => readPropertyLine(line) !== undefined)
  )
}

/** The same where the file has several of decisions and actions, or the heading speaks of the kind. */
export function readUnnumbered(node: Node, context: Context): Unnumbered | undefined {
  if (context.repeats || context.isRecord || context.isInItem) return undefined
  const found = namedWithout(node, context)
  if (!found) return undefined
  const isTold = found.isSure || context.near.includes(found.kind)
  return isTold || (context.isMinutes && isOfMinutes(found, context.kinds)) ? found : undefined
}

// Matches "Risk: Key suppliers merge" in a heading.
const RE_HEADED = /^\s*(\p{L}[\p{L} -]{2,30}?)\s*[:：]\s+(?=\S+\s+\S)/u

/** The kind that a heading names in front of its words, by which several are known. */
export function namedInHeading(text: string, kinds: KindTable): Kind | undefined {
  const kind = kindCalled(RE_HEADED.exec(text)?.[1] ?? '', kinds)
  return kind === undefined || has(kind, 'rated', kinds) ? undefined : kind
}

/** `### Risk: Key suppliers merge`, where its section or another such heading says that it is one. */
export function headedWith(text: string, { kinds, near, headed }: Context): Label | undefined {
  const kind = namedInHeading(text, kinds)
  if (kind === undefined || !(near.includes(kind) || (headed.get(kind) ?? 0) > 1)) return undefined
  return { kind, id: '', length: RE_HEADED.exec(text)?.[0].length ?? 0 }
}

/** Whether it is of a kind that minutes have: a decision or an action. */
export function isOfMinutes({ kind }: Unnumbered, kinds: KindTable): boolean {
  return kind === 'action' || kinds.get(kind)?.like === 'decision'
}
