/** Starts the speaker view: the slides, the clock, and the channel to the deck. */
import type { SpeakerRoom } from '../_room/room-speaker.ts'
import type { Steps } from '../_slides/messages.ts'
import { offerOverview } from '../_slides/offer-overview.ts'
import { offerPen } from '../_slides/offer-pen.ts'
import { keepSlide, keptSlide, takeAddress } from './address.ts'
import { openCarriedSpeaker } from './carried-speaker.ts'
import { openDeckChannel } from './deck-channel.ts'
import { offerSizes } from './notes-size.ts'
import { makePanels, part } from './panels.ts'
import { offerQuestions } from './questions.ts'
import { takeRoom } from './room.ts'
import { scaleScreens } from './screens.ts'
import { type Move, type SpeakerSlide, takeSlides } from './slides.ts'
import { offerSteering } from './steering.ts'
import { makeTimer, type Planned } from './timer.ts'

/** Key as in the deck. */
const DRAW = 'd'

/** Starts the view inside a document. */
export function start(root: HTMLElement): void {
  if (!openCarriedSpeaker(root)) return
  const { room: broker, keep: post } = part(root, '[data-plan]').dataset
  const enterRoom = takeRoom(broker)
  let room: SpeakerRoom | undefined
  let isDeckOpen = false
  const slides = takeSlides(part(root, '[data-slides]'))
  const plan = JSON.parse(part(root, '[data-plan]').dataset.plan ?? '[]') as readonly Planned[] // as the page wrote it
  const folder = String(new URL('.', part<HTMLAnchorElement>(root, 'a[target]').href))
  const place = slides.find(takeAddress()) ?? slides.find(keptSlide())
  // Without a place of its own it does not tell the deck where to go.
  let isSettled = place !== undefined
  let at = place ?? slides.all[0]
  if (!at) return
  /** Of the slide that the deck shows. */
  let come: Steps | undefined
  const panels = makePanels(root, slides)
  const timer = makeTimer(root, plan, `throughline clock ${folder}`)

  const pen = offerPen({
    root,
    folder,
    post,
    slide: () => at?.element,
    find: (id) => slides.find(id)?.element,
    step: () => come?.n ?? 0,
    after: part(root, '.speaker-now'),
  })
  const show = (slide: SpeakerSlide, isStep: boolean): void => {
    at = slide
    panels(slide)
    // The pen hears it, as from the deck.
    root.dispatchEvent(new Event('slidechanged'))
    timer.move(slides.mainSlide(slide).id, isStep)
    keepSlide(slide.id)
  }
  const steer = (slide: SpeakerSlide | undefined, step = 0): void => {
    if (!slide) return
    isSettled = true
    if (slide !== at) show(slide, true)
    channel.go(slide.id)
    if (room && !isDeckOpen) setCome(room.show(slide, step))
  }
  const setCome = (steps: Steps | undefined): void => {
    come = steps
    showStep(root, steps?.of === 0 ? undefined : steps)
  }
  const step = (by: 1 | -1): void => {
    if (isDeckOpen) channel.step(by)
    else steer(at, (come?.n ?? 0) + by)
  }
  /** What the deck shows step by step comes first, as with its own keys. */
  const move = (way: Move): void => {
    const { n, of } = come ?? { n: 0, of: 0 }
    if ((way === 'next' || way === 'right') && n < of) step(1)
    else if ((way === 'previous' || way === 'left') && n > 0) step(-1)
    else if (at) steer(slides.to(at, way), way === 'previous' ? Number.MAX_SAFE_INTEGER : 0)
  }
  const connected = (is: boolean): void => {
    isDeckOpen = is
    part(root, '.speaker-line').dataset.open = String(is)
    part(root, '[data-place="line"]').textContent = is ? 'Steering the deck.' : 'No deck is open.'
  }
  const channel = openDeckChannel(folder, {
    at(id, steps) {
      connected(true)
      setCome(steps)
      const slide = slides.find(id)
      if (slide && slide !== at) show(slide, isSettled)
      isSettled = true
    },
    asked() {
      connected(true)
      if (isSettled && at) channel.go(at.id)
      else channel.ask()
    },
    left() {
      connected(false)
      setCome(undefined)
    },
    drawn: () => void pen.load(),
  })

  scaleScreens(root)
  offerSizes(root)
  const overview = offerOverview({
    slides: () => slides.all.map(({ element }) => element),
    at: () => at?.element,
    find: (id) => slides.find(id)?.element ?? null,
    go: ({ id }) => steer(slides.find(id)),
    targets: () =>
      slides.all.map(({ id, title }, index) => {
        const n = index + 1
        return { key: id, name: `Slide ${n}`, n, words: title }
      }),
  })
  /** Where one was before the first question was shown. */
  let before: SpeakerSlide | undefined
  const questions = offerQuestions({
    root,
    folder,
    post,
    slide: () => at?.element,
    nameOf: (about) => slides.find(about)?.title,
    show(about) {
      const slide = slides.find(about)
      if (!slide) return
      if (slide !== at) before ??= at
      // What the deck says of itself may be late: it is told in any case.
      steer(slide)
    },
    back() {
      steer(before)
      before = undefined
    },
  })
  offerSteering(root, {
    move,
    openOverview: overview.open,
    key: (name) => questions.key(name) ?? (name === DRAW ? pen.toggle : undefined),
  })
  part(root, '[data-pen]').addEventListener('click', pen.toggle)
  for (const button of root.querySelectorAll<HTMLElement>('[data-go]')) {
    button.addEventListener('click', () => steer(slides.find(button.dataset.go ?? '')))
  }
  // Links in notes and cards lead to slides.
  window.addEventListener('hashchange', () => {
    for (const card of document.querySelectorAll<HTMLElement>(':popover-open')) card.hidePopover()
    steer(slides.find(takeAddress()))
  })
  part(root, '.speaker-desk').hidden = false
  show(at, false)
  connected(false)
  channel.ask()
  if (!enterRoom) return
  const enter = async (): Promise<void> => {
    room = await enterRoom({
      root,
      folder,
      questions: (await questions.load()).store,
      loadPen: pen.load,
      isDeckOpen: () => isDeckOpen,
      moved(id, step) {
        const slide = slides.find(id)
        if (!slide) return
        if (slide !== at) show(slide, isSettled)
        isSettled = true
        setCome(room?.look(slide, step))
      },
    })
  }
  enter().catch(() => {
    part(root, '[data-place="line"]').textContent =
      'The room could not be loaded, and does not follow. Load this page again.'
  })
}

function showStep(root: HTMLElement, steps: Steps | undefined): void {
  part(root, '[data-place="step"]').textContent = steps ? `step ${steps.n} of ${steps.of}` : ''
}
