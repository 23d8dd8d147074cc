/** A presenter's page tells the room what is drawn on it, and shows what other presenters draw. */
import type { Stroke } from '../../../core/ink/strokes.ts'
import type { Pen } from '../_pen/pen.ts'
import type { Presenter } from './presenter.ts'

/** As many strokes at once, and then a pause, ms: a broker takes no more from a device. */
const [SOME, PAUSE] = [8, 250]

/** What a room tells of it. */
interface InkSharing {
  drawn(stroke: Stroke): void
  /** The connection is lost: the broker may have forgotten all. */
  left(): void
  /** Connected, and what it has kept is known. */
  settled(): void
}

/** Shares in a room. */
export function shareInk(presenter: () => Presenter, loadPen: () => Promise<Pen>): InkSharing {
  /** Id → the version that the room knows. */
  const told = new Map<string, number>()
  let pen: Pen | undefined
  let telling: ReturnType<typeof setTimeout> | undefined
  const tellSome = (): void => {
    telling = undefined
    if (!presenter().isOnline()) return
    const untold = (pen?.all() ?? []).filter(({ id, version }) => (told.get(id) ?? -1) < version)
    for (const stroke of untold.slice(0, SOME)) {
      told.set(stroke.id, stroke.version)
      presenter().tellInk(stroke)
    }
    if (untold.length > 0) telling = setTimeout(tellSome, PAUSE)
  }
  const tell = (): void => {
    if (telling === undefined) tellSome()
  }
  const begin = async (): Promise<void> => {
    const made = await loadPen()
    if (!pen) made.listen(tell)
    pen = made
    tell()
  }
  // Without a network it is loaded once that is back, and the broker says again what was drawn.
  const later = (): void => {}
  begin().catch(later)
  return {
    drawn(stroke) {
      told.set(stroke.id, Math.max(stroke.version, told.get(stroke.id) ?? 0))
      loadPen().then(({ hear }) => hear(stroke), later)
    },
    left: () => told.clear(),
    settled: () => void begin().catch(later),
  }
}
