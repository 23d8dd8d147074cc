/** What the commits of a real repository changed for readers, week by week. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeSentence } from '../../../src/core/changes/change-sentence.ts'
import { type Week, weeksOf } from '../../../src/core/changes/weeks.ts'
import { stepsPath } from '../../../src/node/history/cache.ts'
import { readHistory } from '../../../src/node/history/index.ts'
import { findSince } from '../../../src/node/history/since.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { testStore } from '../../store.ts'
import { makeRepository, type Repository } from '../repository.ts'

let repository: Repository

beforeEach(() => {
  repository = makeRepository()
})
afterEach(() => repository.remove())

const CASE = `# A case

## Why

People book the same visit two or three times, and many of them give up.

## Sprint 1

Decision 1: We start with visits to clinics, since they are half of all bookings.

Evidence 1a: In our survey, 412 of 1,030 people gave up before they had a date.
`

const WORDS = 'since they are half of all bookings'

async function weeks(folder = repository.case): Promise<readonly Week[]> {
  const { line } = await readHistory(folder, { size: 1, store: testStore })
  return line ? weeksOf(line) : []
}

/** `['2020-03-02 Decision 1 reworded. a1b2c3d']`, newest week first. */
async function history(folder = repository.case): Promise<readonly string[]> {
  return (await weeks(folder)).flatMap(({ monday, changes, first, unread }) => [
    ...(first ? [`${monday} First published. ${first.short}`] : []),
    ...changes.map(
      ({ change, commit }) => `${monday} ${changeSentence(change)} ${commit?.short ?? 'no commit'}`,
    ),
    ...unread.map(({ short, files }) => `${monday} left out ${short}: ${files.join(', ')}`),
  ])
}

describe('the weeks of a case', () => {
  it('start with what was first published, and tell what came after, with its commit', async () => {
    const { write, commit } = repository
    write({ '1.mdx': CASE })
    const first = commit('2020-03-04')
    write({ '1.mdx': `${CASE}\nEvidence 1b: A nurse told us that she asks everything twice.\n` })
    const second = commit('2020-03-09')
    expect(await history()).toEqual([
      `2020-03-09 Evidence 1b added, which supports decision 1. ${second}`,
      `2020-03-02 First published. ${first}`,
    ])
  })

  it('leave out weeks in which a reader sees the same, and what was undone in a week', async () => {
    const { write, commit } = repository
    write({ '1.mdx': CASE })
    const first = commit('2020-03-02')
    write({ '1.mdx': CASE.replace('In our survey,', 'In   our\nsurvey,') })
    commit('2020-03-10')
    write({ '1.mdx': CASE.replace(WORDS, 'because someone said so') })
    commit('2020-03-16')
    write({ '1.mdx': CASE })
    commit('2020-03-17')
    expect(await history()).toEqual([`2020-03-02 First published. ${first}`])
  })

  it('tell several commits of a week as one, each change with the last that made it', async () => {
    const { write, commit } = repository
    write({ '1.mdx': CASE })
    commit('2020-02-24')
    write({ '1.mdx': CASE.replace(WORDS, 'since most bookings are theirs') })
    commit('2020-03-02')
    const again = CASE.replace(WORDS, 'since nearly all bookings are theirs')
    write({ '1.mdx': again })
    const second = commit('2020-03-03')
    write({ '1.mdx': again.replace('many of them give up', 'most of them give up') })
    const third = commit('2020-03-08')
    expect((await history()).slice(0, -1)).toEqual([
      `2020-03-02 Decision 1 reworded. ${second}`,
      `2020-03-02 Section “Why” reworded. ${third}`,
    ])
  })

  it('count a commit whose clock was behind to the week of the one before', async () => {
    const { write, commit } = repository
    write({ '1.mdx': CASE })
    commit('2020-03-09')
    write({ '1.mdx': CASE.replace(WORDS, 'since that is where people are') })
    const second = commit('2020-03-02')
    expect((await history())[1]).toBe(`2020-03-09 Decision 1 reworded. ${second}`)
  })
})

