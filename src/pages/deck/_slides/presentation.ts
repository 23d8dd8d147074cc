/** The presentation: reveal.js, with its known faults mended. It can end and begin again. */
import Reveal, { type RevealApi } from 'reveal.js'
import { shapeRoot } from './opening.ts'

/** Starts reveal.js on the stage, not yet shown. */
export function makeDeck(stage: HTMLElement): RevealApi {
  return new Reveal(stage, {
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    controls: true,
    controlsTutorial: false,
    progress: true,
    transition: 'none',
    backgroundTransition: 'none',
    viewDistance: 2,
    // Its own way adds a style element, which our policy refuses.
    autoAnimate: false,
    // It follows addresses, and `history.ts` writes them.
    hash: false,
    // An address names a slide, whatever of it has come.
    fragmentInURL: false,
    help: false,
    overview: false,
    pause: false,
    jumpToSlide: false,
    // All keys stand in our own table.
    keyboard: false,
    // Its own way for narrow screens shrinks the slides and forgets the address.
    scrollActivationWidth: 0,
  })
}

/** Begins, also after it has ended, where the address leads. */
export async function begin(deck: RevealApi, stage: HTMLElement): Promise<void> {
  // At its beginning it knows only what it is told here.
  await deck.initialize({ height: shapeRoot() })
  // WebKit stays as far down as the page was, or where it found the address: out of sight of the slide.
  scrollTo({ left: 0, top: 0, behavior: 'instant' })
  // Browse mode of screen readers must reach the slides: hakimel/reveal.js#3772.
  stage.removeAttribute('role')
  // It reads whole slides out.
  stage.querySelector('.aria-status')?.remove()
  // A landmark, which it gives no name.
  stage.querySelector('.controls')?.setAttribute('aria-label', 'From slide to slide')
}

/** Ends: the slides are a page again. */
export function end(deck: RevealApi): void {
  deck.destroy()
}
