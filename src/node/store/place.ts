/** Where what is kept of a case lies: in its repository, never with our code. */
import { existsSync, rmSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { git } from '../git/git.ts'
import { sayOnStderr } from '../report/progress.mjs'

const NAME = '.throughline'

/** The top of the git repository that holds a case folder; of one that is in none, the folder around it. */
export function homeOf(caseFolder: string): string {
  const around = dirname(resolve(caseFolder))
  for (let home = resolve(caseFolder); ; home = dirname(home)) {
    if (existsSync(join(home, '.git'))) return home
    if (home === dirname(home)) return around
  }
}

const stores = new Map<string, Promise<string>>()

/**
 * Makes the folder for what is kept of a case: `.throughline` in its home, which git ignores as a whole.
 *
 * What is kept is believed: a drawing goes into pages as it is. So nobody else may have written it. Where
 * git tracks any of it, or cannot say, it came with the repository, from whoever has a part in that: then
 * nothing of it is read, and this run keeps what it makes in a folder that goes with it.
 */
export function storeOf(caseFolder: string): Promise<string> {
  const home = homeOf(caseFolder)
  const store = stores.get(home) ?? makeStore(home)
  stores.set(home, store)
  return store
}

async function makeStore(home: string): Promise<string> {
  const store = join(home, NAME)
  if (existsSync(store) && !(await isOurs(home))) return passing(store)
  const ignored = join(store, '.gitignore')
  if (existsSync(ignored)) return store
  try {
    await mkdir(store, { recursive: true })
    await writeFile(ignored, '*\n')
  } catch {
    // Where nothing can be written, nothing is kept.
  }
  return store
}

async function isOurs(home: string): Promise<boolean> {
  if (!statSync(join(home, NAME)).isDirectory()) return false
  if (!existsSync(join(home, '.git'))) return true
  // Some disks take ".Throughline" for the same folder.
  const asked = ['ls-files', '-z', '--', `:(icase)${NAME}`]
  const tracked = await git(home, asked).catch(() => undefined)
  return tracked?.length === 0
}

/** In place of one that may be another's. */
async function passing(instead: string): Promise<string> {
  sayOnStderr(
    `Nothing in ${instead} is used, since git tracks it. Mend it with: git rm -r --cached ${NAME}`,
  )
  const store = await mkdtemp(join(tmpdir(), 'throughline-kept-'))
  process.once('exit', () => rmSync(store, { recursive: true, force: true }))
  process.env.THROUGHLINE_KEPT = store // For the processes that this one starts.
  return store
}
