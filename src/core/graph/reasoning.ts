/** Which claim stands on which: links, turned so that each runs from a claim to what supports it. */

import type { Case, Item, Link } from '../model/case.ts'
import type { Role } from '../model/kinds.ts'

/** Roles whose link runs the other way: from what supports to what is supported. */
const CARRIES: ReadonlySet<Role> = new Set(['supports'])

/** Roles of evidence that is set out under a claim, for it or against it. */
const OF_EVIDENCE: ReadonlySet<Role> = new Set(['supports', 'opposes'])

/** Whether a link joins evidence to what it speaks for or against. */
export function isOfEvidence({ role }: { readonly role: Role }): boolean {
  return OF_EVIDENCE.has(role)
}

/** One step from a claim to what supports it. Both are keys of items or sections. */
export interface ReasoningStep {
  readonly claim: string
  readonly ground: string
  readonly link: Link
}

/** Every link as a step; drafts included. Nothing stands on what speaks against it. */
export function stepsOf(links: readonly Link[]): readonly ReasoningStep[] {
  return links.flatMap((link) => {
    if (link.role === 'opposes') return []
    return CARRIES.has(link.role)
      ? { claim: link.to, ground: link.from, link }
      : { claim: link.from, ground: link.to, link }
  })
}

/** Key of a claim → keys of the evidence against it, each once. */
export function againstIn(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  const opposing = links.filter(({ role }) => role === 'opposes')
  const byClaim = Map.groupBy(opposing, ({ to }) => to)
  return new Map([...byClaim].map(([claim, own]) => [claim, own.map(({ from }) => from)]))
}

/** The steps by the key of their ground: what stands right on it. */
export function byGround(
  steps: readonly ReasoningStep[],
): ReadonlyMap<string, readonly ReasoningStep[]> {
  return Map.groupBy(steps, ({ ground }) => ground)
}

/** Keys of the claims that stand on a key, directly or through others; never the key itself. */
export function standingOn(
  above: ReadonlyMap<string, readonly ReasoningStep[]>,
  key: string,
): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [key]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { claim } of above.get(at) ?? []) {
      if (claim === key || found.has(claim)) continue
      found.add(claim)
      open.push(claim)
    }
  }
  return found
}

/**
 * The evidence for and against the decisions of a case, in the order of the case. For a part of a
 * case this includes evidence that stands outside the part.
 */
export function evidenceOfDecisions({ case: theCase, items }: CaseItems): readonly Item[] {
  const keys = new Set(theCase.items.map(({ key }) => key))
  const supporting = new Set(
    theCase.links.filter((link) => isOfEvidence(link) && keys.has(link.to)).map(({ from }) => from),
  )
  return [...items.values()].filter(({ key }) => supporting.has(key))
}

interface CaseItems {
  readonly case: Case
  readonly items: ReadonlyMap<string, Item>
}
