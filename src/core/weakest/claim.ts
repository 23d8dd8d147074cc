/** What a sponsor can attack: claims with what stands on them and how thin they are. */

import { TO_BE_WRITTEN } from '../graph/gaps-in-words.ts'
import { againstIn, byGround, type ReasoningStep, standingOn, stepsOf } from '../graph/reasoning.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Gap, Item, Place } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import { has, type Kind, rowOf } from '../model/kinds.ts'
import { shorten } from '../text/phrases.ts'
import { groundsOf, weaknessesOf } from './weaknesses.ts'
import type { WeaknessId } from './weights.ts'

/** One thing to attack: a claim, a gap where a claim is due, or the missing ask. */
export interface Claim {
  /** Key of the item or section; absent for the ask. */
  readonly key?: string
  readonly sort: 'claim' | 'gap' | 'ask'
  readonly kind?: Kind
  /** `Decision 4`, the title of a section, `The ask`. */
  readonly name: string
  readonly text: string
  /** Keys of items and sections that stand on it. */
  readonly standing: readonly string[]
  readonly thin: readonly WeaknessId[]
  /** Keys of the evidence and decisions right below it. */
  readonly grounds: readonly string[]
  readonly place: Place
}

/** Every claim of the case with at least one thing against it, and how many have nothing. */
export function claimsOf(assembled: Checkable): {
  readonly weak: readonly Claim[]
  readonly sound: number
} {
  const { graph } = assembled
  const steps = stepsOf(graph.case.links)
  const above = byGround(steps)
  const below = Map.groupBy(steps, ({ claim }) => claim)
  const against = againstIn(graph.case.links)
  const claims = graph.case.items
    // Evidence is what makes a claim thick or thin, and a question claims nothing.
    .filter(({ kind }) => !has(kind, 'no-claim', graph.kinds))
    .map((item) => claimOf(item, { assembled, above, below, against }))
  const weak = claims.filter(({ thin }) => thin.length > 0)
  return {
    weak: [...askOf(assembled), ...weak, ...gapsOf(assembled)],
    sound: claims.length - weak.length,
  }
}

interface ReasoningContext {
  readonly assembled: Checkable
  readonly above: ReadonlyMap<string, readonly ReasoningStep[]>
  readonly below: ReadonlyMap<string, readonly ReasoningStep[]>
  readonly against: ReadonlyMap<string, readonly string[]>
}

function claimOf(item: Item, context: ReasoningContext): Claim {
  const { assembled, above, below } = context
  const grounds = groundsOf(item, below, assembled.graph)
  return {
    key: item.key,
    sort: 'claim',
    kind: item.kind,
    name: nameOf(item, assembled.graph.kinds),
    text: item.text,
    standing: [...standingOn(above, item.key)],
    thin: weaknessesOf(item, grounds, context),
    grounds: grounds.map(({ key }) => key),
    place: item.place,
  }
}

/** A claim for the missing ask: all items that lead to an ask stand on it. */
function askOf({ settings, settingsSource, graph }: Checkable): readonly Claim[] {
  if (settings.ask !== undefined) return []
  return [
    {
      sort: 'ask',
      name: 'The ask',
      text: 'What should sponsors decide?',
      standing: graph.case.items
        .filter(({ kind }) => has(kind, 'leads', graph.kinds))
        .map(({ key }) => key),
      thin: ['none'],
      grounds: [],
      place: { file: settingsSource?.file ?? 'case.yaml' },
    },
  ]
}

/** Claims for sections in which nothing is written. What such a section would serve stands on it. */
function gapsOf({ graph, documents }: Checkable): readonly Claim[] {
  const kindOf = new Map(
    documents.flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        const key = block.type === 'heading' ? graph.keys.get(block.at) : undefined
        return block.type === 'heading' && key && block.kind ? [[key, block.kind] as const] : []
      }),
    ),
  )
  return graph.case.gaps.flatMap((gap): readonly Claim[] => {
    const section = graph.sections.get(gap.section)
    if (gap.item !== undefined || !section || !isWhole(gap, graph.case.items)) return []
    const kind = kindOf.get(section.key)
    const served = new Set<string>(Object.keys(kind ? rowOf(kind, graph.kinds).means : {}))
    return [
      {
        key: section.key,
        sort: 'gap',
        name: section.title,
        text: shorten(gap.text ?? TO_BE_WRITTEN, 160),
        standing: graph.case.items
          .filter(({ kind }) =>
            [kind, rowOf(kind, graph.kinds).like].some((one) => served.has(one)),
          )
          .map(({ key }) => key),
        thin: ['none'],
        grounds: [],
        place: gap.place,
      },
    ]
  })
}

/** Whether the section of a gap has no items. */
function isWhole(gap: Gap, items: readonly Item[]): boolean {
  return !items.some(({ section }) => section === gap.section)
}
