/** What git knows of a case while it is written: nobody waits until it was asked again. */

import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { readHistory } from '../history/index.ts'

/** Milliseconds in which pages come first, and the programs of git may wait. */
const SOON = 200

/**
 * Reads the history as `readHistory` does; later calls resolve to what was known last, and ask git
 * meanwhile.
 * @param onNews Called when git says something else than that.
 * @param onFailure Told why git could not be asked meanwhile: what was known stays.
 */
export function historyInTime(
  onNews: () => void,
  onFailure: (error: unknown) => void,
): typeof readHistory {
  let known: Awaited<ReturnType<typeof readHistory>> | undefined
  let about: unknown
  let asking = false
  return async (folder, request) => {
    // Other readers, or a first file more, may be told something else.
    if (known && isDeepStrictEqual(about, request)) {
      askAgain(folder, request).catch(onFailure)
      return known
    }
    about = request
    known = await readHistory(folder, request)
    return known
  }

  async function askAgain(...asked: Parameters<typeof readHistory>): Promise<void> {
    if (asking) return
    asking = true
    await pause(SOON)
    const now = await readHistory(...asked).finally(() => {
      asking = false
    })
    // Meanwhile somebody else may have asked, and been told.
    if (!isDeepStrictEqual(about, asked[1]) || isDeepStrictEqual(now, known)) return
    known = now
    onNews()
  }
}
