/**
 * A presenter's page keeps what the audience asks, and says so once it is kept. Each page of a presenter
 * does: the list takes nothing twice, and what another has said already is not said again.
 */
import type {
  AskedQuestion,
  QuestionAct,
  RefusedQuestion,
} from '../../../core/feedback/questions.ts'
import type { RoomMessage, Said } from '../../../core/room/messages.ts'
import type { KeptNow, QuestionStore } from '../_questions/store.ts'
import type { Presenter } from './presenter.ts'

/** What is asked is gathered for so long, ms, before it is written. */
const GATHER = 200
/** A page of the same room may say it first, ms. */
const OTHERS_FIRST = 2000
/** As many are told at once that they are not kept: a flood is told no more than it was asked. */
const MOST_REFUSED = 40
/** One message in so many ms: a broker takes no more from a device. */
const EVERY = 60

/** What a room is told of a question. */
interface Keeper {
  asked(message: RoomMessage): void
  kept(said: Said<'kept'>): void
  /** Another page has said that a question is not taken. */
  refused(said: Said<'refused'>): void
  /** The connection is lost: the broker may have forgotten all. */
  left(): void
  /** Connected, and what it has kept is known. */
  settled(): void
}

/** Keeps for a room. */
export function keepFor(presenter: () => Presenter, store: QuestionStore): Keeper {
  /** Id → the version that the room knows. */
  const told = new Map<string, number>()
  const waiting: QuestionAct[] = []
  let questions: readonly AskedQuestion[] = []
  /** Id of what is not kept → why not. */
  const refused = new Map<string, RefusedQuestion['why']>()
  let telling: ReturnType<typeof setTimeout> | undefined
  const tellNext = (): void => {
    telling = undefined
    if (!presenter().isOnline()) return
    const next = questions.find(({ id, version }) => (told.get(id) ?? 0) < version)
    const [refusal] = refused
    if (next) {
      told.set(next.id, next.version)
      presenter().tellKept(toldOf(next))
    } else if (refusal) {
      const [id, why] = refusal
      refused.delete(id)
      presenter().tellRefused({ id, why })
    } else return
    tellSoon(EVERY)
  }
  const tellSoon = (wait: number): void => {
    clearTimeout(telling)
    telling = setTimeout(tellNext, wait)
  }
  store.listen((now: KeptNow) => {
    // What this browser alone has is not kept yet: who asked tries again.
    if (now.file === undefined) return
    questions = now.questions.filter(({ isShared }) => isShared)
    for (const { id, why } of now.refused) if (refused.size < MOST_REFUSED) refused.set(id, why)
    if (now.changed.length > 0 || refused.size > 0) tellSoon(0)
    else if (!telling) tellSoon(OTHERS_FIRST)
  })
  return {
    asked(message) {
      const act = actOf(message)
      if (!act) return
      // Who sends it again has not heard that it is kept.
      told.delete(act.id)
      if (waiting.push(act) > 1) return
      setTimeout(() => void store.act(waiting.splice(0)), GATHER)
    },
    kept({ id, version }) {
      const known = questions.find((one) => one.id === id)
      told.set(id, version)
      // Another presenter has changed it.
      if ((known?.version ?? 0) < version) void store.act([])
    },
    refused: ({ id }) => void refused.delete(id),
    left: () => told.clear(),
    settled: () => void store.act([]),
  }
}

function actOf({ sort, stamp, said }: RoomMessage): QuestionAct | undefined {
  if (sort === 'same') return { act: 'same', by: stamp.by, id: said.id }
  if (sort !== 'question') return undefined
  const { id, about, words, name } = said
  return { act: 'ask', by: stamp.by, id, about, words, ...(name ? { name } : {}) }
}

/** Without the name of who asks, and without words that are set aside. */
function toldOf({ id, about, words, same, outcome, version }: AskedQuestion): Said<'kept'> {
  return { id, about, words: outcome === 'hidden' ? '' : words, same, outcome, version }
}
