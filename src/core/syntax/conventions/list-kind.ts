/** Which items a list under a heading holds: those of its kind, or something else. */
import { has, isLike, type Kind, type KindTable, rowOf } from '../../model/kinds.ts'
import { foldLetters } from '../../text/letters.ts'
import { countWords } from '../../text/sentences.ts'
import { type Node, textOf } from '../tree.ts'
import { readLabel } from './label.ts'
import { kindLedTo, leadsTo } from './lead-in.ts'
import type { Held } from './list.ts'
import { type StatedContext, statedIn } from './stated.ts'

/** A labelled node that stands somewhere behind a list. */
export interface NamedAfter {
  readonly at: number
  readonly kind: Kind
  /** What it is called, with its label and without. */
  readonly titles: readonly string[]
}

/** What a node is called that has a label; `[]` for others. */
export function namedIn(node: Node, at: number, kinds: KindTable): readonly NamedAfter[] {
  const text = textOf(node)
  const label = readLabel(text, kinds, node.type === 'heading')
  if (!label) return []
  return [
    { at, kind: label.kind, titles: [foldLetters(text.slice(label.length)), foldLetters(text)] },
  ]
}

/** What a list under a heading holds, by its lead-in and by what follows. */
export function heldBy(
  node: Node,
  named: () => readonly NamedAfter[],
  { kind, lead, ...around }: ListContext,
): Held {
  const { kinds } = around
  if (kind === undefined) {
    const stated = statedIn(node, { lead, ...around })
    return stated ? { kind: stated } : {}
  }
  if (isLike(kind, 'option', kinds) && areCommands(node)) return { other: true }
  // An index leads to its decisions, and says none of them.
  if (isLike(kind, 'decision', kinds) && areLinks(node)) return { other: true }
  if (NEEDED.has(kind) && areTools(node)) return { doubt: kind }
  // "Staff" and "Money" say what was decided on, and not what.
  if (isLike(kind, 'decision', kinds) && areTopics(node)) return { doubt: kind }
  const areAsked =
    kind === 'question' &&
    (node.children ?? []).every((entry) => /\?(?:\s*\([^()]*\))?\s*$/.test(textOf(entry)))
  const isNamed = lead === undefined || areAsked || kindLedTo(lead, kinds) === kind
  const leads = isNamed ? 'items' : leadsTo(lead, rowOf(kind, kinds))
  if (leads !== 'items') return leads === 'unsure' ? { doubt: kind } : { other: true }
  return namesWhatFollows(node, named(), kind) ? { other: true } : { kind }
}

/** Fewer words say of what something was decided, and not what. */
const FEWEST = 3

// Matches "(a) people can complain", "(1) That", "b. Fewer calls" and "ii. recover the cost": lists in law are
// paragraphs; so are lists with traffic lights, "🔴 Parts run out".
const RE_LETTERED = /^(?:\((?:[a-z]|\d{1,2})\)|[a-z][.)]|[ivx]{1,4}[.)]|[•●▪🔴🟠🟡🟢])\s+\S/u
// Matches the sign in front of one that names nothing: "• ", and "(1) ", which would cite decision 1.
const RE_SIGN = /^(?:\(\d{1,2}\)|[•●▪])\s+/
// Match "2.1 To weigh a lorry" and "3.1.1 The system shall": numbered paragraphs that can be nothing else.
const RE_AIM = /^\d+(?:\.\d+)+[.)]?\s+To \p{Ll}/u
const RE_SHALL =
  /^\d+(?:\.\d+)+[.)]?\s+(?:\p{Lu}.*\bshall\b|(?:The|Each|Every|All|A) (?:system|service|application|software|solution|product|user)s?\b.*\b(?:must|should)\b|\p{Lu}\p{L}+s? (?:can|(?:is|are) able to)\b)/u

