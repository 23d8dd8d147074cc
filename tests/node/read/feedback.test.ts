/** Where readers answer to a case that lies in a real repository. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { waysToAnswer } from '../../../src/core/feedback/ways.ts'
import { nameOf } from '../../../src/core/model/ids.ts'
import { readCheckout } from '../../../src/node/git/repository.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { makeRepository, type Repository } from '../repository.ts'

const YAML = 'repository: https://github.com/team/case\n'

let repository: Repository

beforeEach(() => {
  repository = makeRepository()
  repository.write({
    'case.yaml': YAML,
    'sprint 1/10-é.mdx':
      '---\ntitle: Ours\n---\n\n# A case\r\n\r\n## Objectives\r\n\r\n- Fewer calls\r\n- Fewer letters\r\n',
    '20-decisions.mdx':
      '## Sprint 1\n\nWords.\n\n\nDecision 1: We start.\n\nEvidence 1a: They asked.\n\n### Decision 2\n\nWe go on.\n',
  })
})
afterEach(() => repository.remove())

describe('what readers suggest', () => {
  it('leads to the very line of every section and item', async () => {
    repository.commit('2020-01-02')
    const read = await readCase(repository.case)
    const waysTo = waysToAnswer(read)
    const { sections, items } = read.case
    const linesOf = (answered: Parameters<typeof waysTo>[0]): string | undefined => {
      const { pathname, hash } = new URL(waysTo(answered).suggest ?? '')
      const [, path = ''] = /^\/team\/case\/edit\/main\/(.+)$/.exec(pathname) ?? []
      const text = readFileSync(join(repository.folder, decodeURIComponent(path)), 'utf8')
      return text.split(/\r?\n/)[Number(hash.slice(2)) - 1]
    }
    expect(sections.map((one) => linesOf({ ...one, name: one.title }))).toEqual([
      '## Sprint 1',
      '## Objectives',
    ])
    expect(items.map((one) => linesOf({ ...one, name: nameOf(one, read.graph.kinds) }))).toEqual([
      'Decision 1: We start.',
      'Evidence 1a: They asked.',
      '### Decision 2',
      '- Fewer calls',
      '- Fewer letters',
    ])
  })

  it('names the commit that they have read', async () => {
    const commit = repository.commit('2020-01-02')
    repository.write({ 'feedback.json': '[]' })
    const [decision] = (await readCase(repository.case)).case.items
    const challengeOf = async () => {
      const waysTo = waysToAnswer(await readCase(repository.case))
      return new URL((decision && waysTo({ ...decision, name: 'It' }).challenge) ?? '').search
    }
    expect(await challengeOf()).toContain(`version+${commit}+with+later+changes`)
    repository.commit('2020-01-03')
    expect(await challengeOf()).toMatch(/version\+[\da-f]{7,}%2C\+20-decisions\.mdx%2C\+line\+6/)
  })
})

describe('readCheckout', () => {
  it('gives the folder within the repository and the branch, also of a folder that is all', async () => {
    repository.commit('2020-01-02')
    expect(await readCheckout(repository.case)).toEqual({ prefix: 'slides/', branch: 'main' })
    repository.git('switch', '--quiet', '--create', 'fix/words')
    expect(await readCheckout(repository.folder)).toEqual({ prefix: '', branch: 'fix/words' })
  })

  it('gives the branch of the clone for a commit checked out by itself', async () => {
    repository.commit('2020-01-02')
    repository.git('checkout', '--quiet', '--detach')
    expect(await readCheckout(repository.case)).toEqual({ prefix: 'slides/' })
    repository.git('update-ref', 'refs/remotes/origin/trunk', 'HEAD')
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    expect(await readCheckout(repository.case)).toEqual({ prefix: 'slides/', branch: 'trunk' })
  })
})

describe('feedback.json', () => {
  it('is read from the case folder', async () => {
    repository.write({
      'feedback.json': '[{"number": 1, "title": "Challenge: Decision 1", "state": "OPEN"}]',
    })
    const { feedback } = await readCase(repository.case)
    expect([...feedback.about.keys()]).toEqual(['decision-1'])
  })
})
