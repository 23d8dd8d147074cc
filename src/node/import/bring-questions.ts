/** Puts questions that a browser has kept into `feedback/` of a case, a file for each day. */
import { readFile } from 'node:fs/promises'
import { questionOf } from '../../core/feedback/question-entries.ts'
import type { AskedQuestion } from '../../core/feedback/questions.ts'
import { amountOf } from '../../core/text/phrases.ts'
import { feedbackIn } from '../feedback/files.ts'
import { fileOf } from '../feedback/folder.ts'
import { withQuestions } from '../feedback/question-files.ts'
import { shown } from '../paths/index.ts'
import { commandLine } from '../report/command-line.ts'
import { UsageError } from '../run/usage-error.ts'
import { writeFiles } from './write-files.ts'

// Matches "questions.json", "questions (1).json".
const RE_JSON = /\.json$/i

/** Whether all that is named may be such files: nothing else that is imported ends so. */
export function areQuestions(named: readonly string[]): boolean {
  return named.length > 0 && named.every((path) => RE_JSON.test(path))
}

/**
 * Brings them into a case. One that is there already stays as it is.
 * @param named absolute paths
 * @returns what is to be printed
 * @throws UsageError where a file holds no questions; then nothing was written
 */
export async function bringQuestions(named: readonly string[], folder: string): Promise<string> {
  const all = (await Promise.all(named.map(readQuestions))).flat()
  const there = new Set(
    [...feedbackIn(folder).values()].flatMap(({ entries }) =>
      entries.map(({ question }) => question),
    ),
  )
  const fresh = [...new Map(all.map((one) => [one.id, one])).values()].filter(
    ({ id }) => !there.has(id),
  )
  const before = all.length - fresh.length
  const known =
    before === 0
      ? ''
      : ` ${amountOf(before, 'question')} ${before === 1 ? 'was' : 'were'} there already.`
  if (fresh.length === 0) return `Nothing to bring.${known}`
  const files: string[] = []
  const days = Map.groupBy(fresh, ({ on }) => on.slice(0, 10))
  for (const [day, questions] of days) {
    const name = fileOf(`${day}-room`, folder)
    // Written before the next, so that each id is free.
    const content = withQuestions(folder, name, questions).text
    await writeFiles(folder, [{ name, content }])
    files.push(name)
  }
  return [
    `${amountOf(fresh.length, 'question')} in ${files.join(', ')}.${known}`,
    `They are for the team: ${commandLine('dev --audience internal', folder)}`,
  ].join('\n')
}

async function readQuestions(path: string): Promise<readonly AskedQuestion[]> {
  const found: unknown = await readFile(path, 'utf8')
    .then((text) => JSON.parse(text))
    .catch(() => undefined)
  const entries = Array.isArray(found) ? found.map(questionOf) : [undefined]
  const questions = entries.flatMap((one) => (one && RE_DAY.test(one.on) ? [one] : []))
  if (questions.length < entries.length)
    throw new UsageError(
      `Unexpected ${shown(path)}; expected questions as key N of a deck saves them.`,
    )
  return questions
}

// Matches "2026-11-30T10:00:00.000Z": the day names a file.
const RE_DAY = /^\d{4}-\d{2}-\d{2}T/
