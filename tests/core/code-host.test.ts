/** Addresses on the code host. */
import { expect, it } from 'vitest'
import { commitAddress } from '../../src/core/code-host.ts'

it.each([
  ['https://github.com/team/case', 'https://github.com/team/case/commit/abc'],
  ['https://github.com/team/case.git', 'https://github.com/team/case/commit/abc'],
  [
    'https://github.example.gov.uk/team/case/',
    'https://github.example.gov.uk/team/case/commit/abc',
  ],
  ['https://gitlab.com/group/team/case', 'https://gitlab.com/group/team/case/-/commit/abc'],
  ['https://gitlab.example.org/case?x=1#y', 'https://gitlab.example.org/case/-/commit/abc'],
  ['https://example.org/github.com/case', undefined],
  ['https://notgithub.com/team/case', undefined],
  ['javascript://github.com/%0Aalert(1)', undefined],
  ['ssh://git@github.com/team/case', undefined],
  [undefined, undefined],
])('of %s leads to %s', (repository, address) => {
  expect(commitAddress(repository, 'abc')).toBe(address)
})
