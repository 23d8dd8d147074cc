/** `## Sprint 2`, `## Benefits`, `# [Prototype] Case for …`: what a heading says beyond its words. */
import type { Kind, KindRow, KindTable } from '../../model/kinds.ts'

export interface Heading {
  /** Without the phase tag. */
  readonly title: string
  /** The phase in the brackets: `[Prototype]`. */
  readonly phase?: string
  readonly sprint?: string
  /** The kind that the first list in the section holds. */
  readonly kind?: Kind
}

// Matches "[Prototype] Case for …".
const RE_PHASE = /^\s*\[([^\]]{1,30})\]\s*/
// Matches "Sprint 2", "Sprint 2: research", "SPRINT 10 (March)".
const RE_SPRINT = /^sprint\s+(\d+)\b/i
// Matches what may stand before a title that names a kind: "2.1 Our key", "B. The".
const RE_BEFORE =
  /^(?:(?:\d+(?:\.\d+)*[.)]?|[a-z][.)]|[ivx]+[.)])\s+)?(?:(?:the|our|main|key|top|proposed|planning|project|programme|initial|current|agreed)\s+)*/i
// Matches what may stand behind it: "identified", "we are making", "of the work", "for alpha".
const RE_AFTER =
  /\s+(?:identified|agreed|so far|log|list|register|(?:that )?we(?: have| are| will| still)? \p{L}+|(?:of|for) (?:the |this |our )?(?:work|project|programme|discovery|alpha|beta|service|team|case|next phase))$/iu

/** How many characters of a heading its phase tag takes; 0 without one. */
export function phaseLength(text: string): number {
  return RE_PHASE.exec(text)?.[0].length ?? 0
}

/** Reads a heading's text. */
export function readHeading(text: string, kinds: KindTable): Heading {
  const phase = RE_PHASE.exec(text)
  const title = text.slice(phaseLength(text)).replace(/\s+/g, ' ').trim()
  const sprint = RE_SPRINT.exec(title)?.[1]
  const kind = kindOfTitle(title, kinds)
  return {
    title,
    ...(phase?.[1] ? { phase: phase[1] } : {}),
    ...(sprint === undefined ? {} : { sprint: String(Number(sprint)) }),
    ...(kind ? { kind } : {}),
  }
}

function kindOfTitle(title: string, kinds: KindTable): Kind | undefined {
  const forms = titleForms(title)
  const isOf = (headings: readonly string[]) => headings.some((one) => forms.includes(one))
  return [...kinds].findLast(([, { headings }]) => isOf(headings))?.[0]
}

/** What a title may say in small letters: all of it, and without what stands around the name of a kind. */
export function titleForms(title: string): readonly string[] {
  const plain = title
    .toLowerCase()
    .replace(/(?<![:.…])[:.…]+$/, '')
    .trim()
  const bare = plain.replace(RE_BEFORE, '')
  // "Risks / blockers".
  const [first = bare] = bare.split(/\s+\/\s+/)
  return [plain, bare, bare.replace(RE_AFTER, ''), first]
}

/** The kinds of which a title speaks: `Assumptions and dependencies`, `Risk register`. */
export function kindsIn(title: string, kinds: KindTable): readonly Kind[] {
  const plain = title.replace(/\s+/g, ' ')
  return [...namesIn(kinds)].flatMap(([kind, name]) => (name.test(plain) ? [kind] : []))
}

/** A table is read once for all headings. */
const known = new WeakMap<KindTable, ReadonlyMap<Kind, RegExp>>()

/** What matches a name of each kind in a title, the last row first. */
function namesIn(kinds: KindTable): ReadonlyMap<Kind, RegExp> {
  const rows = known.get(kinds) ?? new Map([...kinds].reverse().map(asPattern))
  known.set(kinds, rows)
  return rows
}

function asPattern([kind, { label, plural, names, headings }]: [Kind, KindRow]): [Kind, RegExp] {
  const words = [label, plural, ...names, ...headings].map((name) => RegExp.escape(name))
  return [kind, new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})s?(?![\\p{L}\\p{N}])`, 'iu')]
}
