/** The weakest links: what a sponsor will attack first, by how much stands on it × how thin it is. */
import type { Checkable } from '../model/assembled.ts'
import { type KindTable, rowOf } from '../model/kinds.ts'
import { type Claim, claimsOf } from './claim.ts'
import { reasonOf } from './reason.ts'
import { pointsOf, type WeaknessId } from './weights.ts'

export type { Claim } from './claim.ts'
export { type WeaknessId, weaknessIds, weights } from './weights.ts'

import { listed } from '../text/listed.ts'

/** One place in the ranking: a claim, or several alike on which nothing depends. */
export interface WeakLink {
  readonly claims: readonly [Claim, ...Claim[]]
  /** `Decision 4`, `Decisions 0, 1 and 3`, `Benefits`. */
  readonly name: string
  /** How many items and sections stand on it, directly or through others. */
  readonly standing: number
  readonly thin: readonly WeaknessId[]
  /** (1 + standing) × the points of what makes it thin. */
  readonly score: number
  /** One plain sentence. */
  readonly reason: string
}

interface Ranking {
  /** The first to be attacked comes first; ties in document order. */
  readonly links: readonly WeakLink[]
  /** Claims with nothing against them. */
  readonly sound: number
}

/** Ranks every claim of a case. */
export function weakestLinks(assembled: Checkable): Ranking {
  const { kinds } = assembled.graph
  const { weak, sound } = claimsOf(assembled)
  const links = grouped(weak).map((claims): WeakLink => {
    const [{ standing, thin }] = claims
    return {
      claims,
      name: nameOfAll(claims, kinds),
      standing: standing.length,
      thin,
      score: (1 + standing.length) * pointsOf(thin),
      reason: reasonOf(claims[0], assembled.graph, claims.length > 1),
    }
  })
  return { links: links.toSorted((a, b) => b.score - a.score), sound }
}

/** Claims on which nothing stands are told together with those of their kind that are as thin. */
function grouped(claims: readonly Claim[]): readonly (readonly [Claim, ...Claim[]])[] {
  const groups = Map.groupBy(claims, (claim) =>
    claim.standing.length === 0 ? [claim.sort, claim.kind, ...claim.thin].join() : claim,
  )
  return [...groups.values()] as unknown as readonly (readonly [Claim, ...Claim[]])[] // none is empty
}

function nameOfAll(claims: readonly [Claim, ...Claim[]], kinds: KindTable): string {
  const [{ name, kind }] = claims
  if (claims.length === 1) return name
  if (kind === undefined) return listed(claims.map((claim) => claim.name))
  const { label, plural } = rowOf(kind, kinds)
  return `${plural} ${listed(claims.map((claim) => claim.name.slice(label.length + 1)))}`
}
