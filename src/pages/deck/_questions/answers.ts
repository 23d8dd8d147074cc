/** Answers a question by the words of the case: the same that the narrative is searched for. */

import { listed } from '../../../core/text/listed.ts'
import { type Answers, makeAnswers } from '../../../core/text/question.ts'
import type { Target } from '../../../core/text/search.ts'
import { buttonOf } from '../../../ui/dialogs/fields.ts'
import type { Answer } from '../../../ui/dialogs/find-box.ts'
import { leave } from '../../../ui/dialogs/modal.ts'

let reading: Promise<(question: string) => Answers> | undefined

/**
 * What the case has on a question, and what it has not, in words.
 * @param slides of the deck
 * @param keep keeps it as an open question
 * @throws where the words of the case cannot be loaded
 */
export async function answersTo(
  question: string,
  slides: readonly Target[],
  keep?: (question: string) => void,
): Promise<Answer> {
  reading ??= read()
    .then((targets) => makeAnswers([...slides.filter(isSlide), ...targets]))
    .catch((error) => {
      // The next question loads them again.
      reading = undefined
      throw error
    })
  const told = inWords((await reading)(question))
  if (!keep) return told
  const more = buttonOf('Keep it as an open question', () => {
    const dialog = more.closest('dialog')
    if (dialog) leave(dialog)
    keep(question.trim())
  })
  more.className = 'find-more'
  return { ...told, more }
}

function isSlide({ n }: Target): boolean {
  return n !== undefined
}

/** A page from disk carries them; any other loads them. */
async function read(): Promise<readonly Target[]> {
  const data = document.getElementById('search-targets')
  const src = data?.dataset.src
  if (src === undefined) return JSON.parse(data?.textContent ?? '[]')
  const response = await fetch(src)
  if (!response.ok) throw new Error(`${response.status} for ${src}`)
  return response.json()
}

function inWords({ found, missing }: Answers): Answer {
  const words = listed(missing.map((word) => `“${word}”`))
  if (found.length === 0) return { found, said: `The case has nothing on ${words || 'this'}.` }
  const said = found.length === 1 ? 'The case has this.' : `The case has these ${found.length}.`
  return { found, said: missing.length === 0 ? said : `${said} It has nothing on ${words}.` }
}
