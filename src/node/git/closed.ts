/**
 * What git is told each time, so that nothing that came with a repository runs: a case may be
 * anybody's, with its `.git` and settings of its own in there.
 */

/**
 * What git may be asked. All of these only look: none of them runs a filter of the working tree or an
 * editor, or speaks to another machine. `status`, `diff` and `show` are missing, since they may.
 */
export type GitCommand =
  | 'cat-file'
  | 'diff-tree'
  | 'for-each-ref'
  | 'log'
  | 'ls-files'
  | 'ls-tree'
  | 'merge-base'
  | 'rev-parse'
  | 'symbolic-ref'

/** Settings that win over those of every file, for what these commands would run or follow. */
const SETTINGS = {
  /** Empty, since older versions take "false" for a program. */
  'core.fsmonitor': '',
  'core.hooksPath': '/dev/null',
  'log.follow': 'false',
  'log.mailmap': 'false',
  'log.showSignature': 'false',
  /** Files that look like the inside of a repository, such as HEAD and config, are files of a case. */
  'safe.bareRepository': 'explicit',
} as const

/** The options that stand in front of every command of git. */
export const closedOptions: readonly string[] = [
  ...['--no-pager', '--no-optional-locks'],
  ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]

// Matches what says where people and machines keep their settings, and how far up git looks for a
// repository; not GIT_DIR, which a hook has of another repository, nor what names a program.
const RE_KEPT =
  /^GIT_(?:CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|TEST_ASSUME_DIFFERENT_OWNER)$/i

/** The environment of git: dates in UTC, words in English, nobody else's repository, no other machine. */
export function closedEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(own).filter(([name]) => !/^GIT_/i.test(name) || RE_KEPT.test(name))
  return {
    ...Object.fromEntries(kept),
    ...{ TZ: 'UTC', LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
    // What a partial clone lacks is not fetched. A version that knows only the second finds no way
    // that it may take: a way can be a program ("ext::").
    ...{ GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' },
  }
}
