/** The blocks of a whole case with their places in the texts, found by what they are. */

import type { Kind } from '../model/kinds.ts'
import type { ItemBlock } from '../syntax/conventions/index.ts'
import type { Known } from './number.ts'
import { type Spot, spotsOf } from './spot.ts'

/** An item's spot. */
export interface ItemSpot extends Spot {
  readonly block: ItemBlock
}

/** All spots of a case, and the ways to find one. */
export interface CaseSpots {
  /** The spots of the file in which a spot stands. */
  readonly inFileOf: (spot: Spot) => readonly Spot[]
  readonly itemOf: (key: string) => ItemSpot | undefined
  readonly headingOf: (section: string) => Spot | undefined
  /** Every item of a kind as it stands, second definitions and re-uses included. */
  readonly allOf: (kind: Kind) => readonly ItemSpot[]
}

/** Prepares the look-up. */
export function caseSpots({ sources, documents, graph }: Known): CaseSpots {
  const files = documents.flatMap((document) => {
    const source = sources.find(({ file }) => file === document.file)
    return source ? [spotsOf(source, document)] : []
  })
  const all = files.flat()
  const items = all.filter((spot): spot is ItemSpot => spot.block.type === 'item')
  const isFirst = ({ block }: ItemSpot): boolean => !block.reuse
  return {
    inFileOf: (spot) => files.find((spots) => spots.includes(spot)) ?? [],
    itemOf: (key) => items.find((spot) => isFirst(spot) && graph.keys.get(spot.block.at) === key),
    headingOf: (section) =>
      all.find(({ block }) => block.type === 'heading' && graph.keys.get(block.at) === section),
    allOf: (kind) => items.filter(({ block }) => block.kind === kind),
  }
}
