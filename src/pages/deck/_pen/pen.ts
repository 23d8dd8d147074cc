/** The pen: what is drawn on slides is shown, told to others and, while one draws, made. Loaded on first use. */
import { changed, MOST_STROKES, type Stroke } from '../../../core/ink/strokes.ts'
import { newDevice } from '../_room/device.ts'
import type { Message } from '../_slides/messages.ts'
import { askToKeep } from './keep.ts'
import { showInk } from './layer.ts'
import { makePanel } from './panel.ts'
import sheet from './pen.css?inline'
import { type DrawnIn, openInk } from './store.ts'
import { makeSurface } from './surface.ts'
import { makeTools } from './tools.ts'

/** What of its page the pen works with. */
export interface PenWays {
  readonly root: HTMLElement
  /** Address of the folder in which the deck stands. */
  readonly folder: string
  /** Where the server takes a copy; absent where none does. */
  readonly post: string | undefined
  /** The slide that is shown. */
  slide(): HTMLElement | undefined
  /** What bears an id. */
  find(id: string): HTMLElement | null | undefined
  /** How many steps of the slide have come. */
  step(): number
  /** After what the tools and the surface stand; at the end of the page, if left out. */
  readonly after?: HTMLElement
}

/** The pen of a page. */
export interface Pen {
  toggle(): void
  /** Somebody in the room has drawn. */
  hear(stroke: Stroke): void
  all(): readonly Stroke[]
  /** Hears what is drawn on this page. */
  listen(drawn: (stroke: Stroke) => void): void
}

/** How often what is being drawn is told, ms. */
const EVERY = 90
const THERE: Message = { type: 'ink' }
/** What Escape closes first. */
const ABOVE = 'dialog[open], .card:popover-open'
/** Acts that can be undone. */
const MOST_UNDONE = 100

