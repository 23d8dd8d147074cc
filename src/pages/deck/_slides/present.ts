/** Turns the page of slides into a presentation: reveal.js, with its known faults mended. */
import Reveal from 'reveal.js'
import { openAddresses, openGuests } from './addresses.ts'
import { animateSlides } from './animate.ts'
import { announce } from './announce.ts'
import { offerBlack } from './black.ts'
import { offerEvidence } from './drawer.ts'
import { followFocus } from './focus.ts'
import { offerGoTo } from './goto.ts'
import { addOpener, offerHelp } from './help.ts'
import { keysOf } from './keys.ts'
import { offerPointer } from './pointer.ts'
import { listen } from './press.ts'
import { mendProgress } from './progress.ts'
import { offerFullScreen } from './screen.ts'
import { offerSpeaker } from './speaker.ts'
import { announceSteps, markSteps } from './steps.ts'
import { stretchOf } from './stretch.ts'
import { offerTextSize } from './text.ts'
import { offerZoom } from './zoom.ts'

/** As narrow as this, slides would be too small to read: there they stay one page that flows. */
const NARROW = '(max-width: 40rem)'

/** Starts presenting inside a document. Resolves when the first slide stands. */
export async function start(root: HTMLElement): Promise<void> {
  const stage = root.querySelector<HTMLElement>('.reveal')
  if (!stage) return
  if (matchMedia(NARROW).matches) return openGuests()
  root.classList.add('presenting')
  markSteps(stage)
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
    viewDistance: 2,
    // Its own way adds a style element, which our policy refuses.
    autoAnimate: false,
    // An address names a slide, whatever of it has come.
    fragmentInURL: false,
    help: false,
    pause: false,
    jumpToSlide: false,
    // All keys stand in our own table.
    keyboard: false,
    // Its own way for narrow screens shrinks the slides and forgets the address.
    scrollActivationWidth: 0,
  })
  const stretch = stretchOf(deck, stage)
  const arrive = openAddresses(deck, stage, stretch)
  await deck.initialize()
  // Browse mode of screen readers must reach the slides: hakimel/reveal.js#3772.
  stage.removeAttribute('role')
  const say = announce(deck, stage)
  announceSteps(deck, say)
  animateSlides(deck)
  followFocus(deck)
  const text = offerTextSize(root, say)
  mendProgress(deck, stage, stretch)
  const evidence = offerEvidence(deck, say)
  arrive()
  const openHelp = offerHelp()
  const openSpeaker = offerSpeaker(deck, stretch, say)
  const keys = keysOf({
    deck,
    stretch,
    evidence,
    zoom: offerZoom(deck, stage, say),
    showBlack: offerBlack(say),
    togglePointer: offerPointer(say),
    text,
    toggleFullScreen: offerFullScreen(say),
    openGoTo: offerGoTo(deck, stretch),
    openSpeaker,
    openHelp,
  })
  listen(keys, evidence.isOpen)
  addOpener(() => openHelp(keys))
}
