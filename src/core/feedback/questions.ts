/**
 * The list of what was asked in a room, and what may happen to it. Pure: the server of `present` and a
 * browser without one keep the same list, each where it can.
 */
import { plainWords } from './plain.ts'

/** What becomes of a question. `hidden` is no question, and no one sees it but the team. */
export const outcomes = ['open', 'answered', 'later', 'taken', 'hidden'] as const

export type Outcome = (typeof outcomes)[number]

/** One question. Its words and names are plain, on one line. */
export interface AskedQuestion {
  /** Nobody guesses it: whoever asks makes it. */
  readonly id: string
  /** Address of a slide, or key of an item. */
  readonly about: string
  readonly words: string
  /** Who asked; absent where they did not say. It stays inside. */
  readonly name?: string
  /** How many others ask the same. */
  readonly same: number
  readonly outcome: Outcome
  /** Who takes it away, and until when (an ISO date, or any words). */
  readonly owner?: string
  readonly due?: string
  /** When it was kept first, ISO date and time. */
  readonly on: string
  /** Set where the audience of this room sent it, and may read it; what a presenter keeps stays inside. */
  readonly isShared?: true
  /** Network address from which it came, as a number: the broker of a room knows it, while that is open. */
  readonly source?: number
  /** Counts its changes. */
  readonly version: number
}

/** What happens to the list. `by` names a device; whoever presents has none, and no limit. */
export type QuestionAct =
  | ({ readonly act: 'ask'; readonly by?: string | undefined } & Pick<
      AskedQuestion,
      'id' | 'about' | 'words' | 'name'
    >)
  | { readonly act: 'same'; readonly by: string; readonly id: string }
  | ({ readonly act: 'mark' } & Pick<AskedQuestion, 'id' | 'outcome' | 'owner' | 'due'>)

/** The list, and what only limits need to know. Names come from outside: each is looked up as its own. */
export interface AskedList {
  readonly questions: readonly AskedQuestion[]
  /** Id of a question → the devices that ask the same. */
  readonly same: Readonly<Record<string, readonly string[]>>
  /** Device → how many questions came from it. */
  readonly from: Readonly<Record<string, number>>
}

/** What became of some acts. */
export interface ActsDone {
  readonly list: AskedList
  /** Ids of what is another now. */
  readonly changed: readonly string[]
  /** Which limits were reached, in words, each once. */
  readonly limits: readonly string[]
  /** What they kept out: whoever sent it is told. */
  readonly refused: readonly RefusedQuestion[]
}

/** Why a question is not taken: too many came from its device, to the room, or from its network address. */
export const refusals = ['device', 'room', 'network'] as const

type Refusal = (typeof refusals)[number]

/** A question that is not taken. */
export interface RefusedQuestion {
  readonly id: string
  readonly why: Refusal
}

/** The most letters of a question. */
export const LONGEST_QUESTION = 300
/** The most letters of the name of whoever asks. */
export const LONGEST_NAME = 60
/** As many questions one device may send, and as many of a room's audience are open or done at once. */
export const MOST_OF_DEVICE = 20
const MOST_KEPT = 500
/** As many may come from one network address: some networks show a whole room as one. */
export const MOST_OF_ADDRESS = MOST_KEPT / 2
/** As many open questions of one address may be a flood. */
const FLOOD = 50

/** What whoever presents is told of a limit; the broker says that of the network. */
const LIMITS = {
  device: `A device sent more than ${MOST_OF_DEVICE} questions. The rest of them was not kept.`,
  room: `${MOST_KEPT} questions of phones are kept. What came after them was not. “Set aside” makes room.`,
} as const

/** The list before anybody has asked. */
export const emptyList: AskedList = { questions: [], same: {}, from: {} }

/** Whether a room takes no more from its audience: what is set aside does not count, nor what a presenter keeps. */
export function isFull(shared: Iterable<Pick<AskedQuestion, 'outcome'>>): boolean {
  return [...shared].filter(({ outcome }) => outcome !== 'hidden').length >= MOST_KEPT
}

/** The ids of open questions of each network address from which many came. */
export function floodsIn(questions: readonly AskedQuestion[]): readonly (readonly string[])[] {
  const open = questions.filter(({ outcome, source }) => outcome === 'open' && source !== undefined)
  return [...Map.groupBy(open, ({ source }) => source).values()]
    .filter((all) => all.length >= FLOOD)
    .map((all) => all.map(({ id }) => id))
}

/** Lets something happen to the list. What is not right in any field, or about no question, does nothing. */
export function actOn(before: AskedList, acts: readonly QuestionAct[], now: string): ActsDone {
  const changed = new Set<string>()
  const refused = new Map<string, keyof typeof LIMITS>()
  let list = before
  for (const act of acts) {
    const next = act.act === 'ask' ? asked(list, act, now) : told(list, act)
    if (typeof next === 'string') refused.set(act.id, next)
    else if (next !== list) {
      list = next
      changed.add(act.id)
    }
  }
  return {
    list,
    changed: [...changed],
    limits: [...new Set(refused.values())].map((why) => LIMITS[why]),
    refused: [...refused].map(([id, why]) => ({ id, why })),
  }
}

