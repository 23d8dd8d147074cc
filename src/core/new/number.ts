/** The next free number or letter: one that nothing has, had, or points to. */
import type { Assembled } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import { type Kind, rowOf } from '../model/kinds.ts'

/** What every plan looks at. */
export type Known = Pick<Assembled, 'sources' | 'documents' | 'graph' | 'settings' | 'outside'>

/** The number after the highest of a kind, as in `Decision 5`. */
export function nextNumber(known: Known, kind: Kind): string {
  const numbers = keysOf(known).flatMap((key) => {
    const number = key.startsWith(`${kind}-`) ? Number(key.slice(kind.length + 1)) : Number.NaN
    return Number.isInteger(number) ? [number] : []
  })
  // Decisions may start at 0; the first one is 1 all the same.
  return String(Math.max(0, ...numbers) + 1)
}

/** The id of the next evidence of a decision: `3c`, `3aa` after `3z`; `undefined` after `3zz`. */
export function nextEvidence(known: Known, decision: Item): string | undefined {
  const { homes } = known.graph
  const ranks = keysOf(known).flatMap((key) => {
    const letters = RE_EVIDENCE.exec(key)
    // That of a decision of another document with the same number takes no letter of this one.
    const isOther = (homes.get(key) ?? decision.key) !== decision.key
    return letters?.[1] === decision.id && !isOther ? [rankOf(letters[2] ?? '')] : []
  })
  const letters = lettersOf(Math.max(0, ...ranks) + 1)
  const id = `${decision.id}${letters}`
  return rowOf('evidence', known.graph.kinds).shape.test(id) ? id : undefined
}

// Matches "evidence-3a" and "evidence-3a-payments".
const RE_EVIDENCE = /^evidence-(\d+)([a-z]+)(?:-|$)/

/** Keys of now, of earlier states, and old ones that lead elsewhere: a new item must take none. */
function keysOf({ graph, settings, outside }: Known): readonly string[] {
  return [
    ...graph.case.items.map(({ key }) => key),
    ...(outside.past ?? []).map(({ key }) => key),
    ...Object.keys(settings.aliases),
  ]
}

/** `a` → 1, `z` → 26, `aa` → 27. */
function rankOf(letters: string): number {
  return [...letters].reduce((rank, letter) => rank * 26 + letter.charCodeAt(0) - 96, 0)
}

function lettersOf(rank: number): string {
  const last = String.fromCharCode(97 + ((rank - 1) % 26))
  return rank > 26 ? lettersOf(Math.floor((rank - 1) / 26)) + last : last
}
