/**
 * Where questions are kept: with the server of `present`, in a file of the case; else, or where that fails,
 * in this browser.
 */
import {
  type ActsDone,
  type AskedList,
  type AskedQuestion,
  actOn,
  emptyList,
  type QuestionAct,
} from '../../../core/feedback/questions.ts'
import { newDevice } from '../_room/device.ts'

/** What is kept now. */
export interface KeptNow extends Pick<ActsDone, 'changed' | 'limits' | 'refused'> {
  readonly questions: readonly AskedQuestion[]
  /** In the case; absent where this browser keeps them. */
  readonly file?: string
  /** Why they are not in the case, in words. */
  readonly problem?: string
}

/** Keeps questions. */
export interface QuestionStore {
  /** Whether this browser keeps anything once the page is closed: some are told to keep nothing. */
  readonly isLasting: boolean
  /** Does something with the list; with nothing to do, it says what is kept. */
  act(acts: readonly QuestionAct[]): Promise<KeptNow>
  /** Hears what is kept whenever this page, or another of this deck, has changed it. */
  listen(heard: (now: KeptNow) => void): void
}

/** A name for a question. */
export const newId = newDevice

/** Said where the server does not take what is done; of what this browser keeps meanwhile, and of what it cannot. */
const UNWRITTEN = {
  kept: 'This is kept in this browser until the case can be written. Is “present” still running? Its terminal says why.',
  held: 'This is kept until this page is closed, or until the case can be written: this browser keeps nothing. Is “present” still running? Its terminal says why.',
  lost: 'The case could not be written, and all is as it was. Is “present” still running? Its terminal says why.',
} as const

let store: QuestionStore | undefined

/**
 * The store of this page, made the first time.
 * @param folder address of the folder in which the deck stands
 * @param post where the server takes them, from the page, and behind `#` of which case; absent where none does
 */
export function openStore(folder: string, post: string | undefined): QuestionStore {
  store ??= makeStore(folder, post)
  return store
}

/** A store of its own. */
export function makeStore(folder: string, post: string | undefined): QuestionStore {
  // What the server of another start could not write goes to the next one of that case.
  const [, ofCase = new URL(folder).pathname] = post?.split('#') ?? []
  const name = `throughline questions ${ofCase}`
  let memory: AskedList = emptyList
  /** What the server had last. */
  let written: readonly AskedQuestion[] = []
  // What another room asked is nothing for this one.
  const before = new Set(read(name).questions.map(({ id }) => id))
  const isLasting = canKeep()
  const here = (): AskedList => read(name, memory)
  const keepHere = (list: AskedList): void => {
    memory = list
    try {
      if (list === emptyList) localStorage.removeItem(name)
      else localStorage.setItem(name, JSON.stringify(list))
    } catch {
      // A browser that keeps nothing has it for as long as the page is open.
    }
  }
  const actHere = (acts: readonly QuestionAct[]): KeptNow => {
    const { list, changed, limits, refused } = actOn(here(), acts, new Date().toISOString())
    if (changed.length > 0) keepHere(list)
    const questions = list.questions.map(({ isShared, ...one }) =>
      isShared && !before.has(one.id) ? { ...one, isShared } : one,
    )
    return { questions, changed, limits, refused }
  }
  const actThere = async (acts: readonly QuestionAct[], to: string): Promise<KeptNow> => {
    // What could not be written before goes first.
    const sent = here()
    const { questions, same } = sent
    const again = Object.entries(same).flatMap(([id, devices]) =>
      devices.map((by): QuestionAct => ({ act: 'same', by, id })),
    )
    const waiting = [...questions.flatMap(actsOf), ...again]
    const response = await fetch(to, {
      method: 'POST',
      body: JSON.stringify([...waiting, ...acts]),
    })
    if (!response.ok) throw new Error(`${response.status} for ${to}`)
    const kept: KeptNow = await response.json()
    written = kept.questions
    // What this browser has kept meanwhile goes the next time.
    const isAll = JSON.stringify(here()) === JSON.stringify(sent)
    if (waiting.length > 0 && isAll) keepHere(emptyList)
    return kept
  }
  const channel = new BroadcastChannel(`throughline questions ${folder}`)
  const listeners: ((now: KeptNow) => void)[] = []
  const act = async (acts: readonly QuestionAct[]): Promise<KeptNow> => {
    const unwritten = (): KeptNow => {
      const here = actHere(acts)
      const own = new Set(here.questions.map(({ id }) => id))
      const now = {
        ...here,
        questions: [...written.filter(({ id }) => !own.has(id)), ...here.questions],
      }
      if (acts.length === 0) return now
      if (!acts.every(({ id }) => own.has(id))) return { ...now, problem: UNWRITTEN.lost }
      return { ...now, problem: isLasting ? UNWRITTEN.kept : UNWRITTEN.held }
    }
    const now = post ? await actThere(acts, post).catch(unwritten) : actHere(acts)
    if (now.changed.length > 0) channel.postMessage('changed')
    for (const heard of listeners) heard(now)
    return now
  }
  channel.addEventListener('message', () => void act([]))
  return {
    isLasting,
    act,
    listen: (heard) => void listeners.push(heard),
  }
}

function canKeep(): boolean {
  try {
    const name = 'throughline keeps'
    localStorage.setItem(name, '')
    localStorage.removeItem(name)
    return true
  } catch {
    return false
  }
}

function read(name: string, otherwise = emptyList): AskedList {
  try {
    return { ...otherwise, ...JSON.parse(localStorage.getItem(name) ?? 'null') }
  } catch {
    return otherwise
  }
}

/** What makes a question again that is as this one. */
function actsOf(question: AskedQuestion): readonly QuestionAct[] {
  const { id, about, words, name, outcome, owner, due } = question
  const ask: QuestionAct = { act: 'ask', id, about, words, ...(name ? { name } : {}) }
  if (outcome === 'open') return [ask]
  const told = { ...(owner ? { owner } : {}), ...(due ? { due } : {}) }
  return [ask, { act: 'mark', id, outcome, ...told }]
}
