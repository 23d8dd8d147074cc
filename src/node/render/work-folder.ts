/**
 * Makes a folder for each process that renders: Astro takes it for its project. Our sources and the
 * case are links in it, with plain names. So two builds at once share nothing, nothing is written
 * where we are installed, and a `#` or `%` in the path of a case does no harm, although Astro reads
 * many paths as addresses.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
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

/** The modules of a renderer that others import. */
export const ENTRY = 'renderer.mjs'
export const JSX = 'jsx-runtime.mjs'

/** What the bundle has in place of the base of a build. */
export const ANY_BASE = '/base-of-this-build/'

/** Modules that pages import and each build writes into its work folder: the bundle asks for them by these names. */
export const GIVEN = {
  'throughline:context': '#context',
  'throughline:look': '#look',
  'throughline:read': '#read',
  'throughline:texts': '#texts',
} as const

/** Makes a work folder for the case of a build, and removes it when `use` has ended. */
export async function inWorkFolder<T>(
  { caseFolder, store }: Pick<BuildContext, 'caseFolder' | 'store'>,
  use: (work: WorkFolder) => Promise<T>,
): Promise<T> {
  const parent = parentFolder(store)
  removeLeftovers(parent)
  const home = mkdtempSync(join(parent, `throughline-${MACHINE}-${process.pid}-`))
  const remove = () => rmSync(home, { recursive: true, force: true })
  const stopListening = onInterrupt(remove)
  try {
    const work = linkInto(home, caseFolder)
    return await use(work)
  } finally {
    remove()
    stopListening()
  }
}

/** Where Astro keeps what it made, below its root: words of a case too, which go with the folder. */
export const CACHE = '.cache'

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
    const [, machine, run] = RE_HOME.exec(name) ?? []
    const home = join(parent, name)
    if (run === undefined || isRunning(Number(run))) continue
    // A new one may be of this process. What runs on another machine or in another container, no number says here.
    if (ageOf(home) < (machine === MACHINE ? HOUR : WEEK)) continue
    rmSync(home, { recursive: true, force: true })
  }
}

/** This machine, or container, in folder names. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

// Matches "throughline-0a1b2c3d-4711-a1B2c3", the folder of process 4711 on a machine.
const RE_HOME = /^throughline-([\da-f]{8})-(\d+)-\w+$/

/** Milliseconds since it was made. */
function ageOf(home: string): number {
  return Date.now() - (statSync(home, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
}

const HOUR = 60 * 60 * 1000
const WEEK = 7 * 24 * HOUR

/**
 * Links all that pages need into it. Packages are found from there as from our own folder: first those
 * that belong to us alone, then all others.
 */
function linkInto(home: string, caseFolder: string): WorkFolder {
  const work = join(home, 'root')
  mkdirSync(work)
  const about = { private: true, type: 'module' }
  writeFileSync(join(work, 'package.json'), `${JSON.stringify(about)}\n`)
  // The one of a repository around it is not meant for our code.
  writeFileSync(join(work, 'tsconfig.json'), '{}\n')
  const link = (path: string, to: string) => existsSync(to) && symlinkSync(to, path, 'junction')
  link(join(work, 'src'), sources)
  link(join(work, 'public'), join(root, 'public'))
  link(join(work, 'case'), caseFolder)
  link(join(work, 'node_modules'), join(root, 'node_modules'))
  if (basename(dirname(root)) === 'node_modules') link(join(home, 'node_modules'), dirname(root))
  const within = (name: string) => join(work, name)
  return {
    root: work,
    sources: within('src'),
    caseFolder: within('case'),
  }
}
