/** Watches a folder that may go and come again: deleted and made anew, or on a drive that is away for a moment. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ViteDevServer } from 'vite'

type Watcher = Pick<ViteDevServer['watcher'], 'add' | 'unwatch' | 'on' | 'emit'>

/** Milliseconds between two looks. */
const LOOK = 500

/**
 * Watches a folder, and tells of every file in it once it has come back: the system told nobody what
 * became of them meanwhile. From then on each look compares all files, since the system may go on
 * telling nobody, and whoever copies them may take a while.
 * @param onGone Called when it cannot be read any more.
 */
export function watchFolder(watcher: Watcher, folder: string, onGone: () => void): void {
  let known = new Map(filesIn(folder))
  watcher.on('add', (path) => void (path.startsWith(folder) && known.set(path, Number.NaN)))
  watcher.on('unlink', (path) => void known.delete(path))
  watcher.add(folder)
  let last = identityOf(folder)
  let wasAway = false
  const tell = (event: 'add' | 'change' | 'unlink', path: string): void => {
    watcher.emit(event, path)
    watcher.emit('all', event, path)
  }
  const compare = (): void => {
    const now = filesIn(folder)
    for (const [path, time] of now)
      if (known.get(path) !== time) tell(known.has(path) ? 'change' : 'add', path)
    for (const path of known.keys()) if (!now.has(path)) tell('unlink', path)
    known = new Map(now)
  }
  const look = (): void => {
    const now = identityOf(folder)
    if (now !== last) {
      last = now
      if (now === undefined) {
        onGone()
        return
      }
      watcher.unwatch(folder)
      watcher.add(folder)
      // All of them are told, since nobody knows what became of them.
      known = new Map([...known.keys()].map((path) => [path, Number.NaN]))
      wasAway = true
    }
    if (wasAway && now !== undefined) compare()
  }
  setInterval(look, LOOK).unref()
}

/**
 * Differs where another folder stands at the path; undefined where none can be read. A folder that is made
 * at once in the place of one that went gets its number again, but is younger.
 */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeNs } = statSync(folder, { bigint: true })
    readdirSync(folder)
    return `${dev} ${ino} ${birthtimeNs}`
  } catch {
    return undefined
  }
}

/** Path → when it was written, ms. */
function filesIn(folder: string): ReadonlyMap<string, number> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((one) => join(one.parentPath, one.name))
    return new Map(paths.map((path) => [path, statSync(path).mtimeMs]))
  } catch {
    return new Map()
  }
}
