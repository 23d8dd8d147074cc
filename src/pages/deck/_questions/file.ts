/** Gives questions as a file that `import` takes. */
import { entryOf } from '../../../core/feedback/question-entry.ts'
import type { AskedQuestion } from '../../../core/feedback/questions.ts'
import { make } from '../../../ui/dialogs/fields.ts'

/** Saves them where the browser saves files. */
export function fileOf(questions: readonly AskedQuestion[]): void {
  const text = `${JSON.stringify(questions.map(entryOf), null, 2)}\n`
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  make('a', { href, download: 'questions.json' }).click()
  setTimeout(() => URL.revokeObjectURL(href))
}
