/** Code hosts: where a file is edited, an issue opened, a commit read. A row each. */

/** A file in a repository, with a line where the host's editor goes to one. */
interface HostPlace {
  /** Address of the repository, without a slash at its end. */
  readonly at: string
  /** Percent-encoded, as is `path`. */
  readonly branch: string
  /** From the root of the repository. */
  readonly path: string
  /** 1-based. */
  readonly line: number
}

/** What a new issue says before its writer adds to it. */
export interface IssueDraft {
  readonly title: string
  readonly body: string
}

interface Row {
  readonly name: string
  /** The host names at which it is known to run. */
  readonly isAt: RegExp
  /** The part of a path that names the repository: `/team/case`. */
  readonly repository: RegExp
  readonly edit: (spot: HostPlace) => string
  /** Absent where the host takes no words for a new issue from its address. */
  readonly issue?: (at: string, draft: IssueDraft) => string
  /** @param id whole */
  readonly commit: (at: string, id: string) => string
}

// Matches "/team/case" at the start of "/team/case/tree/main".
const RE_TWO = /^\/[^/]+\/[^/]+/

/** The code hosts that are known, with the addresses of each. */
export const hosts = {
  github: {
    name: 'GitHub',
    // "github.com", "github.example.gov.uk"
    isAt: /^(?:www\.)?github\.(?!io$)/,
    repository: RE_TWO,
    edit: ({ at, branch, path, line }) => `${at}/edit/${branch}/${path}#L${line}`,
    issue: (at, { title, body }) => `${at}/issues/new?${new URLSearchParams({ title, body })}`,
    commit: (at, id) => `${at}/commit/${id}`,
  },
  gitlab: {
    name: 'GitLab',
    // "gitlab.com", "gitlab.example.org"
    isAt: /^gitlab\./,
    // "/team/group/case" in "/team/group/case/-/tree/main"
    repository: /^(?:\/(?!-\/)[^/]+){2,}/,
    edit: ({ at, branch, path, line }) => `${at}/-/edit/${branch}/${path}#L${line}`,
    issue: (at, { title, body }) => {
      const fields = new URLSearchParams({ 'issue[title]': title, 'issue[description]': body })
      return `${at}/-/issues/new?${fields}`
    },
    commit: (at, id) => `${at}/-/commit/${id}`,
  },
  gitea: {
    name: 'Gitea or Forgejo',
    // "codeberg.org", "gitea.com", "forgejo.example.org"
    isAt: /^(?:codeberg\.org$|gitea\.|forgejo\.)/,
    repository: RE_TWO,
    edit: ({ at, branch, path }) => `${at}/_edit/${branch}/${path}`,
    issue: (at, { title, body }) => `${at}/issues/new?${new URLSearchParams({ title, body })}`,
    commit: (at, id) => `${at}/commit/${id}`,
  },
  bitbucket: {
    name: 'Bitbucket Cloud',
    isAt: /^bitbucket\.org$/,
    repository: RE_TWO,
    edit: ({ at, branch, path, line }) => `${at}/src/${branch}/${path}?mode=edit#lines-${line}`,
    commit: (at, id) => `${at}/commits/${id}`,
  },
} as const satisfies Readonly<Record<string, Row>>

export type HostName = keyof typeof hosts

/** Every name that `host` in `case.yaml` may have. */
export const hostNames = Object.keys(hosts) as [HostName, ...HostName[]] // there is one

/** A repository whose host is known. */
export interface HostedRepository {
  readonly host: Row
  /** Without credentials, and without what stands behind the repository: no slash at its end. */
  readonly at: string
}

/**
 * The repository at an address; undefined where the host is not known, or where the address names
 * no repository on it. Only the web is looked at: `ssh:` addresses open in no browser.
 *
 * @param name what the host is, where its name does not tell
 */
export function repositoryAt(
  address: string | undefined,
  name?: HostName,
): HostedRepository | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const { protocol, host, hostname, pathname } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  const row: Row | undefined = name
    ? hosts[name]
    : Object.values<Row>(hosts).find(({ isAt }) => isAt.test(hostname))
  const [path] = row?.repository.exec(pathname.replace(/(?<!\/)\/+$/, '')) ?? []
  if (!row || path === undefined) return undefined
  return { host: row, at: `${protocol}//${host}${path.replace(/\.git$/, '')}` }
}
