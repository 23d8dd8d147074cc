/** Time until the talk begins. `core/deck/pace.ts` says the same: shared, the speaker view would load a file more. */

/** Ms as minutes and seconds: `4:09`. */
export function countdown(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
