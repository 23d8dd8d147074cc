/** Notices what changes in a case folder: also one that goes and comes again, and what the system tells nobody. */
import { createHash } from 'node:crypto'
import { type FSWatcher, readdirSync, readFileSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { isOfCase } from '../paths/reading-order.ts'

/** What has changed in a folder. */
export interface Watch {
  /** Calls for each change, or several that come together; for those before too. */
  readonly listen: (onChange: () => void) => void
  /** Compares the files with those that were there before: whether any is another, or was and was not taken yet. */
  readonly isChanged: () => boolean
  /** Tells of a change that no file of the folder shows. */
  readonly tell: () => void
  /** The files that came, went or changed, from the folder, with forward slashes; `.` for what else. Forgets them. */
  readonly take: () => readonly string[]
  readonly close: () => void
}

/** Milliseconds to wait for more: editors write a file in several goes. */
const PAUSE = 10

/** Milliseconds between looks at what the system may tell nobody: on drives of a network, in folders that came back. */
const LOOK = 500

/** Milliseconds in which a file may be written twice, and its time say so once. */
const YOUNG = 50

/** Watches a folder (absolute) from now on; it may be missing. */
export function watchFolder(folder: string): Watch {
  let onChange = (): void => undefined
  let known = filesIn(folder)
  const changed = new Set<string>()
  let system = listen()
  let soon: NodeJS.Timeout | undefined

  const compare = (): boolean => {
    const now = filesIn(folder)
    for (const [file, state] of now) if (!isSame(known.get(file), state)) changed.add(file)
    for (const file of known.keys()) if (!now.has(file)) changed.add(file)
    known = now
    return changed.size > 0
  }
  const look = (): void => {
    if (compare()) onChange()
    // What was written just now may be written again before the clock of the disk has moved on.
    if ([...known.values()].some(({ bytes }) => bytes !== undefined)) lookIn(YOUNG * 2)
  }
  function lookIn(time: number): void {
    clearTimeout(soon)
    soon = setTimeout(look, time)
  }
  function listen(): FSWatcher | undefined {
    try {
      const watcher = watch(folder, { recursive: true }, () => lookIn(PAUSE))
      watcher.on('error', () => watcher.close())
      return watcher
    } catch {
      // There is no such folder for a moment, or the system watches none: the looks notice all.
      return undefined
    }
  }
  let last = identityOf(folder)
  const timer = setInterval(() => {
    const now = identityOf(folder)
    if (now !== last) {
      last = now
      system?.close()
      system = listen()
    }
    look()
  }, LOOK)
  timer.unref()
  return {
    listen: (tell) => {
      onChange = tell
      look()
    },
    isChanged: compare,
    tell: () => {
      changed.add('.')
      onChange()
    },
    take: () => {
      const files = [...changed]
      changed.clear()
      return files
    },
    close: () => {
      clearInterval(timer)
      clearTimeout(soon)
      system?.close()
    },
  }
}

/**
 * Differs where another folder stands at the path; undefined where none can be read. A folder that is made
 * at once in the place of one that went gets its number again, but is younger.
 */
function identityOf(folder: string): string | undefined {
  const found = statSync(folder, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev} ${found.ino} ${found.birthtimeNs}`
}

interface FileState {
  readonly mark: string
  /** Of a file that was written just now: its bytes tell more than its time. */
  readonly bytes?: string
  readonly hash: () => string
}

function isSame(before: FileState | undefined, now: FileState): boolean {
  if (before?.mark !== now.mark) return false
  return before.bytes === undefined || before.bytes === now.hash()
}

/** Path → what is another where the file is. Empty where there is no folder. */
function filesIn(folder: string): ReadonlyMap<string, FileState> {
  const files = new Map<string, FileState>()
  const walk = (within: string): void => {
    for (const entry of entriesIn(join(folder, within))) {
      const file = within === '' ? entry.name : `${within}/${entry.name}`
      if (!isOfCase(file)) continue
      if (entry.isDirectory()) walk(file)
      else files.set(file, stateOf(join(folder, file)))
    }
  }
  walk('')
  return files
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function stateOf(path: string): FileState {
  const found = statSync(path, { throwIfNoEntry: false })
  const mark = found ? `${found.mtimeMs} ${found.size} ${found.ino}` : ''
  const hash = () => hashOf(path)
  const isYoung = found?.isFile() && Math.abs(Date.now() - found.mtimeMs) < YOUNG
  return { mark, hash, ...(isYoung ? { bytes: hash() } : {}) }
}

function hashOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return ''
  }
}