// Matches one question alone, without an id in front: "Who may throw things away?".
const RE_ASKED = /^(?!.{0,30}:)\p{Lu}[^?.\n]{8,300}\?$/u
// Matches "We believe that texts help", "If we send texts, fewer people will forget".
const RE_BELIEF =
  /^(?:we (?:believe|assume|think)\b|if we\b.*\bwill\b)(?!.*(?:,\s*(?:and )?that\b|[.!?]\s+\S)).*[^:]$/is

/** Whether a paragraph is one of the list for which its section waits. */
export function isLettered(
  node: Node,
  { kind, lead }: Pick<ListContext, 'kind' | 'lead'>,
  { kinds, repeats }: { readonly kinds: KindTable; readonly repeats?: true },
): boolean {
  const text = textOf(node)
  if (kind === undefined || repeats) return false
  // "(a) retain the vessel;" only names an option, which is weighed elsewhere.
  if (isLike(kind, 'option', kinds) && /^\W*\w{1,2}[.)]\s+\p{Ll}/u.test(text)) return false
  const isStated =
    (has(kind, 'aim', kinds) && RE_AIM.test(text)) ||
    (kind === 'requirement' && RE_SHALL.test(text)) ||
    (isLike(kind, 'assumption', kinds) && RE_BELIEF.test(text)) ||
    (kind === 'question' && RE_ASKED.test(text))
  if (!(RE_LETTERED.test(text) || isStated) || /\s\([b-z]\)\s/.test(text)) return false
  return lead === undefined || kind === 'decision' || leadsTo(lead, rowOf(kind, kinds)) === 'items'
}

/** Kinds of which programs have their own: what is to be installed. */
const NEEDED: ReadonlySet<Kind> = new Set<Kind>(['requirement', 'dependency'])
// Matches "Node 20 or later", "Python 3.11+", "Docker".
const RE_TOOL =
  /^(?:docker|git|npm|yarn|make|node(?:\.js)?|python|ruby|go|java|jdk|php|postgres(?:ql)?|redis|terraform|kubectl)\b.{0,20}$|\b\d+(?:\.\d+)*(?:\+| or (?:later|newer|above|higher))/i

/** Whether a list says what a program needs on a machine: names alone, or with their version. */
function areTools({ children: entries = [] }: Node): boolean {
  const texts = entries.map((entry) => textOf(entry).trim())
  return (
    texts.every((text) => countWords(text) < 2) ||
    (texts.every((text) => countWords(text) < 8) && texts.some((text) => RE_TOOL.test(text)))
  )
}

/** Whether every entry begins with code: the options of a command. */
function areCommands({ children: entries = [] }: Node): boolean {
  return entries.every(({ children: [first] = [] }) => first?.children?.[0]?.type === 'inlineCode')
}

/** Whether every entry is a link and no more. */
function areLinks({ children: entries = [] }: Node): boolean {
  return entries.every(({ children: [first] = [] }) => {
    const [only, ...others] = first?.children ?? []
    return only?.type === 'link' && others.length === 0
  })
}

/** Whether entries are too short to say anything. */
function areTopics({ children: entries = [] }: Node): boolean {
  return entries.some((entry) => countWords(textOf(entry)) < FEWEST)
}

/** How many characters of such a paragraph only say that it is one of several. */
export function signLength(node: Node): number {
  return RE_SIGN.exec(textOf(node))?.[0].length ?? 0
}

/** Whether entries are the names of items that have headings or labels of their own below. */
function namesWhatFollows(
  { children: entries = [] }: Node,
  named: readonly NamedAfter[],
  kind: Kind,
): boolean {
  const titles = named.flatMap((one) => (one.kind === kind ? one.titles : []))
  return entries.some((entry) => {
    const name = foldLetters(textOf(entry))
    return name !== '' && titles.some((title) => title === name || title.startsWith(`${name} `))
  })
}

interface ListContext extends StatedContext {
  /** The kind of which the heading speaks. */
  readonly kind: Kind | undefined
}
