/** What falls with an item, in a sentence, for outputs that show items one by one. */
import type { Checkable } from '../model/assembled.ts'
import { type DoubtLine, fallsLine } from './in-words.ts'
import { singleDoubtsOf } from './index.ts'
import { supportOf } from './support.ts'

type Whole = Pick<Checkable, 'graph' | 'settings'>

/** What is said in front of what falls with an item. */
export const IF_NOT = 'If it does not hold'

/** What is on the button that shows all that falls. */
export const SEE_FALLS = 'See what falls'

const known = new WeakMap<Whole['graph'], ReadonlyMap<string, DoubtLine>>()

/** `decision 3 stands on nothing.`; absent where the item cannot be doubted. */
export function fallsWith(key: string, whole: Whole): DoubtLine | undefined {
  const lines = known.get(whole.graph) ?? linesOf(whole)
  known.set(whole.graph, lines)
  return lines.get(key)
}

function linesOf(whole: Whole): ReadonlyMap<string, DoubtLine> {
  const support = supportOf(whole)
  return new Map(
    singleDoubtsOf(whole).flatMap((found, at) => {
      const { key } = support.items[at] ?? {}
      return found && key !== undefined ? [[key, fallsLine(support, found)] as const] : []
    }),
  )
}
