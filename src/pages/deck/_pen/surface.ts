/** What takes the strokes of a mouse, a finger, a pen or the arrow keys while one draws. */
import { extended, isFull, isTouched, type Stroke } from '../../../core/ink/strokes.ts'
import { INK_CANVAS } from '../../../core/room/messages.ts'

/** What one draws with now. */
export interface Chosen {
  readonly tool: Stroke['tool'] | 'eraser'
  readonly colour: Stroke['colour']
}

interface SurfaceWays {
  /** The box of the slide, in px of the window. */
  box(): DOMRect | undefined
  chosen(): Chosen
  /** A stroke without points; undefined where there can be no more. */
  begin(chosen: Chosen & Pick<Stroke, 'tool'>): Stroke | undefined
  /** A stroke has grown; `isDone` once it is whole. */
  draw(stroke: Stroke, isDone: boolean): void
  /** What can be erased. */
  strokes(): readonly Stroke[]
  erase(stroke: Stroke): void
  /** Called with all that one touch of the eraser has erased, as it was. */
  erased(strokes: readonly Stroke[]): void
}

type Point = readonly [number, number, number]

/** Half px: points that are nearer tell nothing more. */
const LEAST = 5
/** How near an eraser has to come, half px. */
const REACH = 24
/** What an arrow key moves, half px; with Shift it is more exact. */
const [STEP, SMALL_STEP] = [40, 10]
/** The button of a pen's other end (Pointer Events, 10.1). */
const OTHER_END = 5

/** Makes the surface. `stop` ends a stroke where it is. */
export function makeSurface(ways: SurfaceWays): { element: HTMLElement; stop(): void } {
  const element = document.createElement('div')
  element.className = 'pen-surface screen-only'
  element.tabIndex = 0
  element.setAttribute('role', 'application')
  element.setAttribute(
    'aria-label',
    'Slide to draw on. Arrow keys move the pen, Space puts it down and lifts it, Escape ends drawing.',
  )
  const cursor = document.createElement('div')
  cursor.className = 'pen-cursor'
  element.append(cursor)
  let stroke: Stroke | undefined
  let erased: Stroke[] | undefined
  /** A hand that lies on the glass beside a pen draws nothing. */
  let hasPen = false
  let at: Point = [INK_CANVAS.x / 2, INK_CANVAS.y / 2, 0]

  const start = (point: Point, chosen: Chosen): void => {
    const { tool } = chosen
    at = point
    if (tool === 'eraser') erased = []
    else stroke = ways.begin({ ...chosen, tool })
    go(point)
  }
  const go = (point: Point): void => {
    at = point
    if (erased) {
      const touched = ways.strokes().filter((one) => isTouched(one, point, REACH))
      erased.push(...touched)
      for (const one of touched) ways.erase(one)
    }
    if (!stroke) return
    const longer = extended(stroke, point, LEAST)
    if (longer === stroke) return
    stroke = { ...longer, version: stroke.version + 1 }
    const isDone = isFull(stroke)
    ways.draw(stroke, isDone)
    if (!isDone) return
    // The line goes on as another.
    stroke = ways.begin(stroke)
    go(point)
  }
  const stop = (): void => {
    if (stroke && stroke.points.length > 0)
      ways.draw({ ...stroke, version: stroke.version + 1 }, true)
    if (erased && erased.length > 0) ways.erased(erased)
    stroke = undefined
    erased = undefined
  }
  const pointOf = ({ clientX, clientY, pointerType, pressure }: PointerEvent): Point => {
    const { x, y, width, height } = ways.box() ?? new DOMRect(0, 0, 1, 1)
    const within = (share: number, most: number): number =>
      Math.round(Math.min(1, Math.max(0, share)) * most)
    return [
      within((clientX - x) / width, INK_CANVAS.x),
      within((clientY - y) / height, INK_CANVAS.y),
      pointerType === 'pen' ? Math.max(1, Math.round(pressure * 100)) : 0,
    ]
  }
  // The deck would take them for swipes.
  for (const kind of KINDS)
    element.addEventListener(kind, (event) => event.stopPropagation(), { passive: true })
  // The keys stay with the slides: whoever draws with a hand has not come here by key.
  element.addEventListener('mousedown', (event) => {
    event.preventDefault()
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  element.addEventListener('pointerdown', (event) => {
    hasPen ||= event.pointerType === 'pen'
    const isPalm = hasPen && event.pointerType === 'touch'
    if (isPalm || !event.isPrimary || (event.button !== 0 && event.button !== OTHER_END)) return
    element.setPointerCapture(event.pointerId)
    const chosen = ways.chosen()
    start(pointOf(event), event.button === OTHER_END ? { ...chosen, tool: 'eraser' } : chosen)
  })
  element.addEventListener('pointermove', (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return
    const all = event.getCoalescedEvents?.() ?? []
    for (const one of all.length > 0 ? all : [event]) go(pointOf(one))
  })
  for (const end of ['pointerup', 'pointercancel'] as const) element.addEventListener(end, stop)

  const showCursor = (): void => {
    const box = ways.box()
    const own = element.getBoundingClientRect()
    if (!box) return
    const x = box.x - own.x + (at[0] / INK_CANVAS.x) * box.width
    const y = box.y - own.y + (at[1] / INK_CANVAS.y) * box.height
    cursor.style.transform = `translate(${x}px, ${y}px)`
    element.classList.toggle('pen-down', stroke !== undefined || erased !== undefined)
  }
  element.addEventListener('focus', showCursor)
  element.addEventListener('blur', stop)
  element.addEventListener('keydown', (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey) return
    const way = WAYS[key]
    const far = shiftKey ? SMALL_STEP : STEP
    const within = (place: number, most: number): number => Math.min(most, Math.max(0, place))
    if (way)
      go([
        within(at[0] + way[0] * far, INK_CANVAS.x),
        within(at[1] + way[1] * far, INK_CANVAS.y),
        0,
      ])
    else if (key !== ' ' || event.repeat) return
    else if (stroke || erased) stop()
    else start(at, ways.chosen())
    event.preventDefault()
    showCursor()
  })
  return { element, stop }
}

const KINDS = [
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
  'touchstart',
  'touchmove',
  'touchend',
] as const

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
