/** What git tells of a case is right wherever the case lies, or it says why not. */
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { check } from '../../src/cli/commands/check.ts'
import { readHistory } from '../../src/node/history/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { makeRepository, type Repository } from '../node/repository.ts'
import { testStore } from '../store.ts'

const CASE = `# A case

Decision 1: We start with visits to clinics.

Evidence 1a: Half of all bookings are visits to clinics.
`

let repository: Repository

beforeEach(() => {
  repository = makeRepository()
})
afterEach(() => repository.remove())

/** Puts a case with two commits, and a receipt of the first, somewhere in the repository. */
function commitTwice(folder = ''): void {
  const at = (file: string) => join(folder, file)
  repository.write({ [at('1.mdx')]: CASE, [at('case.yaml')]: 'since: 2020-03-05\n' })
  repository.commit('2020-03-02')
  const receipt = receiptOf(repository.git('rev-parse', 'HEAD'))
  repository.write({
    [at('1.mdx')]: CASE.replace('Half', 'Most'),
    [at('receipts/a.json')]: receipt,
  })
  repository.commit('2020-03-09')
}

function receiptOf(commit: string): string {
  const empty = { sections: [], items: [], links: [], gaps: [], findings: [] }
  const shown = { schema: 1, title: 'A case', ...empty }
  return JSON.stringify({ schema: 1, name: 'A', day: '2020-03-02', commit, case: shown, pdfs: [] })
}

/** All that git tells of a case, or why not. */
async function told(folder: string) {
  const read = await readCase(folder)
  const ofGit = new Set(['history', 'lost-receipt'])
  return {
    dates: read.dates,
    changed: read.state?.isChanged,
    since: read.outside.since?.changes.map(({ what }) => what),
    receipts: read.receipts.length,
    findings: read.findings.filter((one) => ofGit.has(one.check)).map(({ message }) => message),
  }
}

const ALL = {
  dates: { published: '2020-03-02', updated: '2020-03-09' },
  changed: false,
  since: ['reworded'],
  receipts: 1,
  findings: [],
}

const LONG = 'ein sehr langer Name für einen Ordner '.repeat(6).slice(0, 200)

describe('a case is known to git', () => {
  it.each([
    ...[
      '100% sure',
      'a#b',
      'what?',
      `"it's"`,
      'ünï çødé 案例',
      ':(top)',
      '-c x=y',
      '*',
      '[a]',
      LONG,
    ],
  ])('in a folder called %.20s', async (name) => {
    commitTwice(name)
    expect(await told(join(repository.case, name))).toEqual(ALL)
  })

  it('as a whole repository', async () => {
    commitTwice('..')
    expect(await told(repository.folder)).toEqual(ALL)
  })

  it('in a second working tree', async () => {
    commitTwice()
    repository.git('worktree', 'add', '--quiet', '../slides/tree', '-b', 'second')
    const tree = join(repository.folder, '..', 'slides', 'tree')
    expect(await told(join(tree, 'slides'))).toEqual(ALL)
    rmSync(join(tree, '..'), { recursive: true })
  })

  it('in a second working tree of a repository without a first', async () => {
    commitTwice()
    const bare = join(repository.folder, '..', 'bare it is')
    repository.git('clone', '--quiet', '--bare', '.', bare)
    const tree = `${bare} tree`
    repository.git('-C', bare, 'worktree', 'add', '--quiet', tree, '-b', 'third')
    expect(await told(join(tree, 'slides'))).toEqual(ALL)
    for (const folder of [bare, tree]) rmSync(folder, { recursive: true })
  })

  it('in a submodule', async () => {
    commitTwice()
    const outer = makeRepository()
    const from = repository.folder
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', from, 'inner')
    outer.commit('2020-04-01')
    expect(await told(join(outer.folder, 'inner', 'slides'))).toEqual(ALL)
    outer.remove()
  })
})

describe('a clone that lacks something says what, and how to get it', () => {
  const cloned = (...how: readonly string[]): string => {
    repository.git('config', 'uploadpack.allowFilter', 'true')
    const to = join(repository.folder, 'clone')
    repository.git('clone', '--quiet', ...how, pathToFileURL(repository.folder).href, to)
    return join(to, 'slides')
  }

  it('of the last commit alone', async () => {
    commitTwice()
    const { dates, since, findings } = await told(cloned('--depth=1'))
    expect(dates.updated).toBe('2020-03-09')
    expect(since).toEqual([])
    expect(findings).toEqual([expect.stringContaining('run "git fetch --unshallow"')])
  })

  it.each(['blob:none', 'tree:0'])('of a part, such as --filter=%s', async (filter) => {
    commitTwice()
    const { since, findings } = await told(cloned(`--filter=${filter}`))
    expect(since).toBeUndefined()
    expect(findings[0]).toMatch(/clone the repository again, without "--filter"; until then nobody/)
  })
})

