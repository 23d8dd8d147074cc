/** How many times something may happen: some at once, then so many a second. */

interface Rate {
  readonly most: number
  readonly perSecond: number
}

/** What is left of a rate. */
export interface Bucket {
  readonly rate: Rate
  left: number
  /** Ms. */
  at: number
}

/** A full bucket. */
export function newBucket(rate: Rate): Bucket {
  return { rate, left: rate.most, at: performance.now() }
}

/** Takes one out; false where none is left. */
export function takeFrom(bucket: Bucket): boolean {
  const now = performance.now()
  const come = ((now - bucket.at) / 1000) * bucket.rate.perSecond
  bucket.left = Math.min(bucket.rate.most, bucket.left + come)
  bucket.at = now
  if (bucket.left < 1) return false
  bucket.left -= 1
  return true
}
