/** The go-to box of the deck: every slide, and every item. */
import type { Target } from '../../../core/text/search.ts'
import { offerFindBox } from '../../../ui/dialogs/find-box.ts'

/** Returns what opens the box; `visit` goes to the key that is chosen. */
export function offerGoTo(visit: (key: string) => void): () => void {
  return offerFindBox({
    title: 'Go to',
    label: 'Slide or item',
    hint: 'A number, words of a title, or an id such as 3a',
    read: readTargets,
    visit: ({ key }) => visit(key),
  })
}

/** What the page knows of where to go. */
export function readTargets(): readonly Target[] {
  return JSON.parse(document.getElementById('targets')?.textContent ?? '[]')
}
