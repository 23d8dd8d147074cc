/** Keeps a copy of what is drawn beside the record of the room, for whoever asks for it. */

import { buttonOf, make } from '../../../ui/dialogs/fields.ts'
import { bodyOf, makeModal } from '../../../ui/dialogs/modal.ts'
import { addSheet } from '../_questions/sheet.ts'
import { pictureOf } from '../_slides/slide-picture.ts'
import { picturesOn } from './pictures.ts'
import type { InkStore } from './store.ts'

const WHAT =
  'Kept are the strokes on each slide, its title, and the words and pictures under them, as a picture in the folder “feedback” of the case. It is for the team: nothing publishes it. What is drawn otherwise goes when this window is closed.'

interface KeepWays {
  readonly store: InkStore
  /** Where the server of `present` takes questions: it takes this beside them. */
  readonly post: string
  find(id: string): HTMLElement | null | undefined
}

let modal: HTMLDialogElement | undefined

/** Asks first, and says what is kept. */
export function askToKeep(ways: KeepWays): void {
  modal ??= makeKeeping(ways)
  modal.showModal()
}

function makeKeeping({ store, post, find }: KeepWays): HTMLDialogElement {
  addSheet()
  const made = makeModal('note', 'Keep what is drawn')
  const status = make('p', { className: 'question-status' })
  status.setAttribute('role', 'status')
  const keep = async (): Promise<void> => {
    const ids = new Set([...store.all().values()].map(({ slide }) => slide))
    const drawn = [...ids].filter((id) => store.on(id).length > 0)
    let file = ''
    for (const id of drawn) {
      status.textContent = 'Keeping it …'
      const element = find(id)
      const title = element?.getAttribute('aria-label') ?? id
      const under = element ? await readSlide(element) : { words: [], pictures: [] }
      const response = await fetch(new URL('ink', new URL(post, location.href)), {
        method: 'POST',
        body: JSON.stringify({ id, title, ...under, strokes: store.on(id) }),
      })
      if (!response.ok) throw new Error(`${response.status}`)
      file = (await response.json()).file
    }
    const slides = drawn.length === 1 ? '1 slide' : `${drawn.length} slides`
    status.textContent = file ? `Kept: ${slides}, in ${file}` : 'Nothing is drawn yet.'
  }
  const main = buttonOf('Keep a copy', () => {
    keep().catch(() => {
      status.textContent =
        'It could not be kept. Is “present” still running? Its terminal says why.'
    })
  })
  main.className = 'question-main'
  const form = make('div', { className: 'question-form' })
  form.append(make('p', { className: 'question-where', textContent: WHAT }), status, main)
  bodyOf(made).append(form)
  made.addEventListener('close', () => {
    status.textContent = ''
  })
  return made
}

interface Word {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly word: string
}

/** What stands on a slide, in px of its canvas. It is measured on a picture: reveal.js hides slides that are far. */
async function readSlide(slide: HTMLElement) {
  const picture = pictureOf(slide)
  picture.style.cssText = '--high: 720; --grow: 1; --text: 1'
  document.body.append(picture)
  try {
    const canvas = picture.querySelector('.canvas')
    const box = canvas?.getBoundingClientRect()
    if (!canvas || !box || box.width === 0) return { words: [], pictures: [] }
    const scale = 1280 / box.width
    const boxOf = (one: Element | Range) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      return {
        x: (x - box.x) * scale,
        y: (y - box.y) * scale,
        width: width * scale,
        height: height * scale,
      }
    }
    return { words: wordsIn(canvas, boxOf), pictures: await picturesOn(slide, picture, boxOf) }
  } finally {
    picture.remove()
  }
}

function wordsIn(canvas: Element, boxOf: (range: Range) => Omit<Word, 'word'>): readonly Word[] {
  const texts = document.createTreeWalker(canvas, NodeFilter.SHOW_TEXT)
  const words: Word[] = []
  const range = document.createRange()
  while (texts.nextNode()) {
    const text = texts.currentNode
    // What is for screen readers alone was drawn on by nobody.
    if (text.parentElement?.closest('.unseen')) continue
    for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\S+/g)) {
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      const box = boxOf(range)
      // Nobody sees what stands beyond the slide.
      const isOnSlide =
        box.width >= 1 && box.x > -100 && box.x < 1280 && box.y > -100 && box.y < 720
      if (isOnSlide && word.length <= 200) words.push({ ...box, word })
    }
  }
  return words.slice(0, 3000)
}
