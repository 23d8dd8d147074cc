/** What git knows of a case folder. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noSettings } from '../../../src/core/settings/case-yaml.ts'
import { stepsPath } from '../../../src/node/history/cache.ts'
import { datesOf, readHistory } from '../../../src/node/history/index.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { testStore } from '../../store.ts'
import { makeRepository, type Repository } from '../repository.ts'

let repository: Repository

beforeEach(() => {
  repository = makeRepository()
})
afterEach(() => repository.remove())

/** `['decision-1 "Go" 2020-03-02']`: the addresses that git knows. */
async function past(): Promise<readonly string[]> {
  const { past: addresses = [] } = await readHistory(repository.case, { size: 1, store: testStore })
  return addresses.map(({ key, text, date }) => `${key} "${text}" ${date}`)
}

describe('addresses of earlier states', () => {
  it('are known with the last commit that had them, and the day of the one without', async () => {
    const { write, commit } = repository
    write({ '1.mdx': '# A case\n\n## Why\n\nDecision 1: Stay\n\nDecision 2: Wait\n' })
    commit('2020-03-02')
    write({ '1.mdx': '# A case\n\n## Why\n\nDecision 1: Go\n\nDecision 2: Wait\n' })
    const second = commit('2020-03-09')
    write({ '1.mdx': '# A case\n\n## Why now\n\nDecision 1: Go\n' })
    const third = commit('2020-03-16')
    expect((await readHistory(repository.case, { size: 1, store: testStore })).past).toEqual([
      { key: 'why', text: 'Why', commit: second, date: '2020-03-09', gone: '2020-03-16' },
      { key: 'decision-2', text: 'Wait', commit: second, date: '2020-03-09', gone: '2020-03-16' },
      { key: 'decision-1', text: 'Go', commit: third, date: '2020-03-16' },
      { key: 'why-now', text: 'Why now', commit: third, date: '2020-03-16' },
    ])
  })

  it('come from sub-folders, in reading order, without files that are not read', async () => {
    const { write, commit } = repository
    write({
      '9.mdx': '# A case\n\n## Objectives\n\n- One\n',
      'more/10.mdx': '## Our objectives\n\n- Two\n',
      '_draft.mdx': '## Draft\n',
      'notes.md': '## Notes\n',
    })
    commit('2020-03-02')
    expect(await past()).toEqual([
      'objectives "Objectives" 2020-03-02',
      'our-objectives "Our objectives" 2020-03-02',
      'objective-1 "One" 2020-03-02',
      'objective-2 "Two" 2020-03-02',
    ])
  })

  it('leave out files that could not be read then, and what is not committed', async () => {
    const { write, commit } = repository
    write({ '1.mdx': '# A case\n\n## Why\n', '2.mdx': '## Broken\n\n<5\n' })
    commit('2020-03-02')
    write({ '1.mdx': '# A case\n\n## Not committed\n' })
    expect(await past()).toEqual(['why "Why" 2020-03-02'])
  })

  it('count as had where a later commit brings them back', async () => {
    const { write, commit } = repository
    for (const [day, text] of [
      ['2020-03-02', '## Why\n'],
      ['2020-03-09', '## How\n'],
      ['2020-03-16', '## Why\n'],
    ] as const) {
      write({ '1.mdx': `# A case\n\n${text}` })
      commit(day)
    }
    expect(await past()).toEqual(['how "How" 2020-03-09', 'why "Why" 2020-03-16'])
  })

  it('come from both sides of a merge', async () => {
    const { write, commit, git: run } = repository
    write({ '1.mdx': '# A case\n\n## Why\n' })
    commit('2020-03-02')
    run('switch', '--quiet', '--create', 'side')
    write({ '2.mdx': '## On the side\n' })
    commit('2020-03-03')
    write({ '2.mdx': '## On the side, again\n' })
    commit('2020-03-04')
    run('switch', '--quiet', 'main')
    write({ '1.mdx': '# A case\n\n## Why now\n' })
    commit('2020-03-05')
    run('merge', '--quiet', '--no-edit', 'side')
    const keys = (await past()).map((line) => line.split(' ')[0])
    expect(keys.toSorted()).toEqual(['on-the-side', 'on-the-side-again', 'why', 'why-now'])
  })

  it('are those of the folder alone', async () => {
    const { write, commit, folder } = repository
    writeFileSync(join(folder, 'README.mdx'), '## Elsewhere\n')
    write({ '1.mdx': '# A case\n\n## Why\n' })
    commit('2020-03-02')
    writeFileSync(join(folder, 'README.mdx'), '## Elsewhere, later\n')
    commit('2020-03-09')
    expect(await past()).toEqual(['why "Why" 2020-03-02'])
  })

  it('reach back only so far in a case with very many files', async () => {
    const { write, commit } = repository
    for (const [day, text] of [
      ['2020-03-02', '## Why\n'],
      ['2020-03-09', '## How\n'],
    ] as const) {
      write({ '1.mdx': `# A case\n\n${text}` })
      commit(day)
    }
    const { past: known } = await readHistory(repository.case, { size: 50_000, store: testStore })
    expect(known?.map(({ key }) => key)).toEqual(['how'])
  })
})

