/** What readers have answered: each challenge beside what it is about. */

import { isInside } from '../audience/internal.ts'
import { type Graph, slugOf } from '../graph/index.ts'
import { keyNamed } from '../graph/named.ts'
import type { Checkable, Outside } from '../model/assembled.ts'
import type { Challenge, Feedback, FeedbackFault } from '../model/feedback.ts'
import { nameOf } from '../model/ids.ts'
import type { Source } from '../model/source.ts'
import { type Issues, readIssues } from './issues.ts'
import { plainWords } from './plain.ts'
import { isOwnSlide } from './question-entries.ts'
import { answeredBy } from './taken-up.ts'

/** What readers answer to. */
type Answered = Pick<Checkable, 'graph' | 'settings' | 'inside' | 'audience'> &
  Pick<Outside, 'moved'>

/**
 * Reads all files of feedback, and finds what each issue is about: by the key that the link wrote into
 * its body, or else by the name in its title. `aliases` leads from an old key to the one of now. An
 * issue about what stays inside stays inside too.
 */
export function readFeedback(
  sources: readonly Source[],
  { graph, settings, inside, audience, moved = [] }: Answered,
): Feedback {
  const read = sources.map((source) => ({
    file: source.file,
    ...issuesOf(source, settings.repository),
  }))
  const answers = answersIn(graph)
  const every = read.flatMap(({ challenges }) => challenges)
  // Of one question in several entries the first counts, and none where one of them keeps it inside.
  const kept = new Set([
    ...read.flatMap(({ withheld }) => withheld),
    ...every.flatMap(({ asked, isInside, key }) => (asked && isInside && key ? [key] : [])),
  ])
  const all = onlyFirst(every)
    .filter(({ asked, key = '' }) => !asked || audience !== 'public' || !kept.has(key))
    .map((each) => takenUp(audience === 'public' ? withoutName(each) : each, answers))
    .toSorted((a, b) => compare(b.opened ?? '', a.opened ?? ''))
  const isHidden = (name: string) => isInside(name, inside, graph.kinds)
  const isShown = ({ isInside, about }: Challenge) =>
    !(isInside && audience === 'public') &&
    !about.some((name) => isHidden(name) || isHidden(slugOf(name)))
  const faults = [...read.flatMap((one) => one.faults), ...idsTwice(read)]
  const byName = keysByName(graph)
  const keyOf = (words: string): string | undefined => {
    const key = settings.aliases[words] ?? words
    if (graph.items.has(key) || graph.sections.has(key)) return key
    return byName.get(plainWords(words).toLowerCase()) ?? keyNamed(words, graph)
  }
  const isItem = new RegExp(`^(?:${[...graph.kinds.keys()].join('|')})-[\\p{L}\\d-]+$`, 'u')
  const isLost = ({ asked, about }: Challenge) =>
    about.some((name) => (asked ? name !== '' : isItem.test(name))) &&
    !about.some((name) => isOwnSlide(name) || keyOf(name) !== undefined)
  const byChallenge = new Map(moved.map((one) => [one.challenge, one]))
  const movedOf = ({ key = '', about }: Challenge) => {
    const found = byChallenge.get(key)
    if (!found || settings.aliases[found.from] !== undefined) return undefined
    return about.map(keyOf).find((name) => name !== undefined) === found.from ? found : undefined
  }
  const lost = read.flatMap(({ file, challenges }) =>
    challenges.flatMap((each) => {
      const moved = movedOf(each)
      if (!isShown(each) || !(moved || isLost(each))) return []
      const { id } = each
      return [{ file, ...(id === undefined ? {} : { id }), ...(moved ? { moved } : {}) }]
    }),
  )
  const challenges = all.filter(
    (each) => isShown(each) && !(audience === 'public' && (isLost(each) || movedOf(each))),
  )
  const groups = Map.groupBy(challenges, ({ about }) =>
    about.map(keyOf).find((key) => key !== undefined),
  )
  const general = groups.get(undefined) ?? []
  const about = new Map(
    [...groups].flatMap(([key, own]) => (key === undefined ? [] : [[key, own] as const])),
  )
  const ids = new Set(all.flatMap(({ id }) => id ?? []))
  return { about, general, lost, faults, ids }
}

const known = new WeakMap<Source, { readonly repository?: string; readonly issues: Issues }>()

/** What a file says; one that many states of a case have is read once. */
function issuesOf(source: Source, repository: string | undefined): Issues {
  const before = known.get(source)
  if (before && before.repository === repository) return before.issues
  const issues = readIssues(source.text, source.file, repository)
  known.set(source, { issues, ...(repository === undefined ? {} : { repository }) })
  return issues
}

/** Id of a challenge → names of the items that answer it. */
function answersIn({ case: { items }, kinds }: Graph): ReadonlyMap<string, readonly string[]> {
  const pairs = items.flatMap((item) =>
    answeredBy(item).map((id) => ({ id, name: nameOf(item, kinds) })),
  )
  const byId = Map.groupBy(pairs, ({ id }) => id)
  return new Map([...byId].map(([id, own]) => [id, own.map(({ name }) => name)]))
}

/** Who asked in a room is known to the team, and to others once the team says so. */
function withoutName(challenge: Challenge): Challenge {
  const { asked } = challenge
  if (!asked || asked.nameMayBeShown) return challenge
  const { name: _name, ...rest } = asked
  return { ...challenge, asked: rest }
}

function takenUp(challenge: Challenge, answers: ReturnType<typeof answersIn>): Challenge {
  const answeredIn = answers.get(challenge.id ?? '')
  return answeredIn ? { ...challenge, answered: true, answeredIn } : challenge
}

/** Ids that two challenges have: nobody could say which is meant. So too a question that stands there twice. */
function idsTwice(
  read: readonly ({ readonly file: string } & Pick<Issues, 'challenges' | 'withheld'>)[],
): readonly FeedbackFault[] {
  const withheld = read.flatMap((one) => one.withheld)
  const seen = new Set(withheld.map((key) => `question ${key}`))
  const isSeen = (one: string | undefined) => one !== undefined && (seen.has(one) || !seen.add(one))
  return read.flatMap(({ file, challenges }) =>
    challenges.flatMap(({ id, key, asked }) => {
      const isSameId = isSeen(id)
      const isSameQuestion = asked !== undefined && isSeen(`question ${key}`)
      if (!isSameId && !isSameQuestion) return []
      const message = isSameId
        ? `Unexpected second ${id}, expected an id of its own for each challenge`
        : `Unexpected second entry of one question of a room, ${id ?? 'without an id'}, expected one: the first counts, and what one of them keeps inside stays inside`
      const mend = isSameId ? undefined : 'Delete one of the two entries with the same "question"'
      return [{ message, place: { file }, ...(mend ? { mend } : {}) }]
    }),
  )
}

/** Of a question that stands in several entries the first. */
function onlyFirst(challenges: readonly Challenge[]): readonly Challenge[] {
  const seen = new Set<string>()
  return challenges.filter(({ asked, key }) => {
    if (!asked || key === undefined) return true
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
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
