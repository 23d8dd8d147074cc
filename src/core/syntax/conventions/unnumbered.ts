/** `**Action (KB):** Write to the funder.`: the name of a kind without a number, as minutes have it. */
import type { Kind, KindTable } from '../../model/kinds.ts'
import { has } from '../../model/kinds.ts'
import { countWords } from '../../text/sentences.ts'
import { type Node, textOf } from '../tree.ts'
import type { Context } from './context.ts'
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
// Matches how the minutes of a council begin what it decided: "RESOLVED: That", "AGREED: to".
const RE_RESOLVED = /^\s*(?:RESOLVED\s*[:：]|AGREED\s*[:：]\s*(?:that|to)\b)/i
// Matches one sentence, of one thing to do.
const RE_ONE = /^(?![Nn]o(?:ne|thing)?\b)[^;:\n]{0,60}?\bto\s\p{Ll}(?:(?!\.\s+\p{Lu})[^;:\n])+$/u
/** Fewer words say what was decided, and not how: "Decision: agreed". */
const FEWEST = 3

/** Such a name at the start of a paragraph or an entry, in bold or capital letters. */
export function namedWithout(
  node: Node,
  { kinds }: Pick<Context, 'kinds'>,
): Unnumbered | undefined {
  const text = textOf(node)
  const [whole = '', name = '', owner] = RE_NAME.exec(text) ?? []
  const [first] = node.children ?? []
  const bold = first?.type === 'strong' ? textOf(first).trim() : ''
  const isBold = bold !== '' && whole.trim().replace(/[:：]$/, '') === bold.replace(/[:：]$/, '')
  if (whole === '' || !(isBold || name === name.toUpperCase())) return undefined
  const isResolved = name === name.toUpperCase() && RE_RESOLVED.test(text)
  const kind = isResolved ? 'decision' : kindCalled(name, kinds)
  const said = text.slice(whole.length)
  // "Actions: Ann to write to them" is one of them; several may be anything.
  const isSeveral =
    kind !== undefined && kinds.get(kind)?.plural.toLowerCase() === name.toLowerCase()
  const isOther = kind === undefined || (isSeveral && (kind !== 'action' || !RE_ONE.test(said)))
  if (isOther || has(kind, 'rated', kinds) || countWords(said) < FEWEST) return undefined
  if (owner !== undefined && secrecyInLabel(owner) !== undefined) return undefined
  const isSure = isResolved ? { isSure: true as const } : {}
  return { kind, length: whole.length, ...isSure, ...(owner ? { owner } : {}) }
}

/** The same where the file has several of decisions and actions, or the heading speaks of the kind. */
export function readUnnumbered(node: Node, context: Context): Unnumbered | undefined {
  if (context.repeats || context.isRecord || context.isInItem) return undefined
  const found = namedWithout(node, context)
  if (!found) return undefined
  const isTold = found.isSure || context.near.includes(found.kind)
  return isTold || (context.isMinutes && isOfMinutes(found, context.kinds)) ? found : undefined
}

/** What minutes have. */
export function isOfMinutes({ kind }: Unnumbered, kinds: KindTable): boolean {
  return kind === 'action' || kinds.get(kind)?.like === 'decision'
}
