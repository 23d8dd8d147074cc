/** Runs git for a case folder: the one place that does, with one closed set of options. */

import { spawn } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { closedEnvironment, closedOptions, type GitCommand } from './closed.ts'
import { leadsBack, readWhere, WHERE } from './leads-back.ts'
import { foreignFile } from './own-files.ts'

/** Git is installed and refuses. The message is the line of git that says why, without folders. */
export class GitError extends Error {}

/** There is nothing to ask: no git, no repository, or one without a commit. */
export class NoHistoryError extends Error {}

/** What is said where the program is not there. */
export const NO_GIT = 'git is missing'

// Matches "fatal: not a git repository (or any of the parent directories): .git", "fatal: your
// current branch 'main' does not have any commits yet".
const RE_NO_HISTORY = /not a git repository|does not have any commits yet/

// Matches "fatal: bad object HEAD", and not the warnings before it.
const RE_FAULT = /^(?:fatal|error): /

// Matches "/home/ann/case/.git/" in front of "config". Findings are published, and must not show
// it.
const RE_FOLDERS = /(?<=^|[\s'"])(?:[a-z]:)?[\\/](?:[^'":\\/]*[\\/])*/gi

/** The most that git may take, ms: a file of somebody else's may have it wait for ever. */
const LONGEST = 120_000

/** Where git is started: Windows would take a `git.exe` that lies in the folder of a case. */
const NEUTRAL = dirname(process.execPath)

/**
 * What git answers in a folder, of the repository in which that lies.
 *
 * @throws NoHistoryError, GitError
 */
export async function git(
  folder: string,
  args: readonly [GitCommand, ...(readonly string[])],
  input = '',
): Promise<Buffer> {
  const { foreign } = await repositoryOf(folder)
  if (foreign !== undefined) throw new GitError(foreign)
  return ask(folder, args, input)
}

/** What the first question to git says of a folder. */
interface Repository {
  /** Why git is not to be asked there, in a sentence. */
  readonly foreign?: string
  /** Where the folder lies in its repository: `our-case/`; empty at its top. */
  readonly prefix: string
  /** Whether the clone is shallow: it knows nothing before some commit. */
  readonly isShallow: boolean
}

/**
 * The repository in which a folder lies.
 *
 * @throws NoHistoryError, GitError
 */
export async function trustedRepository(folder: string): Promise<Repository> {
  const found = await repositoryOf(folder)
  if (found.foreign !== undefined) throw new GitError(found.foreign)
  return found
}

/** Each command looks once, and not before each of its questions. */
const looked = new Map<string, { readonly at: number; readonly found: Promise<Repository> }>()

/** How long that counts, ms. */
const FRESH = 10_000

function repositoryOf(folder: string): Promise<Repository> {
  const known = looked.get(folder)
  if (known && performance.now() - known.at < FRESH) return known.found
  const found = lookFor(folder)
  looked.set(folder, { at: performance.now(), found })
  // Where there was nothing to ask there may be something soon.
  found.catch(() => looked.delete(folder))
  return found
}

async function lookFor(folder: string): Promise<Repository> {
  const file = await foreignFile(folder)
  if (file !== undefined) return { foreign: file, prefix: '', isShallow: false }
  const { paths, ...found } = readWhere((await ask(folder, WHERE, '')).toString())
  if (await leadsBack(folder, paths)) return found
  return { ...found, foreign: 'its .git leads to another repository' }
}

function ask(
  folder: string,
  args: readonly [GitCommand, ...(readonly string[])],
  input: string,
): Promise<Buffer> {
  const asked = ['-C', resolve(folder), ...closedOptions, ...args]
  return new Promise((resolve, reject) => {
    const env = closedEnvironment(process.env)
    const child = spawn('git', asked, { cwd: NEUTRAL, env, timeout: LONGEST })
    const out: Buffer[] = []
    const errors: Buffer[] = []
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => errors.push(bytes))
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new NoHistoryError(NO_GIT) : error),
    )
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(Buffer.concat(out))
      if (signal) return reject(new GitError(`it was ended (${signal}): it may take two minutes`))
      const words = Buffer.concat(errors).toString().trim()
      const lines = words.split('\n')
      const line = lines.find((one) => RE_FAULT.test(one)) ?? lines[0]
      const why = line?.replace(RE_FOLDERS, '') || `it ended with ${code}`
      reject(RE_NO_HISTORY.test(words) ? new NoHistoryError(why) : new GitError(why))
    })
    child.stdin.on('error', () => undefined) // Git ended before it read all: its code says why.
    child.stdin.end(input)
  })
}

/** The lines of an answer, without empty ones. */
export function linesOf(out: Buffer): readonly string[] {
  return out.toString().split('\n').filter(Boolean)
}

/** What an answer lists with `-z`, where names may hold anything. */
export function namesOf(out: Buffer): readonly string[] {
  return out.toString().split('\0').filter(Boolean)
}