type Act<Name extends QuestionAct['act']> = Extract<QuestionAct, { readonly act: Name }>

/** The list with a question more; or the limit that it would break. */
function asked(
  list: AskedList,
  { id, about, words, name, by }: Act<'ask'>,
  on: string,
): AskedList | keyof typeof LIMITS {
  const [plain, who] = [plainWords(words), plainWords(name ?? '')]
  const known = list.questions.find((one) => one.id === id)
  // Kept meanwhile by a browser, which knows no devices: whoever sends it again may hear of it.
  if (known && by !== undefined && !known.isShared)
    return withQuestion(list, { ...known, isShared: true })
  if (plain === '' || known) return list
  const others = by === undefined ? 0 : (own(list.from, by) ?? 0)
  if (others >= MOST_OF_DEVICE) return 'device'
  if (by !== undefined && isFull(list.questions.filter(({ isShared }) => isShared))) return 'room'
  const question: AskedQuestion = {
    id,
    about,
    words: plain,
    ...(who === '' ? {} : { name: who }),
    same: 0,
    outcome: 'open',
    on,
    ...(by === undefined ? {} : { isShared: true as const }),
    version: 1,
  }
  const from = by === undefined ? list.from : { ...list.from, [by]: others + 1 }
  return { ...list, questions: [...list.questions, question], from }
}

function told(list: AskedList, act: Act<'same' | 'mark'>): AskedList {
  const found = list.questions.find(({ id }) => id === act.id)
  if (!found) return list
  if (act.act === 'same') {
    const devices = own(list.same, act.id) ?? []
    if (devices.includes(act.by)) return list
    const same = { ...list.same, [act.id]: [...devices, act.by] }
    return withQuestion({ ...list, same }, { ...found, same: found.same + 1 })
  }
  const { owner: _owner, due: _due, ...rest } = found
  const [owner, due] = [plainWords(act.owner ?? ''), plainWords(act.due ?? '')]
  const isTaken = act.outcome === 'taken'
  const marked: AskedQuestion = {
    ...rest,
    outcome: act.outcome,
    ...(isTaken && owner ? { owner } : {}),
    ...(isTaken && due ? { due } : {}),
  }
  const isOther = (['outcome', 'owner', 'due'] as const).some(
    (field) => marked[field] !== found[field],
  )
  return isOther ? withQuestion(list, marked) : list
}

/** What a table has of a name that comes from outside: `constructor` is none. */
function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

function withQuestion(list: AskedList, question: AskedQuestion): AskedList {
  const next = { ...question, version: question.version + 1 }
  return {
    ...list,
    questions: list.questions.map((one) => (one.id === next.id ? next : one)),
  }
}

/** Of what is open the most wanted first, of these the newest; then the rest, the newest first. */
export function inOrder<One extends Ranked>(questions: readonly One[]): readonly One[] {
  return questions.toReversed().toSorted(byRank)
}

/** Whether none stands behind one that is less wanted. Which of two is newer does not count. */
export function isInOrder(questions: readonly Ranked[]): boolean {
  return questions.every((one, at) => byRank(questions[at - 1] ?? one, one) <= 0)
}

/** What the place of a question in a list depends on. */
type Ranked = Pick<AskedQuestion, 'outcome' | 'same'>

function byRank(one: Ranked, other: Ranked): number {
  const rank = outcomes.indexOf(one.outcome) - outcomes.indexOf(other.outcome)
  return rank || other.same - one.same
}

// Matches what a page or phone makes: 16 letters of base64url.
export const RE_ID = /^[\w-]{8,32}$/
const RE_ABOUT = /^[^\s\p{C}]{0,200}$/u

/** The acts in a text from outside; undefined where it is none. One that is not right is left out. */
export function readActs(text: string): readonly QuestionAct[] | undefined {
  const found = parsed(text)
  return Array.isArray(found) ? found.flatMap((one) => readAct(one) ?? []) : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readAct(found: unknown): QuestionAct | undefined {
  if (typeof found !== 'object' || found === null) return undefined
  const field = (name: string, most = LONGEST_NAME): string | undefined => {
    const value: unknown = Object.hasOwn(found, name)
      ? found[name as keyof typeof found]
      : undefined
    return typeof value === 'string' && value.length <= most ? value : undefined
  }
  const id = field('id') ?? ''
  const by = field('by')
  if (!RE_ID.test(id) || (by !== undefined && !RE_ID.test(by))) return undefined
  const act = field('act')
  if (act === 'same') return by === undefined ? undefined : { act, by, id }
  const outcome = outcomes.find((one) => one === field('outcome'))
  const [owner, due, name] = [field('owner'), field('due'), field('name')]
  if (act === 'mark')
    return outcome && { act, id, outcome, ...(owner && { owner }), ...(due && { due }) }
  const [about = '', words = ''] = [field('about', 200), field('words', LONGEST_QUESTION)]
  if (act !== 'ask' || !RE_ABOUT.test(about)) return undefined
  return { act, id, about, words, by, ...(name && { name }) }
}
