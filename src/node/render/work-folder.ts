/**
 * Makes a folder for each process that renders: Astro takes it for its project. Our sources and the
 * case are links in it, with plain names. So two builds at once share nothing, nothing is written
 * where we are installed, and a `#` or `%` in the path of a case does no harm, although Astro reads
 * many paths as addresses.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { BuildContext } from '../../core/model/build-context.ts'
import { root, sources } from '../paths/index.ts'
import { isRunning, onInterrupt } from '../run/interrupt.ts'
import { storeFolder } from '../store/index.ts'
import { isPlain } from './plain-path.mjs'

/** Paths below it are absolute. */
export interface WorkFolder {
  /** What Astro takes for the project. */
  readonly root: string
  /** Our sources, by their name in it. */
  readonly sources: string
  /** The case, by its name in it. */
  readonly caseFolder: string
}

/** Makes one for the case of a build, and removes it at the end. */
export async function inWorkFolder<T>(
  { caseFolder, store }: Pick<BuildContext, 'caseFolder' | 'store'>,
  use: (work: WorkFolder) => Promise<T>,
): Promise<T> {
  const parent = parentFolder(store)
  removeLeftovers(parent)
  const home = mkdtempSync(join(parent, `throughline-${process.pid}-`))
  const remove = () => rmSync(home, { recursive: true, force: true })
  const stopListening = onInterrupt(remove)
  try {
    const work = linkInto(home, caseFolder)
    const [stored, used] = [storeFolder(store, 'pictures'), join(work.root, CACHE)]
    // One process has it at a time; another does without.
    move(stored, used)
    const result = await use(work)
    move(used, stored)
    return result
  } finally {
    remove()
    stopListening()
  }
}

/** Where Astro keeps the pictures that it made smaller, below its root. */
export const CACHE = '.cache'

/** Moves a folder. Does nothing where there is none, where its new place is taken or on another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch {
    // They are made anew.
  }
}

/** In the store; where the path of that is not plain, in the system's folder for temporary files. */
function parentFolder(store: string): string {
  const usual = storeFolder(store, 'work')
  if (!isPlain(usual)) return realpathSync(tmpdir())
  mkdirSync(usual, { recursive: true })
  return realpathSync(usual)
}

/** Removes the folders of processes that were killed. */
function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const [, run] = RE_HOME.exec(name) ?? []
    const home = join(parent, name)
    if (run === undefined || isRunning(Number(run)) || isNew(home)) continue
    rmSync(home, { recursive: true, force: true })
  }
}

// Matches "throughline-4711-a1B2c3", the folder of process 4711.
const RE_HOME = /^throughline-(\d+)-\w+$/

/** A new one may be of this process, or of one in another container, whose number says nothing here. */
function isNew(home: string): boolean {
  const made = statSync(home, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return Date.now() - made < HOUR
}

const HOUR = 60 * 60 * 1000

/**
 * Links all that pages need into it. Packages are found from there as from our own folder: first those
 * that belong to us alone, then all others.
 */
function linkInto(home: string, caseFolder: string): WorkFolder {
  const work = join(home, 'root')
  mkdirSync(work)
  writeFileSync(join(work, 'package.json'), '{"private":true,"type":"module"}\n')
  // The one of a repository around it is not meant for our code.
  writeFileSync(join(work, 'tsconfig.json'), '{}\n')
  const link = (path: string, to: string) => existsSync(to) && symlinkSync(to, path, 'junction')
  link(join(work, 'src'), sources)
  link(join(work, 'public'), join(root, 'public'))
  link(join(work, 'case'), caseFolder)
  link(join(work, 'node_modules'), join(root, 'node_modules'))
  if (basename(dirname(root)) === 'node_modules') link(join(home, 'node_modules'), dirname(root))
  return { root: work, sources: join(work, 'src'), caseFolder: join(work, 'case') }
}