describe('what was read of a commit', () => {
  it('is kept, so that only new commits are read', async () => {
    const { write, commit } = repository
    write({ '1.mdx': '# A case\n\n## Why\n' })
    commit('2020-03-02')
    await past()
    write({ '1.mdx': '# A case\n\n## How\n' })
    commit('2020-03-09')
    const both = await past()
    expect(both).toEqual(['why "Why" 2020-03-02', 'how "How" 2020-03-09'])
    const kept = JSON.parse(readFileSync(stepsPath(repository.case, testStore), 'utf8'))
    expect(kept.steps).toHaveLength(2)
    kept.steps[0].added = [['kept', 'As kept']]
    kept.steps[1].removed = ['kept']
    writeFileSync(stepsPath(repository.case, testStore), JSON.stringify(kept))
    expect(await past()).toEqual(['kept "As kept" 2020-03-02', 'how "How" 2020-03-09'])
  })

  it('is read again where the file is damaged', async () => {
    const { write, commit } = repository
    write({ '1.mdx': '# A case\n\n## Why\n' })
    commit('2020-03-02')
    const first = await past()
    for (const damaged of ['{"reading":', '{"reading":1,"steps":[{}]}', '']) {
      writeFileSync(stepsPath(repository.case, testStore), damaged)
      expect(await past()).toEqual(first)
    }
  })

  it('is forgotten with commits that were undone', async () => {
    const { write, commit, git: run } = repository
    write({ '1.mdx': '# A case\n\n## Why\n' })
    commit('2020-03-02')
    write({ '1.mdx': '# A case\n\n## A mistake\n' })
    commit('2020-03-09')
    await past()
    run('reset', '--quiet', '--hard', 'HEAD~1')
    expect(await past()).toEqual(['why "Why" 2020-03-02'])
    write({ '1.mdx': '# A case\n\n## Why not\n' })
    commit('2020-03-10')
    expect(await past()).toEqual(['why "Why" 2020-03-02', 'why-not "Why not" 2020-03-10'])
  })
})

