/** Whether a talk keeps to its plan. Pure; all times in seconds. */

/** Off by up to this much is on time. */
const TOLERANCE = 30

interface Pace {
  readonly state: 'ahead' | 'on-time' | 'behind'
  /** `2 min behind`. */
  readonly words: string
}

/**
 * The pace of someone who stands on a slide: on time from when the plan arrives there until it leaves.
 *
 * @param slide when the plan arrives at the slide and leaves it
 */
export function paceOf(
  elapsed: number,
  slide: { readonly from: number; readonly to: number },
): Pace {
  if (elapsed - slide.to > TOLERANCE) {
    return { state: 'behind', words: `${minutes(elapsed - slide.to)} min behind` }
  }
  if (slide.from - elapsed > TOLERANCE) {
    return { state: 'ahead', words: `${minutes(slide.from - elapsed)} min ahead` }
  }
  return { state: 'on-time', words: 'On time' }
}

/** `4:05`, `1:02:09`; part of a second counts when it is over. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds)
  const hours = Math.floor(whole / 3600)
  const [minute, second] = [Math.floor((whole % 3600) / 60), whole % 60]
  const tail = String(second).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minute).padStart(2, '0')}:${tail}` : `${minute}:${tail}`
}

function minutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60))
}
