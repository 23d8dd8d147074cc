/** The pen: what is drawn on slides is shown, told to others and, while one draws, made. Loaded on first use. */
import { changed, MOST_STROKES, type Stroke } from '../../../core/ink/strokes.ts'
import { newDevice } from '../_room/device.ts'
import type { Message } from '../_slides/messages.ts'
import { askToKeep } from './keep.ts'
import { showInk } from './layer.ts'
import { makePanel } from './panel.ts'
import sheet from './pen.css?inline'
import { openInk } from './store.ts'
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
  let isOn = false
  const here = (): string => ways.slide()?.id ?? ''
  const acts = newActs(here)
  const showAround = makeShaping(ways, () => isOn)
  const sayThere = comeForLate(ways.folder, () => store.all().size > 0)
  /** Shows a slide as it is drawn on; `growing` is not told yet. */
  const show = (id: string, growing?: Stroke): void => {
    const slide = find(id)?.closest<HTMLElement>('.slide')
    if (!slide || slide.id !== id) return
    const strokes = store.on(id).filter((one) => one.id !== growing?.id)
    const isShown = slide === ways.slide()
    showInk(slide, growing ? [...strokes, growing] : strokes, isShown ? ways.step() : 0)
    if (isShown) showAround()
  }
  const put = (stroke: Stroke): void => {
    store.put(stroke, 'page')
    sayThere()
  }
  const remember = (strokes: readonly Stroke[]): void => {
    acts.add(strokes)
    refresh()
  }
  const refresh = (): void => tools.show({ undo: acts.has(), clear: store.on(here()).length > 0 })
  const tools = makeTools({
    undo() {
      const act = acts.take()
      for (const { id, points } of act) {
        const now = store.all().get(id)
        if (now) put(changed(now, points))
      }
      tools.say(act.length > 0 ? 'Undone' : 'Nothing to undo')
      refresh()
    },
    clear() {
      const all = store.on(here())
      if (all.length > 0) remember(all)
      for (const one of all) put(changed(one, []))
      tools.say(all.length > 0 ? 'Nothing is drawn on this slide now' : 'Nothing to clear')
      refresh()
    },
    keep: post === undefined ? undefined : () => askToKeep({ store, post, find }),
    done: () => turn(false),
  })
  let told = 0
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
        put(stroke)
      } else show(stroke.slide, stroke)
      if (isDone) remember([{ ...stroke, points: [] }])
    },
    erase: (stroke) => put(changed(stroke, [])),
    erased: remember,
  })
  const turn = (on: boolean): void => {
    isOn = on
    surface.stop()
    root.classList.toggle('drawing', on)
    showAround()
    place([tools.element, surface.element], on, ways)
    if (!on) return
    refresh()
    tools.focus()
  }
  listenForEscape(
    () => isOn,
    () => turn(false),
  )
  onScrollTo(ways.slide, showAround)
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

/** What each act has changed, as it was. Nobody undoes what is not to be seen: acts are those of the slide here. */
function newActs(here: () => string) {
  let acts: (readonly Stroke[])[] = []
  const isHere = ([stroke]: readonly Stroke[]): boolean => stroke?.slide === here()
  return {
    add(strokes: readonly Stroke[]): void {
      acts = [...acts, strokes].slice(-MOST_UNDONE)
    },
    has: (): boolean => acts.some(isHere),
    /** The latest, which is none any more; `[]` without one. */
    take(): readonly Stroke[] {
      const at = acts.findLastIndex(isHere)
      const act = acts[at] ?? []
      acts = acts.filter((_, index) => index !== at)
      return act
    },
  }
}

/**
 * A window that has no pen yet comes for it, once something is drawn. Returns what says that, the first time.
 */
function comeForLate(folder: string, isDrawn: () => boolean): () => void {
  let hasTold = false
  const channel = new BroadcastChannel(`throughline ${folder}`)
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type === 'arrived' && isDrawn()) channel.postMessage(THERE)
  })
  return () => {
    if (hasTold) return
    hasTold = true
    channel.postMessage(THERE)
  }
}

/**
 * A slide that is drawn on has one shape in all windows: what is drawn fits nothing else. Returns what
 * gives it to the slide that is shown, and shows it above a page that is read.
 */
function makeShaping({ root, slide, after }: PenWays, isOn: () => boolean): () => void {
  /** The speaker view has slides as they are shown. */
  const showPanel = after ? undefined : makePanel(root)
  let shaped: HTMLElement | undefined
  const setShape = (of: HTMLElement | undefined, isWanted: boolean): boolean => {
    const isInked = isWanted || of?.querySelector(':scope > .ink') != null
    of?.classList.toggle('inked', isInked)
    return isInked
  }
  return () => {
    const shown = slide()
    const isReading = root.classList.contains('reading')
    showPanel?.(isReading ? shown : undefined)
    if (shaped !== shown) setShape(shaped, false)
    shaped = shown
    const isInked = setShape(shown, isOn()) && !isReading
    if (isInked === root.classList.contains('inked')) return
    root.classList.toggle('inked', isInked)
    dispatchEvent(new Event('resize'))
  }
}

/** Puts tools and surface where one draws, or takes them away; the focus goes back to the slide. */
function place(
  [tools, surface]: readonly [HTMLElement, HTMLElement],
  isOn: boolean,
  { after, slide }: PenWays,
): void {
  if (isOn) {
    if (after) after.after(tools)
    else document.body.append(tools)
    ;(after ?? document.body).append(surface)
    return
  }
  const hadFocus = [tools, surface].some((one) => one.contains(document.activeElement))
  tools.remove()
  surface.remove()
  if (hadFocus) slide()?.focus({ preventScroll: true })
}

/** Before the deck, which would show all slides. */
function listenForEscape(isOn: () => boolean, done: () => void): void {
  addEventListener(
    'keydown',
    (event) => {
      if (!isOn() || event.key !== 'Escape' || document.querySelector(ABOVE)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      done()
    },
    true,
  )
}

/** Calls `come` where a page that is read has scrolled to another slide. */
function onScrollTo(slide: () => HTMLElement | undefined, come: () => void): void {
  let read: HTMLElement | undefined
  addEventListener(
    'scroll',
    () => {
      if (read !== slide()) come()
      read = slide()
    },
    { passive: true },
  )
}
