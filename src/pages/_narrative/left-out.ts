/** The component map of a part of the case: marks that are left out of it render nothing. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import type { Extract } from '../../core/narrative/extract/index.ts'
import Nothing from '../../ui/components/Nothing.astro'

/** The same components, each asked first whether what stands at its `at` is left out. */
export function withoutLeftOut(
  marks: Readonly<Record<string, AstroComponentFactory>>,
  isLeftOut: Extract['isLeftOut'],
): Readonly<Record<string, AstroComponentFactory>> {
  return Object.fromEntries(
    Object.entries(marks).map(([name, component]) => {
      const asked: AstroComponentFactory = (result, props, slots) =>
        (isLeftOut(name, props.at) ? Nothing : component)(result, props, slots)
      // By this Astro knows its components, and has their words rendered only when they ask for them.
      asked.isAstroComponentFactory = true
      return [name, asked]
    }),
  )
}
