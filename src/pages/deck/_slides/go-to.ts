/** The go-to box of the deck: every slide, and every item. */
import type { Target } from '../../../core/text/search.ts'
import { offerFindBox } from '../../../ui/dialogs/find-box.ts'

/**
 * Returns what opens the box.
 * @param visit goes to the key that is chosen
 * @param keep keeps a question that the case has no answer to
 */
export function offerGoTo(
  visit: (key: string) => void,
  keep: (question: string) => void,
): () => void {
  return offerFindBox({
    title: 'Go to',
    label: 'Slide, item, or a question',
    hint: 'A number, words of a title, an id such as 3a, or “What about costs?”',
    read: readTargets,
    answer: async (query) =>
      (await import('../_questions/answers.ts')).answersTo(query, readTargets(), keep),
    visit: ({ key }) => visit(key),
  })
}

/** What the page knows of where to go. */
export function readTargets(): readonly Target[] {
  return JSON.parse(document.getElementById('targets')?.textContent ?? '[]')
}
