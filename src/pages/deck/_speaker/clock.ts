/** The time that a talk takes, slide by slide. Pure: what time it is, is an argument. All in ms. */

export interface Clock {
  /** What is being told: the id of the main slide. */
  readonly on: string
  /** Time on each slide, without the span that runs. */
  readonly spent: Readonly<Record<string, number>>
  /** When the span that runs began; absent while the clock stands still. */
  readonly since?: number
}

/** A clock that has not run yet. */
export function newClock(on: string): Clock {
  return { on, spent: {} }
}

/** The clock, running on from where it stood. */
export function runClock(clock: Clock, now: number): Clock {
  return clock.since === undefined ? { ...clock, since: now } : clock
}

/** The clock, standing still. */
export function stopClock(clock: Clock, now: number): Clock {
  return { on: clock.on, spent: spentUntil(clock, now) }
}

/** The clock, counting for another slide from now on. */
export function moveClock(clock: Clock, on: string, now: number): Clock {
  if (on === clock.on) return clock
  if (clock.since === undefined) return { ...clock, on }
  return { on, spent: spentUntil(clock, now), since: now }
}

/** Time on each slide until now. */
export function spentUntil({ on, spent, since }: Clock, now: number): Clock['spent'] {
  if (since === undefined) return spent
  // A machine's clock may be set back.
  return { ...spent, [on]: (spent[on] ?? 0) + Math.max(0, now - since) }
}

/** Time on all slides until now. */
export function elapsed(clock: Clock, now: number): number {
  return Object.values(spentUntil(clock, now)).reduce((sum, time) => sum + time, 0)
}
