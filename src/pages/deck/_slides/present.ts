/** Turns the page of slides into a presentation: reveal.js, with its known faults mended. */
import Reveal, { type RevealApi } from 'reveal.js'

/** Starts presenting inside a document. Resolves when the first slide stands. */
export async function start(root: HTMLElement): Promise<void> {
  const stage = root.querySelector<HTMLElement>('.reveal')
  if (!stage) return
  root.classList.add('presenting')
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const deck = new Reveal(stage, {
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    hash: true,
    controls: true,
    controlsTutorial: false,
    progress: true,
    transition: 'none',
    backgroundTransition: 'none',
    viewDistance: 3,
    autoAnimate: !still,
    help: false,
    keyboardCondition: () =>
      !isTyping(document.activeElement) && !document.querySelector(':popover-open'),
  })
  await deck.initialize()
  // Browse mode of screen readers must reach the slides: hakimel/reveal.js#3772.
  stage.removeAttribute('role')
  announce(deck, stage)
  openLinksInside(deck, stage)
}

function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName))
  )
}

/** Says where we are in one line; reveal.js reads whole slides out. */
function announce(deck: RevealApi, stage: HTMLElement): void {
  stage.querySelector('.aria-status')?.remove()
  const status = document.createElement('p')
  status.className = 'unseen'
  status.setAttribute('role', 'status')
  document.body.append(status)
  const say = (): void => {
    status.textContent = deck.getCurrentSlide()?.getAttribute('aria-label') ?? ''
  }
  deck.on('slidechanged', say)
  say()
}

/** A link to a slide closes the card it stands in. */
function openLinksInside(deck: RevealApi, stage: HTMLElement): void {
  deck.on('slidechanged', () => {
    for (const card of document.querySelectorAll<HTMLElement>(':popover-open')) card.hidePopover()
    stage.scrollTop = 0
  })
}
