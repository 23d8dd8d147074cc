/** All slides at a glance, below the names of their chapters: a grid to choose from by key, click or tap. */
import { makeSearch, type Search, type Target } from '../../../core/text/search.ts'
import { bodyOf, leave, makeModal } from '../../../ui/dialogs/modal.ts'
import { pictureOf } from './slide-picture.ts'

/** What it shows, and how to get there. */
export interface OverviewWays {
  /** Every slide in order, also those that wait outside the page. */
  readonly slides: () => readonly HTMLElement[]
  readonly at: () => HTMLElement | undefined
  /** Finds what bears an id. */
  readonly find: (id: string) => HTMLElement | null
  readonly go: (slide: HTMLElement) => void
  /** What is found by what one types. */
  readonly targets: () => readonly Target[]
}

/** The dialog. */
export interface Overview {
  open(): void
  close(): void
}

/** Width of a slide, px. */
const CANVAS = 1280
/** Part of the window that Page Down leads past. */
const SCREEN = 0.8

/** Makes the dialog. What it shows is made each time it opens: pictures of slides as they come into sight. */
export function makeOverview({ slides, at, find, go, targets }: OverviewWays): Overview {
  const dialog = makeModal('overview', 'All slides')
  const body = bodyOf(dialog)
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  body.querySelector('h2')?.after(status)
  const list = document.createElement('div')
  list.className = 'tiles'
  body.append(list)

  let all: readonly HTMLElement[] = []
  let tiles: readonly HTMLElement[] = []
  let chosen = 0
  let typed = ''
  let search: Search | undefined

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue
        seen.unobserve(target)
        const slide = all[tiles.indexOf(target as HTMLElement)] // as observed below
        if (slide) target.prepend(pictureOf(slide))
      }
    },
    { root: body, rootMargin: '60%' },
  )
  const scale = (): void =>
    list.style.setProperty('--scale', String((tiles[0]?.clientWidth ?? 0) / CANVAS))
  const sized = new ResizeObserver(scale)
  const choose = (index: number): void => {
    chosen = Math.max(0, Math.min(tiles.length - 1, index))
    const tile = tiles[chosen]
    tile?.querySelector<HTMLElement>(':scope > button')?.focus({ preventScroll: true })
    tile?.scrollIntoView({ behavior: 'instant', block: 'nearest' })
  }
  const say = (words: string): void => {
    typed = words
    status.textContent = words
  }
  /** To the row that is nearest to so far down, px, and there to what stands nearest below. */
  const chooseDown = (by: number): void => {
    const boxes = tiles.map((tile) => tile.getBoundingClientRect())
    const from = boxes[chosen]
    if (!from) return
    const far = ({ top, left }: DOMRect): number =>
      Math.abs(top - from.top - by) * CANVAS + Math.abs(left - from.left)
    const others = boxes.filter(({ top }) => (top - from.top) * by > 1)
    const best = others.toSorted((a, b) => far(a) - far(b))[0]
    if (best) choose(boxes.indexOf(best))
  }
  const moves: Readonly<Record<string, () => void>> = {
    ArrowRight: () => choose(chosen + 1),
    ArrowLeft: () => choose(chosen - 1),
    ArrowDown: () => chooseDown(1),
    ArrowUp: () => chooseDown(-1),
    PageDown: () => chooseDown(body.clientHeight * SCREEN),
    PageUp: () => chooseDown(body.clientHeight * -SCREEN),
    Home: () => choose(0),
    End: () => choose(tiles.length - 1),
  }
  /** Goes on to the best that is called so: a number, an id, words of a title. */
  const type = (words: string): void => {
    say(words)
    search ??= makeSearch(targets())
    const found = search(words)
      .map(({ key }) => all.indexOf(find(key)?.closest<HTMLElement>('.slide') ?? dialog))
      .find((index) => index >= 0)
    if (found !== undefined) choose(found)
    else if (words !== '') status.textContent = `Nothing found for “${words}”`
  }
  const press = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, isComposing, target } = event
    if (ctrlKey || metaKey || altKey || isComposing) return
    const isWord = key.length === 1 && (key !== ' ' || typed !== '')
    if (moves[key]) {
      say('')
      moves[key]()
    } else if (isWord && target instanceof Element && target.closest('.tiles')) type(typed + key)
    else if (key === 'Backspace') type(typed.slice(0, -1))
    else return
    event.preventDefault()
  }
  dialog.addEventListener('keydown', press)
  list.addEventListener('click', ({ target }) => {
    const tile = target instanceof Element ? target.closest<HTMLElement>('.tile') : null
    const slide = tile && all[tiles.indexOf(tile)]
    if (!slide) return
    leave(dialog)
    go(slide)
  })
  dialog.addEventListener('close', () => {
    seen.disconnect()
    sized.disconnect()
    list.replaceChildren()
  })
  return {
    open() {
      all = slides()
      const here = all.indexOf(at() ?? dialog)
      list.replaceChildren(...chaptersOf(all, here))
      tiles = [...list.querySelectorAll<HTMLElement>('.tile')]
      say('')
      dialog.showModal()
      scale()
      sized.observe(list)
      for (const tile of tiles) seen.observe(tile)
      choose(here)
    },
    close: () => dialog.close(),
  }
}

/** The chapters, each with its slides: the first slide of one names it. */
function chaptersOf(slides: readonly HTMLElement[], here: number): readonly Node[] {
  const nodes: HTMLElement[] = []
  for (const [index, slide] of slides.entries()) {
    const { chapter } = slide.dataset
    if (chapter !== undefined || index === 0) {
      const heading = document.createElement('h3')
      const list = document.createElement('ol')
      heading.textContent = chapter ?? 'Slides'
      heading.id = `overview-${index}`
      list.setAttribute('aria-labelledby', heading.id)
      nodes.push(heading, list)
    }
    nodes.at(-1)?.append(tileOf(slide, index === here))
  }
  return nodes
}

// Matches "Slide 7 of 24: Costs".
const RE_LABEL = /^Slide (\d+) of \d+: (.*)$/s

/** A slide by its number, its title and what is to be known of it. */
function tileOf(slide: HTMLElement, isHere: boolean): HTMLElement {
  const [, n = '', title = ''] = RE_LABEL.exec(slide.getAttribute('aria-label') ?? '') ?? []
  const tile = document.createElement('li')
  tile.className = 'tile'
  const button = document.createElement('button')
  button.type = 'button'
  if (isHere) button.setAttribute('aria-current', 'true')
  const [number, name, about] = ['b', 'span', 'small'].map((tag) => document.createElement(tag))
  if (number) number.textContent = n
  if (name) name.textContent = title
  const isBelow = slide.matches('.slide-deeper')
  const known = [isBelow ? 'Below' : '', slide.dataset.known ?? ''].filter(Boolean)
  if (about) about.textContent = known.join(' · ')
  button.append(number ?? '', ' ', name ?? '', known.length > 0 ? ' ' : '')
  if (about && known.length > 0) button.append(about)
  tile.append(button)
  return tile
}
