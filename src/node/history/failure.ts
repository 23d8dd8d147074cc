/** Why git cannot tell the history of a case, and what to do about it. */
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import { NO_GIT } from '../git/git.ts'

/** What git says → what is expected instead, with the next step. The first that matches counts. */
const EXPECTED: readonly (readonly [RegExp, string])[] = [
  [
    /bare repository/,
    'the case folder to be no repository itself: move what looks like one out of it, such as HEAD, objects and refs',
  ],
  [
    /dubious ownership/,
    'a repository of your own: if you trust whoever it belongs to, say so with "git config --global --add safe.directory" and its folder',
  ],
  [
    /another repository/,
    'a repository of the case itself: clone it again, or, for one that is kept apart or behind a link, move its .git to where it belongs',
  ],
  [/Permission denied/i, 'a repository that you may read: ask whoever it belongs to for the right'],
  [
    /promisor remote|lazy fetching/,
    'all earlier texts, of which a partial clone has some: clone the repository again, without "--filter"',
  ],
  [new RegExp(NO_GIT), 'git, since the case lies in a repository: install it from git-scm.com'],
  [
    /not a git repository|gitdir/i,
    'a whole repository, since there is a ".git": mend it, or clone the repository again',
  ],
  [/config/, 'settings of git that it can read: mend that line'],
]

const DAMAGED =
  'a whole repository: "git fsck" says what is damaged; clone it again and copy the case folder over'

/** The finding of a repository that git cannot read. */
export function failureOf({ message }: Error): Finding {
  const [, expected = DAMAGED] = EXPECTED.find(([pattern]) => pattern.test(message)) ?? []
  return findingOf('history', {
    message: `Unexpected failure of git (${message}), expected ${expected}; until then nobody knows dates, changes and addresses that vanished`,
    place: { file: '.' },
  })
}
