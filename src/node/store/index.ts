/** What is kept on disk, so that what has not changed is not made again. It may go at any time. */
import {
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'

/** Kinds of which ever more is stored: what nothing uses is deleted. */
const GROWING = [
  ...(['diagrams', 'printed', 'fitted', 'shared', 'cleaned'] as const),
  ...(['history', 'measured', 'pictures', 'finished', 'renderers', 'scripts'] as const),
  ...(['compiled', 'brands', 'posters', 'unpacked', 'widths', 'searched', 'compared'] as const),
] as const

/** What is kept together in a folder of its own. */
export type StoreKind = (typeof GROWING)[number] | 'work' | 'manual'

const DAY = 24 * 60 * 60 * 1000

/** What nothing has used for so long is deleted, ms. */
const LONG = 30 * DAY

/** A kind takes no more, bytes: some hundred builds of a case with its PDFs. */
const MOST = 500e6

/** What a folder of modules counts as, bytes: to add up its files would take every build longer. */
const MODULES = 5e6

/** Where things of a kind are kept in a store. */
export function storeFolder(store: string, kind: StoreKind): string {
  return join(store, kind)
}

/** The bytes of a stored file, which counts as used now; undefined where there is none. */
export function readStored(path: string): Buffer | undefined {
  if (!existsSync(path)) return undefined
  try {
    markUsed(path)
    return readFileSync(path)
  } catch {
    return undefined // Another process has just removed it.
  }
}

/** The time of a file or folder is when it was last used, to the day. */
export function markUsed(path: string): void {
  const now = Date.now()
  if (now - statSync(path).mtimeMs > DAY) utimesSync(path, now / 1000, now / 1000)
}

/**
 * Deletes what nothing has used for 30 days, and what a killed process left half-written. Where a
 * kind takes more than it may, what was used longest ago is deleted too.
 */
export function deleteUnused(store: string, now = Date.now(), most = MOST): void {
  for (const kind of GROWING) deleteUnusedIn(storeFolder(store, kind), now, most)
  // The only ones that are written file by file into folders which others use.
  deleteHalvesIn(storeFolder(store, 'unpacked'), now)
}

function deleteUnusedIn(folder: string, now: number, most: number): void {
  if (!existsSync(folder)) return
  const files = readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat ? [{ path, used: stat.mtimeMs, size: stat.isFile() ? stat.size : MODULES }] : []
  })
  let room = most
  for (const { path, used, size } of files.toSorted((a, b) => b.used - a.used)) {
    room -= size
    const limit = path.endsWith('.half') ? DAY : LONG
    // Node keeps what it has compiled in a folder for each of its versions.
    if (now - used > limit || room < 0) rmSync(path, { recursive: true, force: true })
  }
}

/** What was left half-written among modules that are still used. */
function deleteHalvesIn(folder: string, now: number): void {
  for (const name of globSync('**/.*.half', { cwd: folder })) {
    const path = join(folder, name)
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now
    if (now - written > DAY) rmSync(path, { force: true })
  }
}
