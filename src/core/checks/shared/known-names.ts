/** Names that `case.yaml` may use for parts of the case. */
import type { Checkable } from '../../model/assembled.ts'

/** Keys of sections and items, and `deck`: what links and aliases may lead to. */
export function keysOf({ graph }: Checkable): readonly string[] {
  return ['deck', ...graph.sections.keys(), ...graph.items.keys()]
}

/** Keys of sections and items: what a route may choose. */
export function partsOf({ graph }: Checkable): readonly string[] {
  return [...graph.sections.keys(), ...graph.items.keys()]
}

/** Keys of sections and items, and names of files: where a finding may be. */
export function whereaboutsOf({ graph, sources }: Checkable): readonly string[] {
  const files = sources.map(({ file }) => file)
  return [...graph.sections.keys(), ...graph.items.keys(), 'case.yaml', ...files]
}
