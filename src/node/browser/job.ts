/** Jobs of a browser: each has a limit of time, and is done once more where the browser was lost. */

import { PATIENCE, patience } from '../run/patience.ts'

/** A job could not be done in a browser; the message names it, and says what to do next. */
export class JobError extends Error {
  override name = 'JobError'
  /** `it took longer than 20 s` */
  readonly why: string

  constructor({ what, hint = 'Look for what is extreme there' }: Job, why: string, next: string) {
    super(`Stopped ${what}: ${why}. ${hint}; ${next}`)
    this.why = why
  }
}

/** A job of a browser. */
export interface Job {
  /** What is being done: `printing deck/index.html`. */
  readonly what: string
  /** The most that it may take on a machine of usual speed, seconds. */
  readonly seconds: number
  /** What to look at in the case. */
  readonly hint?: string
}

/**
 * Does a job. The work opens what it needs of the browser itself, since it may be done twice.
 * @throws JobError where it takes too long, or the browser is lost twice; whatever else it throws.
 */
export function doJob<T>(job: Job, work: () => Promise<T>): Promise<T> {
  return againIfBrowserEnded(job, () => inTime(job, work()))
}

/**
 * Does the work once more where the browser was lost.
 * @throws JobError where it is lost again; whatever else the work throws.
 */
export async function againIfBrowserEnded<T>(job: Job, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isBrowserEnded(error)) throw error
  }
  try {
    return await work()
  } catch (error) {
    if (!isBrowserEnded(error)) throw error
    throw new JobError(job, 'the browser ended twice', 'if memory is short, close other programs')
  }
}

/**
 * Waits for what a job comes to.
 * @throws JobError once its time is over; what was begun goes on, and whoever began it ends it.
 */
export async function inTime<T>(job: Job, work: Promise<T>): Promise<T> {
  const limit = job.seconds * patience()
  const late = Promise.withResolvers<never>()
  const why = `it took longer than ${Math.ceil(limit)} s`
  const next = `on a slow machine, set ${PATIENCE}=3 to wait three times as long`
  const timer = setTimeout(() => late.reject(new JobError(job, why, next)), limit * 1000)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** Whether an error says that a page or the whole browser is gone: it was killed, or ran out of memory. */
export function isBrowserEnded(error: unknown): boolean {
  return error instanceof Error && RE_LOST.test(error.message)
}

// Matches the start of "page.pdf: Target page, context or browser has been closed", "Target crashed",
// and not "page.evaluate: Error: Parse error near “crashed”".
const RE_LOST =
  /^(?:[\w.]+: )?(?:Target (?:page, context or browser has been |was )?(?:closed|crashed)|(?:Page|Browser)(?: has been)? (?:closed|crashed)|browser has disconnected)/