describe('a history', () => {
  it('follows files that are renamed, split and merged', async () => {
    const { write, commit } = repository
    write({ '1.mdx': CASE })
    const first = commit('2020-03-02')
    const [why = '', sprint = ''] = CASE.split('## Sprint 1')
    write({ '1.mdx': undefined, '10-why.mdx': why, 'more/20-key.mdx': `## Sprint 1${sprint}` })
    commit('2020-03-09')
    write({ '10-why.mdx': undefined, 'more/20-key.mdx': undefined, 'all.mdx': CASE })
    commit('2020-03-16')
    expect(await history()).toEqual([`2020-03-02 First published. ${first}`])
  })

  it('counts 1.MD from before it was 1.mdx, also where only a later commit shows it', async () => {
    const { write, commit } = repository
    write({ '1.MD': CASE, 'README.md': '# Read me\n\n## How we work\n' })
    const first = commit('2020-03-02')
    expect(await history()).toEqual([])
    write({ '1.MD': undefined, '1.mdx': CASE })
    commit('2020-03-09')
    write({ '1.mdx': CASE.replace(WORDS, 'since that is where people are') })
    const third = commit('2020-03-16')
    expect(await history()).toEqual([
      `2020-03-16 Decision 1 reworded. ${third}`,
      `2020-03-02 First published. ${first}`,
    ])
  })

  it('follows writing that got another name with its ending', async () => {
    const { write, commit } = repository
    write({ 'CASE.MD': CASE, 'README.md': '# Read me\n\n## How we work\n' })
    const first = commit('2020-03-02')
    write({ 'CASE.MD': undefined, 'case.markdown': CASE })
    commit('2020-03-09')
    write({ 'case.markdown': undefined, '10-case.mdx': CASE.replace(WORDS, 'as people are there') })
    const third = commit('2020-03-16')
    expect(await history()).toEqual([
      `2020-03-16 Decision 1 reworded. ${third}`,
      `2020-03-02 First published. ${first}`,
    ])
  })

  it.each(['docs/case', 'old', '.'])('follows a folder that was moved from %s', async (home) => {
    const { write, commit, git, folder } = repository
    write({ '../LICENSE': 'Free\n', '../lib/parts.mdx': '# Parts\n' })
    commit('2020-02-24')
    write({ [`../${home}/case.md`]: CASE, [`../${home}/more.md`]: '# More\n\nAll of it.\n' })
    const first = commit('2020-03-02')
    git('tag', 'sponsors')
    write({ [`../${home}/case.md`]: CASE.replace(WORDS, 'since that is where people are') })
    const second = commit('2020-03-09')
    mkdirSync(repository.case, { recursive: true })
    git('mv', `${home}/case.md`, 'slides/10-case.mdx')
    git('mv', `${home}/more.md`, 'slides/20-more.mdx')
    commit('2020-03-16')
    write({ [`../${home === '.' ? 'x' : home}/other.mdx`]: '# Another case\n' })
    commit('2020-03-23')
    expect(await history()).toEqual([
      `2020-03-09 Decision 1 reworded. ${second}`,
      `2020-03-02 First published. ${first}`,
    ])
    const { days } = await readHistory(join(folder, 'slides'), { size: 1, store: testStore })
    expect(days).toEqual(['2020-03-16', '2020-03-09', '2020-03-02'])
    const read = await readCase(repository.case)
    const since = await findSince(read, 'sponsors')
    expect('edition' in since && since.edition.items.map(({ key }) => key)).toEqual([
      'decision-1',
      'evidence-1a',
    ])
  })

  it('tells "Decision 1:" that became a heading as nothing new', async () => {
    const { write, commit } = repository
    write({ '1.mdx': CASE })
    commit('2020-03-02')
    write({ '1.mdx': CASE.replace('Decision 1: ', '### Decision 1\n\n') })
    commit('2020-03-09')
    expect(await history()).toHaveLength(1)
  })

  it('tells what a merge brought once, by the merge', async () => {
    const { write, commit, git } = repository
    write({ '1.mdx': CASE })
    commit('2020-03-02')
    git('switch', '--quiet', '--create', 'side')
    write({ '1.mdx': CASE.replace(WORDS, 'since that is where people are') })
    commit('2020-03-10')
    git('switch', '--quiet', 'main')
    write({ '2.mdx': '## What next\n\nWe ask for six weeks in two clinics of the town.\n' })
    const own = commit('2020-03-16')
    git('-c', 'core.editor=true', 'merge', '--quiet', '--no-ff', 'side')
    const merge = git('rev-parse', '--short', 'HEAD')
    expect((await history()).slice(0, -1).toSorted()).toEqual([
      // The merge's own clock was behind.
      `2020-03-16 Decision 1 reworded. ${merge}`,
      `2020-03-16 Section “What next” added. ${own}`,
    ])
  })

  it('tells a merge that took all of a side, where the main line had gone back', async () => {
    const { write, commit, git } = repository
    write({ '1.mdx': CASE })
    commit('2020-03-02')
    git('switch', '--quiet', '--create', 'side')
    write({ '1.mdx': CASE.replace(WORDS, 'since that is where people are') })
    commit('2020-03-10')
    git('switch', '--quiet', 'main')
    write({ '1.mdx': CASE.replace('many of them', 'most of them') })
    const changed = commit('2020-03-16')
    write({ '1.mdx': CASE })
    const undone = commit('2020-03-23')
    git('merge', '--quiet', '--no-ff', '--no-edit', 'side')
    const merge = git('rev-parse', '--short', 'HEAD')
    const lines = await history()
    for (const line of [
      `Section “Why” reworded. ${changed}`,
      `Section “Why” reworded. ${undone}`,
      `Decision 1 reworded. ${merge}`,
    ])
      expect(lines.filter((each) => each.endsWith(line))).toHaveLength(1)
  })

  it('leaves out commits whose files cannot be read, and says so', async () => {
    const { write, commit } = repository
    write({ '1.mdx': CASE })
    commit('2020-03-02')
    write({ '1.mdx': `${CASE}\n<5\n`, 'case.yaml': 'teams: 3\n' })
    const broken = commit('2020-03-09')
    write({ '1.mdx': CASE.replace(WORDS, 'since that is where people are'), 'case.yaml': '' })
    const mended = commit('2020-03-16')
    expect((await history()).slice(0, -1)).toEqual([
      `2020-03-16 Decision 1 reworded. ${mended}`,
      `2020-03-09 left out ${broken}: 1.mdx, case.yaml`,
    ])
  })

  it('says of a shallow clone how to know more, and does not call it the beginning', async () => {
    const { write, commit, folder } = repository
    for (const [index, day] of ['2020-03-02', '2020-03-09', '2020-03-16'].entries()) {
      write({ '1.mdx': CASE.replace(WORDS, `since ${index + 3} of 10 bookings are theirs`) })
      commit(day)
    }
    const clone = join(folder, 'clone')
    const from = pathToFileURL(folder).href
    execFileSync('git', ['clone', '--quiet', '--depth=2', from, clone], { stdio: 'pipe' })
    const slides = join(clone, 'slides')
    const { findings, line } = await readHistory(slides, { size: 1, store: testStore })
    expect(findings).toEqual([
      {
        check: 'history',
        severity: 'warning',
        message:
          'Unexpected shallow clone, which knows 2 commits of the case folder, expected its whole history, for dates and changes: run "git fetch --unshallow"',
        place: { file: '.' },
      },
    ])
    expect(line?.isWhole).toBe(false)
    expect((await history(slides)).map((text) => text.split(' ').slice(0, 4).join(' '))).toEqual([
      '2020-03-16 Decision 1 reworded.',
    ])
    rmSync(stepsPath(slides, testStore), { force: true })
  })

  it('is none without a repository', async () => {
    expect((await readHistory('/', { size: 1, store: testStore })).line).toBeUndefined()
  })
})

