/** What every reader of a block needs: the file, its citations, and how a block is named and marked. */
import type { Place } from '../../model/case.ts'
import type { Kind, KindTable } from '../../model/kinds.ts'
import { element, type Node } from '../tree.ts'
import type { Citations } from './words.ts'

export interface Context {
  readonly file: string
  readonly citations: Citations
  readonly kinds: KindTable
  /** The kinds of which the headings around it speak, the nearest first. */
  readonly within: readonly Kind[]
  /** The kinds of which the nearest heading speaks. */
  readonly near: readonly Kind[]
  /** How many labels of the file begin with the same letters: `R` of `R-1`. */
  readonly letters: ReadonlyMap<string, number>
  /** How many headings begin with the name of which kind: `### Risk: …`. */
  readonly headed: ReadonlyMap<Kind, number>
  /** Set below a heading that is an item. */
  readonly isInItem?: true
  /** Set in a file with several decisions and actions that have no number. */
  readonly isMinutes?: true
  /** Set where these stand in plain type: "Agreed: …", "Action: …". */
  readonly isPlain?: true
  /** Set in a file with several stories of users. */
  readonly isStories?: true
  /** Set in a file with headings such as "Must have" and "Should have". */
  readonly isRanked?: true
  /** Set inside a decision record, whose options are no options of the case. */
  readonly isRecord?: true
  /** Set inside `<Slide>`, which repeats what the case says: labels make no items there. */
  readonly repeats?: true
}

/** The name and place of a block. */
export function baseOf(
  node: Node,
  { file }: Pick<Context, 'file'>,
): { readonly at: string; readonly place: Place } {
  const line = node.position?.start.line ?? 1
  const column = node.position?.start.column ?? 1
  return { at: `${file}:${line}:${column}`, place: { file, line, column } }
}

/** Puts an element of the vocabulary around nodes. */
export function mark(name: string, at: string, children: readonly Node[]): Node {
  return element(name, { at }, children)
}