describe('dates', () => {
  it('are those of the first and the last commit, where case.yaml is silent', async () => {
    const { write, commit } = repository
    write({ '1.mdx': '# A case\n' })
    commit('2020-03-02')
    write({ '1.mdx': '# A case for change\n' })
    commit('2020-03-09')
    const { days } = await readHistory(repository.case, { size: 1, store: testStore })
    expect(datesOf(days, noSettings)).toEqual({
      published: '2020-03-02',
      updated: '2020-03-09',
    })
    const dates = { updated: '2020-04-01' }
    expect(datesOf(days, { ...noSettings, dates })).toEqual({
      published: '2020-03-02',
      updated: '2020-04-01',
    })
  })

  it('tell what the case is as of: case.yaml, else git, else today', async () => {
    const { write, commit } = repository
    write({ '1.mdx': '# A case\n' })
    expect((await readCase(repository.case)).outside.asOf).toBe(
      new Date().toISOString().slice(0, 10),
    )
    commit('2020-03-02')
    const read = await readCase(repository.case)
    expect(read.outside.asOf).toBe('2020-03-02')
    expect(read.dates).toEqual({ published: '2020-03-02', updated: '2020-03-02' })
    write({ 'case.yaml': 'dates:\n  updated: 2020-02-01\n' })
    expect((await readCase(repository.case)).outside.asOf).toBe('2020-02-01')
  })
})

describe('without git', () => {
  it('knows no past in a folder that is in no repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'no repository-'))
    expect(await readHistory(folder, { size: 1, store: testStore })).toEqual({
      days: [],
      findings: [],
    })
    rmSync(folder, { recursive: true })
  })

  it('knows no past in a repository without a commit', async () => {
    expect(await readHistory(repository.case, { size: 1, store: testStore })).toEqual({
      days: [],
      findings: [],
    })
  })

  it('knows no past where git is missing, and says so where there is a repository', async () => {
    vi.stubEnv('PATH', '/nowhere')
    const { days, past, findings } = await readHistory(repository.case, {
      size: 1,
      store: testStore,
    })
    expect([days, past]).toEqual([[], undefined])
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Unexpected failure of git \(git is missing\), expected git, since/),
    ])
    const alone = mkdtempSync(join(tmpdir(), 'no-repository-'))
    expect((await readHistory(alone, { size: 1, store: testStore })).findings).toEqual([])
    rmSync(alone, { recursive: true })
    vi.unstubAllEnvs()
  })

  it('reports any other failure, and reads the case all the same', async () => {
    const { write, commit, folder } = repository
    write({ '1.mdx': '# A case\n\n## Why\n\nWords.\n' })
    commit('2020-03-02')
    writeFileSync(join(folder, '.git', 'config'), '[core\n')
    const read = await readCase(repository.case)
    expect(read.unreadable).toBe(false)
    expect(read.outside.past).toBeUndefined()
    const [failure] = read.findings.filter(({ check }) => check === 'history')
    expect(failure).toMatchObject({ severity: 'warning', place: { file: '.' } })
    expect(failure?.message).toMatch(
      /^Unexpected failure of git \(.*config.*\), expected settings of git/,
    )
  })

  it('names no folder of this machine, since findings are published', async () => {
    const { write, commit, folder } = repository
    write({ '1.mdx': '# A case\n' })
    commit('2020-03-02')
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
    const { findings } = await readHistory(repository.case, { size: 1, store: testStore })
    vi.unstubAllEnvs()
    expect(findings[0]?.message).toMatch(/ownership in repository at '[^/\\]+'/)
    expect(findings[0]?.message).not.toContain(folder)
  })
})

describe('the version', () => {
  it('is the latest commit of the folder, and says where there are later changes', async () => {
    const { write, commit } = repository
    write({ '1.mdx': '# A case\n' })
    commit('2020-03-02')
    write({ '1.mdx': '# A case, told again\n' })
    const last = commit('2020-03-09')
    expect((await readCase(repository.case)).version).toBe(last)
    write({ '1.mdx': '# A case, told anew\n' })
    expect((await readCase(repository.case)).version).toBe(`${last} with later changes`)
  })

  it('is what case.yaml says, and nothing where there is neither', async () => {
    const { write, commit } = repository
    write({ '1.mdx': '# A case\n' })
    expect((await readCase(repository.case)).version).toBeUndefined()
    write({ 'case.yaml': 'version: Board paper 3\n' })
    commit('2020-03-02')
    expect((await readCase(repository.case)).version).toBe('Board paper 3')
  })
})