describe('what was told', () => {
  /** Six commits, two a week. */
  const texts = ['are', 'were', 'will be', 'should be', 'must be', 'can be'].map((verb) =>
    CASE.replace(WORDS, `since they ${verb} half of all bookings in the towns`),
  )
  const days = ['02', '05', '09', '12', '16', '19'].map((day) => `2020-03-${day}`)

  it('is the same, whether read at once or as it was written', async () => {
    const { write, commit } = repository
    for (const [index, text] of texts.entries()) {
      write({ '1.mdx': text })
      commit(days[index] ?? '')
      await history()
    }
    const grown = await weeks()
    rmSync(stepsPath(repository.case, testStore))
    expect(grown).toEqual(await weeks())
    expect(grown).toHaveLength(3)
  })

  it('is kept, so that only new commits are read', async () => {
    const { write, commit } = repository
    write({ '1.mdx': CASE })
    commit('2020-03-02')
    write({ '1.mdx': CASE.replace('## Why', '## Why now') })
    commit('2020-03-09')
    await history()
    const kept = JSON.parse(readFileSync(stepsPath(repository.case, testStore), 'utf8'))
    kept.steps[1].changed.changes[0].after.name = 'As kept'
    writeFileSync(stepsPath(repository.case, testStore), JSON.stringify(kept))
    write({ '1.mdx': CASE })
    const last = commit('2020-03-16')
    expect((await history()).slice(0, 2)).toEqual([
      `2020-03-16 Section “Why now” is now called “Why”. ${last}`,
      expect.stringContaining('Section “Why” is now called “As kept”.'),
    ])
  })
})

describe('"since" in case.yaml', () => {
  it('is what the deck counts changes from', async () => {
    const { write, commit, git } = repository
    write({ '1.mdx': CASE })
    commit('2020-03-02')
    git('tag', 'sponsors')
    write({ '1.mdx': CASE.replace('## Why', '## Why now'), 'case.yaml': 'since: sponsors\n' })
    const { outside, findings } = await readCase(repository.case)
    expect(findings.filter(({ check }) => check === 'history')).toEqual([])
    expect(outside.since?.name).toBe('sponsors')
    expect(outside.since?.changes.map(changeSentence)).toEqual([
      'Section “Why” is now called “Why now”.',
    ])
  })

  it('is a finding where git does not know it', async () => {
    const { write, commit, git } = repository
    write({ '1.mdx': CASE, 'case.yaml': 'title: T\nsince: sponsor\n' })
    commit('2020-03-02')
    git('tag', 'sponsors')
    const { outside, findings } = await readCase(repository.case)
    expect(outside.since).toBeUndefined()
    expect(findings.filter(({ check }) => check === 'history')).toEqual([
      {
        check: 'history',
        severity: 'warning',
        message:
          'Unexpected "sponsor", expected a date such as 2020-03-02, or sponsors: the deck does not say what changed',
        place: { file: 'case.yaml', line: 2, column: 1 },
      },
    ])
  })
})
