/** Turns the page of slides into a presentation, and back into a page to read where there is no room. */
import type { RevealApi } from 'reveal.js'
import type { DeckRoom } from '../_room/ways.ts'
import { type Announce, announce } from './announce.ts'
import { offerBlackScreen } from './black-screen.ts'
import { shapeCanvas } from './canvas-size.ts'
import { offerEvidence } from './drawer.ts'
import { offerFilm } from './film.ts'
import { focusSlide, followFocus } from './focus.ts'
import {
  arriveAt,
  closeCards,
  listenToAddresses,
  openAddresses,
  visit,
} from './follow-addresses.ts'
import { announceSteps, markSteps, showStep, showSteps } from './fragments.ts'
import { offerFullScreen } from './full-screen.ts'
import { offerReadingWhereFull } from './full-slide.ts'
import { offerGoTo, readTargets } from './go-to.ts'
import { holdKeys } from './held-keys.ts'
import { keepHistory } from './history.ts'
import { listen } from './key-press.ts'
import { type Key, keysOf, readingKeysOf } from './keys.ts'
import { isLeftOut, putAside } from './left-out.ts'
import { addOpener, offerHelp } from './offer-help.ts'
import { offerOverview } from './offer-overview.ts'
import { offerPen } from './offer-pen.ts'
import { offerPenSwipes } from './pen-swipes.ts'
import { offerPointer } from './pointer.ts'
import { begin, end, makeDeck } from './presentation.ts'
import { mendProgress } from './progress.ts'
import { offerReading } from './reading.ts'
import { takeRoom } from './room.ts'
import { offerSlideDoubt } from './slide-doubt.ts'
import { type SlideWindow, slideWindowOf } from './slide-window.ts'
import { offerSpeaker } from './speaker.ts'
import { offerTextSize } from './text-size.ts'
import { travel } from './travel.ts'
import { addressIn, canPresent, type View, wantedView, watchView } from './view.ts'
import { addViewLinks } from './view-links.ts'
import { offerZoom } from './zoom.ts'

/** What is made when one presents for the first time, and stays. */
interface Presentation {
  readonly deck: RevealApi
  readonly slideWindow: SlideWindow
  readonly keys: readonly Key[]
  readonly announceNow: Announce
  readonly isDrawerOpen: () => boolean
  readonly showBlackScreen: () => void
}

