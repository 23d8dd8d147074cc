/** What readers have answered: each challenge beside what it is about. */

import { isInside } from '../audience/internal.ts'
import { type Graph, slugOf } from '../graph/index.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Challenge, Feedback } from '../model/feedback.ts'
import { nameOf } from '../model/kinds.ts'
import type { Source } from '../model/source.ts'
import { readIssues } from './issues.ts'
import { plainWords } from './plain.ts'

/** What readers answer to. */
type Answered = Pick<Checkable, 'graph' | 'settings' | 'inside'>

/** The feedback of a case without a file. */
export const noFeedback: Feedback = { about: new Map(), general: [], faults: [] }

/**
 * Reads `feedback.json`, and finds what each issue is about: by the key that the link wrote into
 * its body, or else by the name in its title. `aliases` leads from an old key to the one of now. An
 * issue about what stays inside stays inside too.
 */
export function readFeedback(source: Source, { graph, settings, inside }: Answered): Feedback {
  const { challenges: all, faults } = readIssues(source.text, source.file, settings.repository)
  const isHidden = (name: string) => isInside(name, inside, graph.kinds)
  const challenges = all.filter(
    ({ about }) => !about.some((name) => isHidden(name) || isHidden(slugOf(name))),
  )
  const byName = keysByName(graph)
  const keyOf = (words: string): string | undefined => {
    const key = settings.aliases[words] ?? words
    if (graph.items.has(key) || graph.sections.has(key)) return key
    return byName.get(plainWords(words).toLowerCase())
  }
  const groups = Map.groupBy(challenges, ({ about }) =>
    about.map(keyOf).find((key) => key !== undefined),
  )
  const general = groups.get(undefined) ?? []
  const about = new Map(
    [...groups].flatMap(([key, own]) => (key === undefined ? [] : [[key, own] as const])),
  )
  return { about, general, faults }
}

/** How many challenges nobody has answered. */
export function unansweredOf(challenges: readonly Challenge[] = []): number {
  return challenges.filter(({ answered }) => !answered).length
}

/** `1 challenge, not answered`, `2 challenges, 1 answered`, `2 challenges, all answered`. */
export function countWords(challenges: readonly Challenge[]): string {
  const all = challenges.length
  const answered = all - unansweredOf(challenges)
  const some = `${all} ${all === 1 ? 'challenge' : 'challenges'}`
  if (answered === 0) return `${some}, not answered`
  if (answered < all) return `${some}, ${answered} answered`
  return `${some}, ${all === 1 ? '' : 'all '}answered`
}

/** Keys by name. A title that two sections have names neither. */
function keysByName({ case: { items, sections }, kinds }: Graph): ReadonlyMap<string, string> {
  const named = [
    ...sections.map(({ key, title }) => ({ key, name: title })),
    ...items.map((item) => ({ key: item.key, name: nameOf(item, kinds) })),
  ]
  const byName = Map.groupBy(named, ({ name }) => plainWords(name).toLowerCase())
  return new Map(
    [...byName].flatMap(([name, [first, second]]) =>
      first && !second ? [[name, first.key] as const] : [],
    ),
  )
}
