/** Addresses on the code host, for those whose patterns are known. */

interface CodeHost {
  /** Of its host name. */
  readonly pattern: RegExp
  /** @param sources address of the repository, without a slash at its end */
  readonly commit: (sources: string, id: string) => string
}

const CODE_HOSTS: Readonly<Record<string, CodeHost>> = {
  // Matches "github.com", "github.example.gov.uk".
  github: {
    pattern: /(?:^|\.)github\./,
    commit: (sources, id) => `${sources}/commit/${id}`,
  },
  // Matches "gitlab.com", "gitlab.example.gov.uk".
  gitlab: {
    pattern: /(?:^|\.)gitlab\./,
    commit: (sources, id) => `${sources}/-/commit/${id}`,
  },
}

/**
 * Where a commit can be read; undefined without a repository, and on a host that is not known.
 *
 * @param repository as in `case.yaml`
 * @param id of the commit, whole
 */
export function commitAddress(repository: string | undefined, id: string): string | undefined {
  if (repository === undefined || !URL.canParse(repository)) return undefined
  const { protocol, hostname, origin, pathname } = new URL(repository)
  if (!/^https?:$/.test(protocol)) return undefined
  const host = Object.values(CODE_HOSTS).find(({ pattern }) => pattern.test(hostname))
  return host?.commit(`${origin}${pathname.replace(/\/+$|\.git\/?$/, '')}`, id)
}
