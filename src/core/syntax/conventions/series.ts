/** What a series of headings or a lead-in says of things that have no label: `### 1) Buy`, `We decided to:`. */
import { isLike, type Kind, rowOf } from '../../model/kinds.ts'
import { type Node, nodesBelow, textOf } from '../tree.ts'
import { isBoldLine } from './bold-line.ts'
import type { Context } from './context.ts'
import { type HeadingKinds, headingKindsOf, readHeading } from './heading.ts'
import { type Label, readLabel } from './label.ts'
import { NUMBERS } from './label-patterns.ts'
import { RE_USUAL } from './option-columns.ts'
import { kindCalled } from './table-columns.ts'

// Matches "1) Buy a product", "B. Build it".
const RE_IN_FRONT = /^\s*(?:\((\d{1,2}|[A-Z])\)|(\d{1,2}|[A-Z])[.)])\s+(?=\S)/

/**
 * Headings right below one that speaks of a kind, with a number each from 1 or A on, or as many as it says: the
 * items of that kind. What holds lists are groups of these, and no items.
 */
export function numberedBelow(
  nodes: readonly Node[],
  { kinds, isRecord, repeats }: Context,
): ReadonlyMap<Node, Label> {
  const found = new Map<Node, Label>()
  if (isRecord || repeats) return found
  const open: (HeadingKinds & { readonly depth: number })[] = []
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'heading') continue
    const { depth: own = 1 } = node
    while ((open.at(-1)?.depth ?? 0) >= own) open.pop()
    const said = headingKindsOf(textOf(node), open.at(-1), kinds)
    open.push({ ...said, depth: own })
    const { kind } = said
    // Chapters of a document have numbers, too.
    const isLog = said.kinds.length === 1 && said.kinds[0] === 'decision'
    if (isLog)
      for (const part of datedBelow(nodesBelow(nodes, index) ?? []))
        found.set(part.node, part.label)
    if (kind === undefined || own === 1 || readLabel(textOf(node), kinds, true)) continue
    const below = nodesBelow(nodes, index) ?? []
    const depth = below.find(({ type }) => type === 'heading')?.depth ?? 0
    const parts = below.filter((one) => one.type === 'heading' && one.depth === depth)
    const isCounted = countedIn(below, kinds).some(
      (one) => one.kind === kind && one.count === parts.length,
    )
    const isWeighed = isLike(kind, 'option', kinds) && areWeighed(parts, below)
    const plain = { kind, id: '', length: 0 }
    const labels = parts.map(
      (part, at) => labelOf(part, at, kind, kinds) ?? (isCounted || isWeighed ? plain : undefined),
    )
    const isGroup =
      !isWeighed &&
      parts.some((part) => opensWithList(nodesBelow(below, below.indexOf(part)) ?? []))
    if (parts.length < 2 || isGroup || labels.some((label) => label === undefined)) continue
    for (const [at, part] of parts.entries()) found.set(part, labels[at] as Label) // all are there
  }
  return found
}

// Matches "2022-03-01: " and "14 March 2022 – " in front of what was decided.
const RE_DATED =
  /^\s*(?:\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?\s\p{L}{3,9}\s\d{4}|\d{1,2}\/\d{1,2}\/\d{2,4})\s*(?:[:：]|[-–—]|\s)\s*(?=\p{L}+.*\s\p{L})/u

/** Headings with a date and words each, below one that speaks of decisions: a log. */
function datedBelow(
  below: readonly Node[],
): readonly { readonly node: Node; readonly label: Label }[] {
  const parts = below.filter(({ type }) => type === 'heading')
  const found = parts.map((node) => RE_DATED.exec(textOf(node))?.[0])
  if (parts.length < 2 || found.includes(undefined)) return []
  return parts.map((node, at) => {
    return { node, label: { kind: 'decision', id: '', length: found[at]?.length ?? 0 } }
  })
}

// Matches what is said of each of several options.
const RE_WEIGHED =
  /^\W*(?:pros|cons|advantages|disadvantages|strengths|weaknesses|benefits|drawbacks)\b/i

/** Whether headings are plainly options: one is to go on as now, or each has its pros and cons. */
function areWeighed(parts: readonly Node[], below: readonly Node[]): boolean {
  const hasUsual = parts.some((part) => RE_USUAL.test(textOf(part)))
  const areAll = parts.every((part) =>
    (nodesBelow(below, below.indexOf(part)) ?? []).some((node) => RE_WEIGHED.test(textOf(node))),
  )
  return hasUsual || areAll
}

/**
 * Paragraphs that begin in bold, several of them and no list or heading in a section whose heading names a
 * kind, or as many as the section says of it: its items. `**Staffing.** The post is empty.` Prose among them is
 * none, and changes nothing.
 */
