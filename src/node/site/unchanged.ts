/**
 * Whether an output is what a build would make again, found out by files alone: nothing of the case is
 * read, and nothing is rendered, printed or measured.
 */
import { createHash, type Hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { browserFingerprint } from '../browser/fingerprint.ts'
import { GitError, NoHistoryError } from '../git/git.ts'
import { repositoryHomes } from '../git/own-files.ts'
import { listFiles } from '../git/working-files.ts'
import { markOf, marksOf } from '../paths/files.ts'
import { isOfCase } from '../paths/reading-order.ts'
import { storeOf } from '../store/place.ts'
import { hashOfTool } from '../store/tool.ts'
import { keepValue, readValue } from '../store/values.ts'

/** What to build. */
interface Order {
  /** Absolute paths. */
  readonly case: string
  readonly out: string
  /** All else that was asked for, and that says how it is told, as far as JSON can say it. */
  readonly also: unknown
}

/** A finished output, and what was told of it. */
interface Finished<Told> {
  /** Of what it was made. */
  readonly inputs: string
  /** Its files, with what says whether they were touched. */
  readonly files: ReadonlyMap<string, string>
  readonly told: Told
}

/**
 * The hash of all that an output is made of: each file of the case, what its repository knows, our code,
 * the packages, the browser, the day, and what was asked for. `undefined` where git or the disk does not
 * let itself be asked: then nothing counts as the same.
 */
export async function hashOfInputs(order: Order): Promise<string | undefined> {
  const all = createHash('sha256')
  // By the day, since a case may say what is overdue.
  const [day] = new Date().toISOString().split('T')
  all.update(JSON.stringify([order, day, browserFingerprint()]))
  try {
    all.update(await hashOfTool())
    await addCase(all, order.case, order.out)
    await addRepository(all, order.case)
    return all.digest('hex')
  } catch (error) {
    if (error instanceof Error && ('code' in error || error instanceof GitError)) return undefined
    throw error
  }
}

/** What was told of an output that was made of the same and that nobody has touched; else undefined. */
export async function toldBefore<Told>(order: Order, inputs: string): Promise<Told | undefined> {
  const finished = readValue<Finished<Told>>(await whichOf(order))
  if (finished?.inputs !== inputs || !existsSync(order.out)) return undefined
  const now = await marksOf(order.out)
  const isSame =
    now.size === finished.files.size &&
    [...finished.files].every(([file, mark]) => now.get(file) === mark)
  return isSame ? finished.told : undefined
}

/** Keeps what was told of an output, for as long as nothing changes. */
export async function keepTold<Told>(order: Order, inputs: string, told: Told): Promise<void> {
  const finished: Finished<Told> = { inputs, files: await marksOf(order.out), told }
  await keepValue(await whichOf(order), finished)
}

async function whichOf(order: Order) {
  return { store: await storeOf(order.case), kind: 'finished', about: order } as const
}

/** Above that a file is read by its size and times, bytes. */
const LARGE = 20e6

/** @param out Where it lies within the case, it is none of it. */
async function addCase(all: Hash, folder: string, out: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (!isOfCase(entry.name) || path === out) continue
    all.update(`\n${path}\n`)
    if (entry.isDirectory()) await addCase(all, path, out)
    else all.update(await contentOf(path))
  }
}

/** What a file holds; of a large one, and of what is none, its size and times. */
async function contentOf(path: string): Promise<string | Uint8Array> {
  const found = await lstat(path)
  return found.isFile() && found.size < LARGE ? readFile(path) : markOf(path)
}

/** What the repository has of the case, where it stands, and which names and settings it has. */
async function addRepository(all: Hash, folder: string): Promise<void> {
  try {
    all.update(await listFiles(folder))
  } catch (error) {
    if (!(error instanceof NoHistoryError)) throw error
    all.update(error.message)
    return
  }
  for (const home of (await repositoryHomes(folder)) ?? [])
    for (const part of IN_REPOSITORY) await addBelow(all, join(home, part))
}

/** What says where it stands, and its names and settings. */
const IN_REPOSITORY = [
  ...['HEAD', 'config', 'config.worktree', 'packed-refs', 'shallow', 'refs', 'reftable'],
]

async function addBelow(all: Hash, path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined)
  all.update(`\n${path}\n`)
  if (found?.isFile()) all.update(await readFile(path))
  if (!found?.isDirectory()) return
  for (const name of (await readdir(path)).toSorted()) await addBelow(all, join(path, name))
}
