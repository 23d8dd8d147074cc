/** The tree of an SVG as svgo reads it. */
import type { CustomPlugin } from 'svgo'

type Root = Parameters<CustomPlugin['fn']>[0]
export type XastRoot = Root
export type XastElement = Extract<Root['children'][number], { type: 'element' }>
export type XastChild = XastElement['children'][number]

/** An element and all in it, in order. */
export function elementsIn(parent: {
  readonly children: readonly XastChild[]
}): readonly XastElement[] {
  return parent.children.flatMap((child) =>
    child.type === 'element' ? [child, ...elementsIn(child)] : [],
  )
}
