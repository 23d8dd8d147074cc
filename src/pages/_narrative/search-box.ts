/** The box in which one searches the case. */
import type { Target } from '../../core/text/search.ts'
import { offerFindBox } from '../../ui/dialogs/find-box.ts'
import { areLetterKeysOn, switchLetterKeys } from '../../ui/dialogs/letter-keys.ts'

let open: (() => void) | undefined

/** Opens the box, which is made the first time. */
export function openSearch(): void {
  open ??= offerFindBox({
    title: 'Search',
    label: 'Words, an id such as 3a, a kind, a sprint, or how strong it is',
    hint: 'For example: evidence amber',
    read: readTargets,
    visit,
    foot: keySwitch(),
  })
  open()
}

/** A page from disk carries them; any other loads them. */
async function readTargets(): Promise<readonly Target[]> {
  const data = document.getElementById('search-targets')
  const src = data?.dataset.src
  if (src === undefined) return JSON.parse(data?.textContent ?? '[]')
  const response = await fetch(src)
  if (!response.ok) throw new Error(`${response.status} for ${src}`)
  return response.json()
}

/** Goes to what was found; a browser that can shows the sentence itself, and marks it. */
function visit({ key, words, isSentence }: Target): void {
  const isMarked = isSentence && 'fragmentDirective' in document
  location.hash = isMarked ? `${key}:~:text=${encodeURIComponent(words)}` : key
}

/** Who speaks to the computer turns keys of one sign off (WCAG 2.1.4), here as in the deck. */
function keySwitch(): HTMLElement {
  const label = document.createElement('label')
  const box = document.createElement('input')
  label.className = 'help-switch'
  box.type = 'checkbox'
  box.checked = areLetterKeysOn()
  box.addEventListener('change', () => switchLetterKeys(box.checked))
  label.append(box, 'The key / opens this')
  return label
}
