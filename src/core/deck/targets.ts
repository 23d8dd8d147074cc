/** Where one can go in the deck: every slide that runs right, and every item. Pure. */

import type { Graph } from '../graph/index.ts'
import { nameOf } from '../model/ids.ts'
import type { Target } from '../text/search.ts'
import { leftOutOf } from './left-out.ts'
import type { Slide } from './slide.ts'

/** Slides first, then what is left out, then items, each in the order of the case. */
export function targetsOf(
  slides: readonly Slide[],
  { case: { items }, kinds }: Pick<Graph, 'case' | 'kinds'>,
): readonly Target[] {
  return [
    ...slides.map(({ id, title, part }, index) => ({
      key: id,
      name: `Slide ${index + 1}`,
      n: index + 1,
      words: part && part.of > 1 ? `${title} (${part.n} of ${part.of})` : title,
    })),
    ...leftOutOf(slides).map((slide) => ({
      key: slide.id,
      name: 'Left out',
      words: titleInList(slide),
    })),
    ...items.map((item) => {
      const { key, id, text } = item
      return { key, name: nameOf(item, kinds), id, words: text }
    }),
  ]
}

/** `Costs: It costs when (2 of 3)`: what a slide is called among many. */
export function titleInList({ kicker, title, part }: Slide): string {
  const name = kicker === undefined || kicker === title ? title : `${kicker}: ${title}`
  return part && part.of > 1 ? `${name} (${part.n} of ${part.of})` : name
}