/** Makes the pen of a page, and shows what has been drawn before. */
export function makePen(ways: PenWays): Pen {
  const added = new CSSStyleSheet()
  added.replaceSync(sheet)
  document.adoptedStyleSheets.push(added)
  const { root, post, find } = ways
  const store = openInk(ways.folder)
  /** What each act has changed, as it was. */
  let acts: (readonly Stroke[])[] = []
  let isOn = false
  let told = 0
  let hasTold = false
  // A window that has no pen yet comes for it.
  const channel = new BroadcastChannel(`throughline ${ways.folder}`)
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type === 'arrived' && store.all().size > 0) channel.postMessage(THERE)
  })

  /** The speaker view has slides as they are shown. */
  const showPanel = ways.after ? undefined : makePanel(root)

  const here = (): string => ways.slide()?.id ?? ''
  /** Shows a slide as it is drawn on; `growing` is not told yet. */
  const show = (id: string, growing?: Stroke): void => {
    const slide = find(id)?.closest<HTMLElement>('.slide')
    if (!slide || slide.id !== id) return
    const strokes = store.on(id).filter((one) => one.id !== growing?.id)
    const isShown = slide === ways.slide()
    showInk(slide, growing ? [...strokes, growing] : strokes, isShown ? ways.step() : 0)
    if (isShown) showAround()
  }
  let shaped: HTMLElement | undefined
  const setShape = (slide: HTMLElement | undefined, isWanted: boolean): boolean => {
    const isInked = isWanted || slide?.querySelector(':scope > .ink') != null
    slide?.classList.toggle('inked', isInked)
    return isInked
  }
  /** A slide that is drawn on has one shape in all windows: what is drawn fits nothing else. */
  const showAround = (): void => {
    const slide = ways.slide()
    const isReading = root.classList.contains('reading')
    showPanel?.(isReading ? slide : undefined)
    if (shaped !== slide) setShape(shaped, false)
    shaped = slide
    const isInked = setShape(slide, isOn) && !isReading
    if (isInked === root.classList.contains('inked')) return
    root.classList.toggle('inked', isInked)
    dispatchEvent(new Event('resize'))
  }
  const put = (stroke: Stroke, drawnIn: DrawnIn): void => {
    store.put(stroke, drawnIn)
    if (hasTold || drawnIn !== 'page') return
    hasTold = true
    channel.postMessage(THERE)
  }
  const remember = (strokes: readonly Stroke[]): void => {
    acts = [...acts, strokes].slice(-MOST_UNDONE)
    refresh()
  }
  /** Nobody undoes what is not to be seen. */
  const isHere = ([stroke]: readonly Stroke[]): boolean => stroke?.slide === here()
  const refresh = (): void =>
    tools.show({ undo: acts.some(isHere), clear: store.on(here()).length > 0 })
  const tools = makeTools({
    undo() {
      const at = acts.findLastIndex(isHere)
      const act = acts[at] ?? []
      acts = acts.filter((_, index) => index !== at)
      for (const { id, points } of act) {
        const now = store.all().get(id)
        if (now) put(changed(now, points), 'page')
      }
      tools.say(act.length > 0 ? 'Undone' : 'Nothing to undo')
      refresh()
    },
    clear() {
      const all = store.on(here())
      if (all.length > 0) remember(all)
      for (const one of all) put(changed(one, []), 'page')
      tools.say(all.length > 0 ? 'Nothing is drawn on this slide now' : 'Nothing to clear')
      refresh()
    },
    keep: post === undefined ? undefined : () => askToKeep({ store, post, find }),
    done: () => turn(false),
  })
  const surface = makeSurface({
    box: () => ways.slide()?.querySelector('.canvas')?.getBoundingClientRect(),
    chosen: tools.chosen,
    strokes: () => store.on(here()),
    begin({ tool, colour }) {
      const slide = here()
      if (store.all().size >= MOST_STROKES) {
        tools.warn(`No more can be drawn: ${MOST_STROKES} strokes are as many as a talk has.`)
        return undefined
      }
      const id = newDevice()
      return { id, slide, step: Math.min(999, ways.step()), tool, colour, points: [], version: 0 }
    },
    draw(stroke, isDone) {
      if (isDone || performance.now() - told > EVERY) {
        told = performance.now()
        put(stroke, 'page')
      } else show(stroke.slide, stroke)
      if (isDone) remember([{ ...stroke, points: [] }])
    },
    erase: (stroke) => put(changed(stroke, []), 'page'),
    erased: remember,
  })
  const turn = (on: boolean): void => {
    isOn = on
    surface.stop()
    root.classList.toggle('drawing', on)
    showAround()
    if (on) {
      if (ways.after) ways.after.after(tools.element)
      else document.body.append(tools.element)
      ;(ways.after ?? document.body).append(surface.element)
      refresh()
      tools.focus()
    } else {
      const hadFocus = [tools.element, surface.element].some((one) =>
        one.contains(document.activeElement),
      )
      tools.element.remove()
      surface.element.remove()
      if (hadFocus) ways.slide()?.focus({ preventScroll: true })
    }
  }
  // Before the deck, which would show all slides.
  addEventListener(
    'keydown',
    (event) => {
      if (!isOn || event.key !== 'Escape' || document.querySelector(ABOVE)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      turn(false)
    },
    true,
  )
  let read: HTMLElement | undefined
  addEventListener(
    'scroll',
    () => {
      if (read !== ways.slide()) showAround()
      read = ways.slide()
    },
    { passive: true },
  )
  store.listen(({ slide }) => show(slide))
  for (const id of new Set([...store.all().values()].map(({ slide }) => slide))) show(id)
  // As reveal.js says, and the speaker view after it.
  for (const event of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden'])
    root.addEventListener(event, () => {
      surface.stop()
      show(here())
      showAround()
      if (isOn) refresh()
    })
  return {
    toggle: () => turn(!isOn),
    hear: (stroke) => store.put(stroke, 'room'),
    all: () => [...store.all().values()],
    listen: (drawn) =>
      store.listen((stroke, drawnIn) => {
        if (drawnIn === 'page') drawn(stroke)
      }),
  }
}