describe('a damaged repository', () => {
  const inGit = (...path: readonly string[]) => join(repository.folder, '.git', ...path)
  const fill = (file: string, words: string): void => {
    rmSync(file, { force: true })
    writeFileSync(file, words)
  }
  const objects = () =>
    readdirSync(inGit('objects'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))

  it.each<readonly [string, () => void, RegExp]>([
    ['has no HEAD', () => rmSync(inGit('HEAD')), /since there is a "\.git": mend it, or clone/],
    [
      'is a file that leads nowhere',
      () => {
        rmSync(inGit(), { recursive: true })
        writeFileSync(inGit(), 'gitdir: /nowhere/at/all')
      },
      /since there is a "\.git"/,
    ],
    ['has settings that nobody can read', () => fill(inGit('config'), '[core\n'), /mend that line/],
    [
      'has objects of rubbish',
      () => {
        for (const file of objects()) fill(file, 'x')
      },
      /"git fsck" says what is damaged/,
    ],
    [
      'has lost what a commit held',
      () => {
        const blob = repository.git('rev-parse', 'HEAD~1:slides/1.mdx')
        rmSync(inGit('objects', blob.slice(0, 2), blob.slice(2)))
      },
      /object [\da-f]{7} is missing.*"git fsck"/,
    ],
    [
      'has lost a commit',
      () => {
        const commit = repository.git('rev-parse', 'HEAD~1')
        rmSync(inGit('objects', commit.slice(0, 2), commit.slice(2)))
      },
      /"git fsck"/,
    ],
    ['has a branch of rubbish', () => fill(inGit('refs', 'heads', 'main'), 'x\n'), /"git fsck"/],
    ['has an index of rubbish', () => fill(inGit('index'), 'x'), /"git fsck"/],
    [
      'has a case that looks like one',
      () => {
        for (const folder of ['objects', 'refs']) mkdirSync(join(repository.case, folder))
        writeFileSync(join(repository.case, 'HEAD'), 'ref: refs/heads/main\n')
      },
      /move what looks like one out of it/,
    ],
  ])('that %s is a finding that says what to do', async (_, damage, expected) => {
    commitTwice()
    damage()
    const { findings } = await readHistory(repository.case, { size: 1, store: testStore })
    expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(expected)])
    expect(findings[0]?.message).not.toMatch(/unshallow/)
    expect(findings[0]?.message).not.toContain(repository.folder)
    const lines: string[] = []
    await check({ case: repository.case }, (line) => lines.push(line))
    expect(lines.join('\n')).toContain('Found: failure of git')
    expect(lines.join('\n')).not.toContain('unshallow')
  })
})

describe('without the right to read', () => {
  /** As somebody who is not allowed everything. */
  async function asSomebody<Result>(run: () => Promise<Result>): Promise<Result> {
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65_534)
    try {
      return await run()
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  }

  beforeEach(() => {
    chmodSync(repository.folder, 0o755)
    repository.write({ '1.mdx': CASE, 'more/2.mdx': '## More\n' })
    vi.stubEnv('THROUGHLINE_STORE', join(repository.folder, 'store'))
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    for (const name of ['.', 'more']) chmodSync(join(repository.case, name), 0o755)
  })

  it('of a case folder, says so', async () => {
    chmodSync(repository.case, 0)
    await expect(asSomebody(() => readCase(repository.case))).rejects.toThrow(
      /: you have no right to read it; expected one that you have: ask whoever it belongs to$/,
    )
  })

  it('of a folder or a file in it, is an error with its place', async () => {
    chmodSync(join(repository.case, 'more'), 0)
    const { findings } = await asSomebody(() => readCase(repository.case))
    expect(findings.filter(({ place }) => place.file.startsWith('more'))).toEqual([
      expect.objectContaining({
        severity: 'error',
        message: expect.stringContaining('folder that you have no right to read'),
      }),
    ])
  })
})
