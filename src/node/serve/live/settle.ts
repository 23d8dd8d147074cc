/** Hears of every change of a file, also of one that the watcher drops since it follows another. */
import { statSync } from 'node:fs'
import type { ViteDevServer } from 'vite'

/** Milliseconds: chokidar drops a change within 50 of the one before, such as words after a truncation. */
const DROPPED = 80

/**
 * Calls `hear` for each event, and once more for a file that was written again soon after.
 * @param isOurs Which paths are listened to.
 */
export function onEveryChange(
  watcher: Pick<ViteDevServer['watcher'], 'on'>,
  isOurs: (path: string) => boolean,
  hear: (event: string, path: string) => void,
): void {
  const written = new Map<string, number | undefined>()
  const take = (event: string, path: string): void => {
    if (!isOurs(path)) return
    written.set(path, timeOf(path))
    hear(event, path)
    setTimeout(() => {
      if (timeOf(path) !== written.get(path)) take('change', path)
    }, DROPPED)
  }
  watcher.on('all', take)
}

/** When a file was last written, ms; undefined where there is none. */
function timeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}
