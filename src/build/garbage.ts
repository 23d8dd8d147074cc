/** Memory that nothing uses any more, given back before a browser needs it. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes that are in use or waiting to be collected: below it, collecting costs more than it saves. */
const MUCH = 500_000_000

/**
 * Collects garbage now, where there may be much of it. Node waits until it runs short: rendering 700
 * pages leaves a gigabyte, which would still be there while they are printed.
 */
export function collectGarbage(): void {
  if (process.memoryUsage().heapUsed < MUCH) return
  // Node shows its collector to new contexts alone, once it is told to.
  setFlagsFromString('--expose-gc')
  const collect: (how: object) => void = runInNewContext('gc')
  // Other flavours keep the emptied pages for what comes next.
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
