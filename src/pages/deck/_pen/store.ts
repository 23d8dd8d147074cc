/** What is drawn, as this window knows it: kept until it is closed, and told to the windows beside it. */
import {
  type Ink,
  readStrokes,
  type Stroke,
  strokesOn,
  withStroke,
} from '../../../core/ink/strokes.ts'

/** Where a stroke was drawn: on this page, in another window of this browser, or by somebody in the room. */
type DrawnIn = 'page' | 'window' | 'room'

export interface InkStore {
  all(): Ink
  on(slide: string): readonly Stroke[]
  put(stroke: Stroke, drawnIn: DrawnIn): void
  /** Hears each stroke that is new, or has changed. */
  listen(heard: (stroke: Stroke, drawnIn: DrawnIn) => void): void
}

/** What one window asks the others when it comes. */
const ASK = '?'

/**
 * Opens the store of this window.
 * @param folder address of the folder in which the deck stands
 */
export function openInk(folder: string): InkStore {
  const name = `throughline ink ${folder}`
  let ink: Ink = new Map()
  /** Those that a window keeps: what comes over the room, the room has. */
  const kept = new Set<string>()
  const listeners: ((stroke: Stroke, drawnIn: DrawnIn) => void)[] = []
  let saving: ReturnType<typeof setTimeout> | undefined
  const save = (): void => {
    saving = undefined
    try {
      sessionStorage.setItem(name, JSON.stringify([...kept].map((id) => ink.get(id))))
    } catch {
      // A browser that keeps nothing has it for as long as the page is open.
    }
  }
  const channel = new BroadcastChannel(`throughline ink ${folder}`)
  const put = (stroke: Stroke, drawnIn: DrawnIn): void => {
    const next = withStroke(ink, stroke)
    if (next === ink) return
    ink = next
    if (drawnIn !== 'room') kept.add(stroke.id)
    if (kept.has(stroke.id)) saving ??= setTimeout(save, 300)
    if (drawnIn === 'page') channel.postMessage(JSON.stringify([stroke]))
    for (const heard of listeners) heard(stroke, drawnIn)
  }
  channel.addEventListener('message', ({ data }: MessageEvent<string>) => {
    if (data === ASK) channel.postMessage(JSON.stringify([...ink.values()]))
    else for (const stroke of readStrokes(data)) put(stroke, 'window')
  })
  addEventListener('pagehide', () => saving && save())
  try {
    for (const stroke of readStrokes(sessionStorage.getItem(name))) put(stroke, 'window')
  } catch {
    // The same.
  }
  channel.postMessage(ASK)
  return {
    all: () => ink,
    on: (slide) => strokesOn(ink, slide),
    put,
    listen: (heard) => void listeners.push(heard),
  }
}
