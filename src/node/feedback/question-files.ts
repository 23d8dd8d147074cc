/** Questions of a room in the files of a case: read from them, and written into them. */
import { join } from 'node:path'
import { questionOf } from '../../core/feedback/question-entries.ts'
import { entryOf, entryWith } from '../../core/feedback/question-entry.ts'
import type { AskedQuestion } from '../../core/feedback/questions.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import { type FeedbackFile, feedbackIn, lastNumberIn, withEntries } from './files.ts'

/** The questions that a file has, each as its first entry says; `[]` for none. */
export function questionsIn(folder: string, file: string): readonly AskedQuestion[] {
  const entries = feedbackIn(folder).get(file)?.entries ?? []
  const questions = entries.flatMap((entry) => questionOf(entry) ?? [])
  return [...Map.groupBy(questions, ({ id }) => id).values()].flatMap(([first]) => first ?? [])
}

/** Writes the questions into a file beside what it has already. */
export async function writeQuestions(
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
      if (!question) return entry
      byId.delete(question.id) // a second entry of it stays as it is: the first counts
      return { ...entryWith(entry, question), title: entry.title }
    }),
    ...fresh.map((question, at) => ({ id: `F${number + at}`, ...entryOf(question) })),
  ]
  return withEntries(file, files.get(file), now)
}
