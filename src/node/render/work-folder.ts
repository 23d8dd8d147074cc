/**
 * A folder of its own for each process that renders. Astro writes below its root and takes many
 * paths for addresses: so its root is this folder, in which our sources and the case are links of
 * plain names. Two builds at once share nothing, nothing is written where we are installed, and a
 * `#` or `%` in the path of a case does no harm.
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
import { root, sources } from '../read/paths.ts'
import { isRunning, onInterrupt } from '../site/interrupt.ts'
import { keptIn } from '../store/index.ts'

/** Paths below it are absolute. */
export interface WorkFolder {
  /** What Astro takes for the project. */
  readonly root: string
  /** Our sources, by their name in it. */
  readonly sources: string
  /** The case, by its name in it. */
  readonly caseFolder: string
}

/** Makes one for a case folder, which is absolute, and takes it away at the end. */
export async function inWorkFolder<T>(
  caseFolder: string,
  use: (work: WorkFolder) => Promise<T>,
): Promise<T> {
  const place = placeFor()
  sweep(place)
  const home = mkdtempSync(join(place, `throughline-${process.pid}-`))
  const remove = () => rmSync(home, { recursive: true, force: true })
  const calm = onInterrupt(remove)
  try {
    const work = furnish(home, caseFolder)
    const [kept, taken] = [keptIn('pictures'), join(work.root, CACHE)]
    // One process has it at a time; another does without.
    move(kept, taken)
    const result = await use(work)
    move(taken, kept)
    return result
  } finally {
    remove()
    calm()
  }
}

/** Where Astro keeps the pictures that it made smaller, below its root. */
export const CACHE = '.cache'

/** Moves a folder, unless there is none, or one in its place, or no way there. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch {
    // They are made anew.
  }
}

/** Beside what is kept; where that path is not plain, where the system keeps what passes. */
function placeFor(): string {
  const usual = keptIn('work')
  if (!RE_PLAIN.test(usual)) return realpathSync(tmpdir())
  mkdirSync(usual, { recursive: true })
  return realpathSync(usual)
}

// Matches "/home/Zoë/my case (2)", and not "50%", "C#", "it's": what code and addresses take as it is.
const RE_PLAIN = /^[\p{L}\p{M}\p{N} ._~/\\:@+=,()-]*$/u

/** Takes away what killed processes left. */
function sweep(place: string): void {
  for (const name of readdirSync(place)) {
    const [, run] = RE_HOME.exec(name) ?? []
    const home = join(place, name)
    if (run === undefined || isRunning(Number(run)) || isNew(home)) continue
    rmSync(home, { recursive: true, force: true })
  }
}

// Matches "throughline-4711-a1B2c3", the folder of process 4711.
const RE_HOME = /^throughline-(\d+)-\w+$/

/** It may be of this process, or of one in another container, whose number says nothing here. */
function isNew(home: string): boolean {
  const made = statSync(home, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return Date.now() - made < HOUR
}

const HOUR = 60 * 60 * 1000

/** Packages are found from it as from our own folder: first those of ours alone, then all others. */
function furnish(home: string, caseFolder: string): WorkFolder {
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
