/** Runs git in a case folder, and says what its failures mean. */

import { spawn } from 'node:child_process'

/** Git is installed and refuses. The message is git's own first line, without folders. */
export class GitError extends Error {}

/** There is nothing to ask: no git, no repository, or one without a commit. */
export class NoHistoryError extends Error {}

// Matches "fatal: not a git repository (or any of the parent directories): .git", "fatal: your
// current branch 'main' does not have any commits yet".
const RE_NO_HISTORY = /not a git repository|does not have any commits yet/

/** What git tells its hooks about the repository: these paths are wrong in another folder. */
const OF_A_HOOK = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']

// Matches "/home/ann/case/.git/" in front of "config". Findings are published, and must not show
// it.
const RE_FOLDERS = /(?<=^|[\s'"])(?:[a-z]:)?[\\/](?:[^'":\\/]*[\\/])*/gi

/**
 * What git answers in a folder.
 *
 * @throws NoHistoryError, GitError
 */
export function git(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  const env: NodeJS.ProcessEnv = { ...process.env, TZ: 'UTC', LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' }
  for (const name of OF_A_HOOK) delete env[name]
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: folder, env })
    const out: Buffer[] = []
    const said: Buffer[] = []
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes))
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new NoHistoryError('git is missing') : error),
    )
    child.on('close', (code) => {
      if (code === 0) return resolve(Buffer.concat(out))
      const words = Buffer.concat(said).toString().trim()
      const first = words.split('\n')[0] || `it ended with ${code}`
      reject(
        RE_NO_HISTORY.test(words)
          ? new NoHistoryError(first)
          : new GitError(first.replace(RE_FOLDERS, '')),
      )
    })
    child.stdin.on('error', () => undefined) // Git ended before it read all: its code says why.
    child.stdin.end(input)
  })
}

/** The lines of an answer, without empty ones. */
export function linesOf(out: Buffer): readonly string[] {
  return out.toString().split('\n').filter(Boolean)
}
