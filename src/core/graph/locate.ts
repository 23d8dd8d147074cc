/** From a place in a source to the item and section that it lies in. */

import type { Place } from '../model/case.ts'
import type { Block, Document, EntryBlock } from '../syntax/conventions/index.ts'

/** Keys of the innermost item and of the section; absent outside either. */
export type Locate = (place: Place) => { readonly item?: string; readonly section?: string }

interface LocatedPlace {
  readonly line: number
  readonly column: number
  readonly item: string | undefined
  readonly section: string | undefined
}

/** Prepares the look-up for a whole case. A place without a line lies in neither. */
export function locator(documents: readonly Document[], { keys, within }: SectionKeys): Locate {
  const spots = new Map(
    documents.map(({ file, blocks }) => [file, spotsOf(blocks, { keys, within })] as const),
  )
  return ({ file, line, column = 1 }) => {
    if (line === undefined) return {}
    const spot = spots
      .get(file)
      ?.findLast((one) => one.line < line || (one.line === line && one.column <= column))
    return {
      ...(spot?.item === undefined ? {} : { item: spot.item }),
      ...(spot?.section === undefined ? {} : { section: spot.section }),
    }
  }
}

interface SectionKeys {
  readonly keys: ReadonlyMap<string, string>
  readonly within: ReadonlyMap<string, string>
}

function spotsOf(blocks: readonly Block[], known: SectionKeys): readonly LocatedPlace[] {
  const spots: LocatedPlace[] = []
  const visit = (block: Block | EntryBlock, around: string | undefined): void => {
    const { at, place } = block
    const item = block.type === 'item' ? (known.keys.get(at) ?? around) : around
    const section = block.type === 'heading' ? known.keys.get(at) : known.within.get(at)
    spots.push({ line: place.line ?? 1, column: place.column ?? 1, item, section })
    const inner = block.type === 'list' ? block.entries : 'blocks' in block ? block.blocks : []
    for (const child of inner) visit(child, item)
  }
  for (const block of blocks) visit(block, undefined)
  return spots
}
