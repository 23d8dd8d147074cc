/** The clock of the talk, on the page: elapsed, left, pace, and the agenda's actual times. */
import { clockTime, paceOf } from '../../../core/deck/pace.ts'
import {
  type Clock,
  elapsed,
  moveClock,
  newClock,
  runClock,
  spentUntil,
  stopClock,
} from './clock.ts'
import { part } from './panels.ts'
import { readStored, store } from './store.ts'

/** A clock that was last seen longer ago, ms, is that of another talk. */
const FORGET_AFTER = 60 * 60 * 1000
/** How often the page counts, ms. */
const TICK = 500
/** How often a clock that runs is kept, ms. */
const KEEP_EVERY = 10_000

/** Planned seconds of a main slide. */
export interface Planned {
  readonly id: string
  readonly seconds: number
}

interface Timer {
  /** Counts for a slide from now on. The first step of a talk starts the clock. */
  move(slide: string, isStep: boolean): void
}

/**
 * Makes the clock on the page.
 * @param name under which the clock is kept, so that it runs on when the window loads again.
 */
export function makeTimer(root: HTMLElement, plan: readonly Planned[], name: string): Timer {
  let clock = readClock(name) ?? newClock('')
  const show = makeFace(root, plan)
  let kept = 0
  const tick = (): void => {
    const now = Date.now()
    show(clock, now)
    if (now - kept < KEEP_EVERY) return
    store(name, { clock, seen: now })
    kept = now
  }
  const set = (next: Clock): void => {
    clock = next
    kept = 0
    tick()
  }
  part(root, '[data-clock="run"]').addEventListener('click', () =>
    set((clock.since === undefined ? runClock : stopClock)(clock, Date.now())),
  )
  part(root, '[data-clock="reset"]').addEventListener('click', () => set(newClock(clock.on)))
  setInterval(() => clock.since !== undefined && tick(), TICK)
  return {
    move(slide, isStep) {
      const now = Date.now()
      const moved = moveClock(clock, slide, now)
      set(isStep && elapsed(clock, now) === 0 ? runClock(moved, now) : moved)
    },
  }
}

/** Returns what writes the times into the page. */
function makeFace(
  root: HTMLElement,
  plan: readonly Planned[],
): (clock: Clock, now: number) => void {
  const setText = (selector: string, words: string): void => {
    part(root, selector).textContent = words
  }
  const all = plan.reduce((sum, { seconds }) => sum + seconds, 0)
  const chapters = [...root.querySelectorAll<HTMLElement>('[data-chapter]')]
  return (clock, now) => {
    const passed = elapsed(clock, now) / 1000
    const pace = passed > 0 ? paceOf(passed, plannedSpan(plan, clock.on)) : undefined
    setText('[data-time="elapsed"]', clockTime(passed))
    setText('[data-time="left-name"]', passed > all ? 'Over' : 'Left')
    setText('[data-time="left"]', clockTime(Math.abs(all - passed)))
    setText('[data-time="pace"]', pace?.words ?? 'Not started')
    part(root, '[data-time="pace"]').dataset.pace = pace?.state ?? 'none'
    setText(
      '[data-clock="run"]',
      clock.since !== undefined ? 'Pause' : passed > 0 ? 'Go on' : 'Start',
    )
    const spent = spentUntil(clock, now)
    for (const row of chapters) {
      const ids = row.dataset.chapter?.split(' ') ?? []
      const time = ids.reduce((sum, id) => sum + (spent[id] ?? 0), 0)
      part(row, '[data-actual]').textContent = clockTime(time / 1000)
      row.setAttribute('aria-current', String(ids.includes(clock.on)))
    }
    setText('tfoot [data-actual]', clockTime(passed))
  }
}

/** When the plan arrives at a slide and leaves it, s. */
function plannedSpan(plan: readonly Planned[], slide: string): { from: number; to: number } {
  const index = plan.findIndex(({ id }) => id === slide)
  const from = plan.slice(0, index).reduce((sum, { seconds }) => sum + seconds, 0)
  return { from, to: from + (plan[index]?.seconds ?? 0) }
}

function readClock(name: string): Clock | undefined {
  const kept = readStored(name, isKept)
  return kept && Date.now() - kept.seen < FORGET_AFTER ? kept.clock : undefined
}

/** Whatever lies under the name was kept by this page, so that its outline tells enough. */
function isKept(found: unknown): found is { readonly clock: Clock; readonly seen: number } {
  return typeof found === 'object' && found !== null && 'clock' in found && 'seen' in found
}
