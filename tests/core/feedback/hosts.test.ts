/** Addresses on code hosts: a row each. */
import { describe, expect, it } from 'vitest'
import { type HostName, hostNames, hosts, repositoryAt } from '../../../src/core/feedback/hosts.ts'

const spot = { branch: 'main', path: 'slides/40-key.mdx', line: 12 }
const draft = { title: 'Challenge: Decision 5', body: 'Why & how?\nNow' }

describe('the code hosts', () => {
  it.each<[HostName, string, string, string | undefined, string]>([
    [
      'github',
      'https://github.com/team/case',
      'https://github.com/team/case/edit/main/slides/40-key.mdx#L12',
      'https://github.com/team/case/issues/new?title=Challenge%3A+Decision+5&body=Why+%26+how%3F%0ANow',
      'https://github.com/team/case/commit/abc',
    ],
    [
      'gitlab',
      'https://gitlab.com/team/group/case',
      'https://gitlab.com/team/group/case/-/edit/main/slides/40-key.mdx#L12',
      'https://gitlab.com/team/group/case/-/issues/new?issue%5Btitle%5D=Challenge%3A+Decision+5&issue%5Bdescription%5D=Why+%26+how%3F%0ANow',
      'https://gitlab.com/team/group/case/-/commit/abc',
    ],
    [
      'gitea',
      'https://codeberg.org/team/case',
      'https://codeberg.org/team/case/_edit/main/slides/40-key.mdx',
      'https://codeberg.org/team/case/issues/new?title=Challenge%3A+Decision+5&body=Why+%26+how%3F%0ANow',
      'https://codeberg.org/team/case/commit/abc',
    ],
    [
      'bitbucket',
      'https://bitbucket.org/team/case',
      'https://bitbucket.org/team/case/src/main/slides/40-key.mdx?mode=edit#lines-12',
      undefined,
      'https://bitbucket.org/team/case/commits/abc',
    ],
  ])('give %s its addresses', (name, address, edit, issue, commit) => {
    const repository = repositoryAt(address)
    expect(repository?.host).toBe(hosts[name])
    expect(repository?.host.edit({ at: repository.at, ...spot })).toBe(edit)
    expect(repository?.host.issue?.(repository.at, draft)).toBe(issue)
    expect(repository?.host.commit(repository.at, 'abc')).toBe(commit)
  })

  it('are all in this test', () => {
    expect(hostNames).toEqual(['github', 'gitlab', 'gitea', 'bitbucket'])
  })
})

describe('repositoryAt', () => {
  it.each([
    ['https://github.com/team/case/', 'https://github.com/team/case'],
    ['https://github.com/team/case.git', 'https://github.com/team/case'],
    ['https://github.com/team/case/tree/main/slides?tab=x#y', 'https://github.com/team/case'],
    ['https://gitlab.com/team/a/b/case/-/tree/main', 'https://gitlab.com/team/a/b/case'],
    ['https://someone:secret@gitlab.com/team/case.git', 'https://gitlab.com/team/case'],
    ['https://gitlab.example.org:8443/team/case', 'https://gitlab.example.org:8443/team/case'],
    ['https://github.example.gov.uk/team/case', 'https://github.example.gov.uk/team/case'],
    ['https://forgejo.example.org/team/case', 'https://forgejo.example.org/team/case'],
  ])('finds the repository in %s', (address, at) => {
    expect(repositoryAt(address)?.at).toBe(at)
  })

  it.each([
    'https://code.example.org/team/case',
    'https://team.github.io/case/page',
    'https://github.com/team',
    'https://notgithub.com/team/case',
    'ssh://git@github.com/team/case.git',
    'javascript://github.com/%0Aalert(1)',
    undefined,
  ])('knows nothing of %s', (address) => {
    expect(repositoryAt(address)).toBeUndefined()
  })

  it('takes the word of case.yaml for a host whose name does not tell', () => {
    expect(repositoryAt('https://code.example.org/team/case', 'gitlab')?.host).toBe(hosts.gitlab)
  })
})
