/** Notices every change of a file, also one that the watcher drops since it follows another too soon. */
import { statSync } from 'node:fs'
import type { ViteDevServer } from 'vite'

/** Milliseconds: chokidar drops a change less than 50 after the last one, as where a file is emptied first. */
const DROPPED = 80

/**
 * Calls `onChange` for each event, and once more for a file that was written again soon after.
 * @param isOurs Which paths are listened to.
 */
export function onEveryChange(
  watcher: Pick<ViteDevServer['watcher'], 'on'>,
  isOurs: (path: string) => boolean,
  onChange: (event: string, path: string) => void,
): void {
  const written = new Map<string, number | undefined>()
  const take = (event: string, path: string): void => {
    if (!isOurs(path)) return
    written.set(path, timeOf(path))
    onChange(event, path)
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
