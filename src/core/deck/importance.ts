/** How much a slide says of a case: by this, a deck that is too long for a talk keeps some and leaves others out. */
import { byGround, standingOn, stepsOf } from '../graph/reasoning.ts'
import type { Assembled } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import { has, isLike } from '../model/kinds.ts'
import { traitsOf } from './layouts.ts'
import { priorityFinder } from './priority.ts'
import type { Slide } from './slide.ts'

/** The first sentence or quote of a chapter says what it is about. */
const OPENS_CHAPTER = 35
/** Whoever sets a slide by hand, or names a priority, wants it told. */
const BY_AUTHOR = 100
const FIRST_PRIORITY = 100
/** All that stands on an item or a section counts, up to so many. */
const MOST_STANDING = 30

/** Gives the importance of a slide, and whether it is the first that tells in its chapter. */
export function importanceFinder(
  assembled: Pick<Assembled, 'documents' | 'graph'>,
): (slide: Slide, opensChapter: boolean) => number {
  const { graph } = assembled
  const above = byGround(stepsOf(graph.case.links))
  const priorityOf = priorityFinder(assembled)
  const known = new Map<string, number>()
  const standing = (key: string): number => {
    const count = known.get(key) ?? Math.min(MOST_STANDING, 2 * standingOn(above, key).size)
    known.set(key, count)
    return count
  }
  const ofItem = ({ key, kind }: Item): number => {
    if (has(kind, 'aim', graph.kinds)) return 80 + standing(key)
    if (isLike(kind, 'decision', graph.kinds)) return 70 + standing(key)
    return (has(kind, 'leads', graph.kinds) ? 30 : 20) + standing(key)
  }
  return (slide, opensChapter) => {
    const { layout, item, section, body, byAuthor, part } = slide
    const keys = [item, ...body.map((piece) => piece.item)]
    const items = keys.flatMap((key) => graph.items.get(key ?? '') ?? [])
    const priority = priorityOf({ item, section })
    const { weight, says } = traitsOf(layout)
    return (
      Math.max(weight, ...items.map(ofItem)) +
      (opensChapter && says ? OPENS_CHAPTER : 0) +
      (byAuthor ? BY_AUTHOR : 0) +
      (priority === undefined ? 0 : FIRST_PRIORITY / priority) +
      (section === undefined ? 0 : standing(section) / 2) -
      // What flows on is less than what it flows on from.
      (part ? 15 * (part.n - 1) : 0)
    )
  }
}