export function runInBelow(
  nodes: readonly Node[],
  { kinds, isRecord, repeats }: Context,
): ReadonlyMap<Node, Kind> {
  const found = new Map<Node, Kind>()
  if (isRecord || repeats) return found
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'heading') continue
    const below = nodesBelow(nodes, index) ?? []
    const parts = below.filter(isRunIn)
    const counted = countedIn(below, kinds).find(({ count }) => count === parts.length)
    const kind = readHeading(textOf(node), kinds).kind ?? counted?.kind ?? namedInAll(parts, kinds)
    if (kind === undefined) continue
    const isOther = (part: Node) =>
      part.type !== 'paragraph' ||
      readLabel(textOf(part), kinds) !== undefined ||
      (isRunIn(part) && isKindName(part, kinds))
    if (parts.length > 1 && !(counted ? parts : below).some(isOther))
      for (const part of parts) found.set(part, kind)
  }
  return found
}

// Matches "two", "three good" in front of what is counted.
const RE_COUNT = new RegExp(`\\b(${NUMBERS.join('|')}|\\d{1,2})\\s+(?:\\p{L}+\\s+)?`, 'giu')

/** How many of which kind the paragraphs right below a heading speak of: "We looked at three options." */
function countedIn(
  below: readonly Node[],
  kinds: Context['kinds'],
): readonly { readonly kind: Kind; readonly count: number }[] {
  const end = below.findIndex((node) => node.type !== 'paragraph' || isRunIn(node))
  const text = below.slice(0, Math.max(0, end)).map(textOf).join('\n').toLowerCase()
  return [...text.matchAll(RE_COUNT)].flatMap(({ 0: whole, 1: number = '', index }) => {
    const count = NUMBERS.indexOf(number) + 1 || Number(number)
    const rest = text.slice(index + whole.length)
    const [kind] =
      [...kinds].findLast(([, { plural }]) => rest.startsWith(plural.toLowerCase())) ?? []
    // "Four ways forward".
    if (kind === undefined && !rest.startsWith('forward')) return []
    return [{ kind: kind ?? 'option', count }]
  })
}

/** The kind that all bold names end with: "Delivery risk.", "Financial risk." */
function namedInAll(parts: readonly Node[], kinds: Context['kinds']): Kind | undefined {
  const names = parts.map(({ children: [first] = [] }) =>
    textOf(first ?? { type: 'text' })
      .replace(/[\s.:：]+$/, '')
      .toLowerCase(),
  )
  const isOf = ([, { label }]: readonly [Kind, { readonly label: string }]) =>
    names.every((name) => name.endsWith(` ${label.toLowerCase()}`))
  return names.length > 1 ? [...kinds].find(isOf)?.[0] : undefined
}

/** Whether the bold name of a paragraph is that of a kind: "**Actions:** none". */
function isKindName({ children: [first] = [] }: Node, kinds: Context['kinds']): boolean {
  return (
    first !== undefined && kindCalled(textOf(first).replace(/[\s.:：]+$/, ''), kinds) !== undefined
  )
}

/** Whether a paragraph begins with a name in bold, and goes on: `**Staffing.** The post is empty.` */
function isRunIn({ type, children: [first, ...rest] = [] }: Node): boolean {
  if (type !== 'paragraph' || first?.type !== 'strong') return false
  const [name, said] = [textOf(first).trim(), rest.map(textOf).join('').trim()]
  // "**R-1.** …" has an id of its own.
  const isParted = !/\d/.test(name) && (/[.:：]$/.test(name) || /^[:：–—-]/.test(said))
  return isParted && name.length < 60 && /[\p{L}]{2}.*\s.*\p{L}/su.test(said)
}

/** Whether the first list below a heading has nothing that leads to it: `Pros:`, **Pros**. */
function opensWithList(nodes: readonly Node[]): boolean {
  const list = nodes.findIndex(({ type }) => type === 'list')
  const leads = (node: Node) =>
    node.type === 'heading' || /[:：]\s*$/.test(textOf(node)) || isBoldLine(node)
  return list >= 0 && !nodes.slice(0, list).some(leads)
}

function labelOf(node: Node, at: number, kind: Kind, kinds: Context['kinds']): Label | undefined {
  const [whole = '', inside, before] = RE_IN_FRONT.exec(textOf(node)) ?? []
  const number = inside ?? before
  const isNext = number === String(at + 1) || number === String.fromCharCode(A + at)
  if (number === undefined || !isNext) return undefined
  const { prefix, shape } = rowOf(kind, kinds)
  if (readHeading(textOf(node).slice(whole.length), kinds).kind !== undefined) return undefined
  const id = shape.test(prefix + number) ? prefix + number : number
  return { kind, id, length: whole.length }
}

/** The first of the letters. */
const A = 65

// Matches "We decided to:", "The board has agreed that:", "It was resolved:".
const RE_DECIDED =
  /^(?:\p{L}+\s+){1,4}?(?:(?:have|has|had|was)\s+)?(?:decided|agreed|resolved|chose)(?:\s+(?:to|that|on))?\s*[:：]\s*$/iu

// Matches "RESOLVED that:" in the minutes of a council.
const RE_RESOLVED = /^\s*(?:IT WAS )?RESOLVED\b[^.?!]*[:：]\s*$/

/** Whether words above a list say that it holds decisions, mostly below a heading that speaks of these. */
export function isDecided(lead: string | undefined, context: Context): boolean {
  const { near, isRecord, repeats, isInItem } = context
  if (lead === undefined || isRecord || repeats || isInItem) return false
  return RE_RESOLVED.test(lead) || (near.includes('decision') && RE_DECIDED.test(lead))
}
