/** Watches a folder that may go and come again: deleted and made anew, or on a drive that is away for a moment. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ViteDevServer } from 'vite'

type Watcher = Pick<ViteDevServer['watcher'], 'add' | 'unwatch' | 'on' | 'emit'>

/** Milliseconds between two looks. */
const LOOK = 500

/**
 * Watches a folder, and tells of every file in it once it has come back: the system told nobody what
 * became of them meanwhile.
 * @param onGone Called when it cannot be read any more.
 */
export function watchFolder(watcher: Watcher, folder: string, onGone: () => void): void {
  const known = new Set(filesIn(folder))
  watcher.on('add', (path) => void (path.startsWith(folder) && known.add(path)))
  watcher.on('unlink', (path) => void known.delete(path))
  watcher.add(folder)
  let last = identityOf(folder)
  const tell = (event: 'add' | 'change' | 'unlink', path: string): void => {
    watcher.emit(event, path)
    watcher.emit('all', event, path)
  }
  const look = (): void => {
    const now = identityOf(folder)
    if (now === last) return
    last = now
    if (now === undefined) {
      onGone()
      return
    }
    watcher.unwatch(folder)
    watcher.add(folder)
    const files = filesIn(folder)
    const gone = [...known].filter((path) => !files.includes(path))
    for (const path of files) tell(known.has(path) ? 'change' : 'add', path)
    for (const path of gone) tell('unlink', path)
  }
  setInterval(look, LOOK).unref()
}

/** Differs where another folder stands at the path; undefined where none can be read. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino } = statSync(folder)
    readdirSync(folder)
    return `${dev} ${ino}`
  } catch {
    return undefined
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    )
  } catch {
    return []
  }
}
