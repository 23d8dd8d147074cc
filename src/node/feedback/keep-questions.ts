/** Keeps what is asked while one presents: in a file of the case, before anybody hears that it is kept. */
import { type AskedList, actOn, emptyList, readActs } from '../../core/feedback/questions.ts'
import { fileOf, inTurn, localDay } from './folder.ts'

// What reads and writes files is loaded with the first question: a room in which nobody asks goes without.
const files = () => import('./question-files.ts')

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
    const { questionsIn, writeQuestions } = await files()
    list ??= { ...emptyList, questions: questionsIn(folder, file) }
    const done = actOn(list, acts, new Date().toISOString())
    if (done.changed.length > 0) await writeQuestions(folder, file, done.list.questions)
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