/** Starts the page. Resolves when the first slide stands, or the page can be read. */
export async function start(root: HTMLElement): Promise<void> {
  const stage = root.querySelector<HTMLElement>('.reveal')
  if (!stage) return
  putAside(stage)
  const enterRoom = takeRoom(stage)
  let room: DeckRoom | undefined
  const reading = offerReading(stage)
  const openHelp = offerHelp()
  let view: View | undefined
  let presentation: Presentation | undefined
  let isPrinting = false

  /** Shows a slide, or what stands on it, in the view of the moment. */
  const turnTo = (slide: HTMLElement, place = slide): void => {
    if (view === 'present' && presentation) showSlide(presentation, slide, place)
    else reading.show(place)
  }
  /** The same, with the focus. */
  const go = (slide: HTMLElement, place: HTMLElement): void => {
    turnTo(slide, place)
    closeCards()
    if (view === 'present' && presentation) focusSlide(presentation.deck)
  }
  const find = (id: string): HTMLElement | null =>
    presentation ? presentation.slideWindow.find(id) : document.getElementById(id)
  /** Where one was before one went to something. */
  let before: HTMLElement | undefined
  const openGoTo = offerGoTo(
    (key) => {
      // What is on no slide stands in the narrative.
      if (!find(key)) {
        const { href } = root.querySelector<HTMLAnchorElement>('.leave a') ?? location
        open(new URL(`#${key}`, href), 'throughline-narrative')
        return
      }
      before = slide()
      visit(key, find, go)
    },
    (question) => keepQuestion(question),
  )
  const slide = (): HTMLElement | undefined =>
    view === 'present' ? presentation?.deck.getCurrentSlide() : reading.slide()
  const change = (to: View): void => {
    history.pushState(null, '', addressIn(to, slide()?.id ?? ''))
    void turn()
  }
  const overview = offerOverview({
    slides: () =>
      presentation?.slideWindow.slides() ?? [
        ...stage.querySelectorAll<HTMLElement>('.slides .slide'),
      ],
    at: slide,
    find,
    go: (chosen) => go(chosen, chosen),
    targets: readTargets,
  })
  const goBack = (): void => {
    if (before) go(before, before)
    before = undefined
  }
  const doubt = offerSlideDoubt(slide)
  const step = (): number => (presentation?.deck.getIndices().f ?? -1) + 1
  const place = { folder: String(new URL('.', location.href)), post: stage.dataset.keep, slide }
  const pen = offerPen({ ...place, root, find, step })
  /** One of the audience asks it; whoever presents keeps what was asked. */
  const keepQuestion = (question = ''): void => {
    if (room?.ask) {
      room.ask(question)
      return
    }
    void import('../_questions/note.ts')
      .then(({ openNote }) =>
        openNote(
          { ...place, say: view === 'present' ? presentation?.announceNow : undefined },
          question,
        ),
      )
      .finally(holdKeys())
  }
  const readingKeys = readingKeysOf({
    openGoTo,
    openOverview: overview.open,
    openHelp,
    doubt,
    keepQuestion,
    present: () => change('present'),
    canPresent,
  })
  const keys = (): readonly Key[] =>
    view === 'present' && presentation ? presentation.keys : readingKeys

  const makePresentation = async (): Promise<Presentation> => {
    markSteps(stage)
    const deck = makeDeck(stage)
    const slideWindow = await slideWindowOf(deck, stage)
    const arrive = openAddresses(deck, stage, {
      find: slideWindow.find,
      show: (place) => (isLeftOut(place) ? slideWindow.show(place) : showStep(deck, place)),
    })
    shapeCanvas(deck)
    await begin(deck, stage)
    const announceNow = announce(deck)
    announceSteps(deck, announceNow)
    // Few decks have slides that move.
    if (stage.querySelector('[data-animate]')) (await import('./animate.ts')).animateSlides(deck)
    travel(deck)
    followFocus(deck)
    // Whoever steers the deck from elsewhere shows a slide, and not all.
    deck.on('slidechanged', overview.close)
    mendProgress(deck, stage, slideWindow)
    offerPenSwipes(deck, stage)
    const evidence = offerEvidence(deck, announceNow)
    arrive()
    keepHistory(deck, slideWindow.find)
    offerReadingWhereFull(deck, () => change('read'))
    const tools = {
      deck,
      slideWindow,
      evidence,
      film: offerFilm(deck),
      doubt,
      zoom: offerZoom(deck, stage, announceNow),
      showBlackScreen: offerBlackScreen(announceNow),
      togglePointer: offerPointer(announceNow),
      draw: pen.toggle,
      text: offerTextSize(root, announceNow),
      toggleFullScreen: offerFullScreen(announceNow),
      openGoTo,
      openOverview: overview.open,
      openSpeaker: offerSpeaker(deck, announceNow, {
        find: slideWindow.find,
        go: turnTo,
        loadPen: pen.load,
      }),
      read: () => change('read'),
      showCode: enterRoom && (() => room?.showCode()),
      keepQuestion,
      goBack,
      canGoBack: () => before !== undefined,
      openHelp,
    }
    const { showBlackScreen } = tools
    const isDrawerOpen = evidence.isOpen
    return { deck, slideWindow, keys: keysOf(tools), announceNow, isDrawerOpen, showBlackScreen }
  }
  const present = async (at: HTMLElement | undefined): Promise<void> => {
    root.classList.replace('reading', 'presenting') || root.classList.add('presenting')
    // The deck begins where the address leads: a key that comes meanwhile is not undone afterwards.
    if (at) history.replaceState(null, '', addressIn('present', at.id))
    if (presentation) await begin(presentation.deck, stage)
    else presentation = await makePresentation()
    presentation.slideWindow.unfold(false)
    root.classList.remove('opening')
    // On a slow machine the page was given up meanwhile, to be read: see `opening.ts`.
    if (root.classList.contains('presenting')) return
    root.classList.add('presenting')
    presentation.deck.layout()
  }
  const read = (at: HTMLElement | undefined): void => {
    if (presentation) {
      presentation.slideWindow.unfold(true)
      end(presentation.deck)
    }
    root.classList.remove('opening')
    root.classList.replace('presenting', 'reading') || root.classList.add('reading')
    presentation?.announceNow('All slides on one page', 'aloud')
    if (at) reading.show(at)
    else arriveAt(location.hash, find, reading.show)
  }
  /** Turns to the view that is wanted, at the slide where one is. */
  const turnOnce = async (): Promise<void> => {
    const wanted = isPrinting ? 'read' : wantedView()
    if (wanted === view) return
    overview.close()
    const at = view && slide()
    view = wanted
    reading.letScroll(view === 'read')
    if (view === 'read') read(at)
    else await present(at)
  }
  let turning: Promise<void> = Promise.resolve()
  // One turn after the other: a deck that is still beginning can neither end nor begin again.
  const turn = (): Promise<void> => {
    turning = turning.catch(() => undefined).then(turnOnce)
    return turning
  }

  // Where the browser finds the place of an address, reveal.js goes there itself.
  const arrived = (place: HTMLElement): void => {
    if (view === 'read') reading.show(place)
    else if (presentation && (!place.isConnected || isLeftOut(place)))
      showSlide(presentation, place)
    else if (presentation) setTimeout(showStep, 0, presentation.deck, place)
  }
  listenToAddresses(find, arrived)
  watchView(() => void turn())
  // Who prints the slides that are shown wants all of them, and paper to read from.
  for (const event of ['beforeprint', 'afterprint'] as const)
    addEventListener(event, () => {
      isPrinting = event === 'beforeprint'
      void turn()
    })
  await turn()
  listen(keys, () => presentation?.isDrawerOpen() ?? false)
  addOpener(() => openHelp(keys()))
  addViewLinks(root, { change, at: () => slide()?.id ?? '', openHelp: () => openHelp(keys()) })
  room = await enterRoom?.({
    stage,
    slide,
    find,
    show(there, step) {
      turnTo(there)
      if (view === 'present' && presentation) showSteps(presentation.deck, step)
    },
    step,
    loadPen: pen.load,
    showBlackScreen: () => presentation?.showBlackScreen(),
  })
}

/** Shows a slide, with the step in which a place on it comes. */
function showSlide({ deck, slideWindow }: Presentation, slide: HTMLElement, place = slide): void {
  slideWindow.show(slide)
  showStep(deck, place)
}
