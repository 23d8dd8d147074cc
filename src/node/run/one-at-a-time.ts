/** Work that fills memory, which nobody else may do at the same time. */

/** Gives what does each work once those before it have ended, however they did. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
}
