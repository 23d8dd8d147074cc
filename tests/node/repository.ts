/** Real git repositories in temporary folders, the same whoever runs the tests. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stepsPath } from '../../src/node/history/cache.ts'
import { testStore } from '../store.ts'

export interface Repository {
  readonly folder: string
  /** The case folder in it. */
  readonly case: string
  /** Writes files of the case; `undefined` removes one. */
  readonly write: (files: Readonly<Record<string, string | undefined>>) => void
  /** Commits all there is at noon of a day, UTC. Returns the short id. */
  readonly commit: (day: string) => string
  /** @returns what git said, trimmed */
  readonly git: (...args: readonly string[]) => string
  readonly remove: () => void
}

/**
 * An empty repository with an empty case folder.
 *
 * @param name of its folder, to which some letters are added
 */
export function makeRepository(name = 'repository with späces-'): Repository {
  const folder = mkdtempSync(join(tmpdir(), name))
  const caseFolder = join(folder, 'slides')
  mkdirSync(caseFolder)
  const git = (args: readonly string[], day = '2020-01-01'): string =>
    execFileSync('git', args, { cwd: folder, env: environment(day), stdio: 'pipe' })
      .toString()
      .trim()
  git(['init', '--quiet', '--initial-branch=main'])
  return {
    folder,
    case: caseFolder,
    write: (files) => {
      for (const [name, text] of Object.entries(files)) writeOrRemove(join(caseFolder, name), text)
    },
    commit: (day) => git(['-c', `alias.all=!${COMMIT}`, 'all'], day),
    git: (...args) => git(args),
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
      rmSync(stepsPath(caseFolder, testStore), { force: true })
    },
  }
}

/** In one program: to start each costs a process that tests much as long as git itself. */
const COMMIT = 'git add --all && git commit --quiet --message=Change && git rev-parse --short HEAD'

/** Nobody's own settings, no repository but the one in the folder, and nobody who tidies it up. */
function environment(day: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'maintenance.auto',
    GIT_CONFIG_VALUE_0: 'false',
    GIT_AUTHOR_NAME: 'A writer',
    GIT_AUTHOR_EMAIL: 'writer@example.org',
    GIT_AUTHOR_DATE: `${day}T12:00:00Z`,
    GIT_COMMITTER_NAME: 'A writer',
    GIT_COMMITTER_EMAIL: 'writer@example.org',
    GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
  }
}

function writeOrRemove(path: string, text: string | undefined): void {
  if (text === undefined) {
    rmSync(path)
    return
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
