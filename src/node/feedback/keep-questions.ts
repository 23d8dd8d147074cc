/** Keeps what is asked while one presents: in a file of the case, before anybody hears that it is kept. */
import { join } from 'node:path'
import { questionOf } from '../../core/feedback/question-entries.ts'
import { entryOf, entryWith } from '../../core/feedback/question-entry.ts'
import {
  type AskedList,
  type AskedQuestion,
  actOn,
  emptyList,
  readActs,
} from '../../core/feedback/questions.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import {
  type FeedbackFile,
  feedbackIn,
  fileOf,
  inTurn,
  lastNumberIn,
  localDay,
  withEntries,
} from './files.ts'

/** Keeps questions of one day. */
interface QuestionKeeper {
  /** In the case: `feedback/2026-11-30-room.yaml`. */
  readonly file: string
  /**
   * Does what a text asks for (`readActs`). Resolves, once it is on the disk, to what the page reads:
   * `{ file, questions, changed, limits, refused }`; undefined where the text is not right.
   */
  take(text: string): Promise<string | undefined>
}

/**
 * Returns what keeps the questions of a room in a file of the case.
 * @param folder the case
 * @param say is told which limit was reached, and why nothing can be kept, each once
 * @param sourceOf from which network address a question came, as a number: pages of presenters are told
 */
export function keepQuestions(
  folder: string,
  say: (words: string) => void,
  sourceOf: (question: string) => number | undefined = () => undefined,
): QuestionKeeper {
  const file = fileOf(`${localDay(new Date())}-room`, folder)
  const said = new Set<string>()
  let list: AskedList | undefined
  const take = async (text: string): Promise<string | undefined> => {
    const acts = readActs(text)
    if (!acts) return undefined
    list ??= {
      ...emptyList,
      questions: (feedbackIn(folder).get(file)?.entries ?? []).flatMap(
        (entry) => questionOf(entry) ?? [],
      ),
    }
    const done = actOn(list, acts, new Date().toISOString())
    if (done.changed.length > 0) await write(folder, file, done.list.questions)
    list = done.list
    for (const limit of done.limits) if (!said.has(limit)) say(limit)
    for (const limit of done.limits) said.add(limit)
    const questions = list.questions.map((one) => {
      const source = sourceOf(one.id)
      return source === undefined ? one : { ...one, source }
    })
    const { changed, limits, refused } = done
    return JSON.stringify({ file, questions, changed, limits, refused })
  }
  return { file, take: inTurn(take, say) }
}

/** Writes the questions into a file beside what it has already. */
async function write(
  folder: string,
  file: string,
  questions: readonly AskedQuestion[],
): Promise<void> {
  const { text } = withQuestions(folder, file, questions)
  await writeAtomically(join(folder, file), text, { flush: true })
}

/**
 * A file with the questions in it: what the team has written beside one stays.
 * @throws UsageError where a file of feedback is none
 */
export function withQuestions(
  folder: string,
  file: string,
  questions: readonly AskedQuestion[],
): FeedbackFile {
  const files = feedbackIn(folder)
  const there = files.get(file)?.entries ?? []
  const byId = new Map(questions.map((one) => [one.id, one]))
  const known = new Set(there.map(({ question }) => question))
  const number = lastNumberIn(files) + 1
  const fresh = questions.filter(({ id }) => !known.has(id))
  const now = [
    ...there.map((entry) => {
      const question = byId.get(String(entry.question))
      return question ? { ...entryWith(entry, question), title: entry.title } : entry
    }),
    ...fresh.map((question, at) => ({ id: `F${number + at}`, ...entryOf(question) })),
  ]
  return withEntries(file, files.get(file), now)
}
