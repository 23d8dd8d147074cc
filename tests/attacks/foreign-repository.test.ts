/** A `.git` that leads to somebody else's repository tells nothing of it. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCase } from '../../src/node/read/read-case.ts'
import { makeRepository, type Repository } from '../node/repository.ts'

let theirs: Repository
let stranger: string

beforeEach(() => {
  theirs = makeRepository()
  theirs.write({ 'slides/1.mdx': '# A case\n\nDecision 1: We buy the canary company.\n' })
  theirs.commit('2020-03-02')
  theirs.write({ 'slides/1.mdx': '# A case\n' })
  theirs.commit('2020-03-09')
  stranger = join(theirs.folder, '..', `${theirs.folder}-stranger`)
  mkdirSync(join(stranger, 'slides'), { recursive: true })
  writeFileSync(join(stranger, 'slides', '1.mdx'), '# A case\n')
})
afterEach(() => {
  theirs.remove()
  rmSync(stranger, { recursive: true, force: true })
})

const inStranger = (...path: readonly string[]) => join(stranger, '.git', ...path)

const WAYS: readonly (readonly [string, () => void])[] = [
  ['a file', () => writeFileSync(inStranger(), `gitdir: ${theirs.folder}/.git\n`)],
  ['a link', () => symlinkSync(join(theirs.folder, '.git'), inStranger())],
  [
    'a folder that shares what another has',
    () => {
      execFileSync('git', ['init', '--quiet', stranger])
      cpSync(join(theirs.folder, '.git', 'HEAD'), inStranger('HEAD'))
      writeFileSync(inStranger('commondir'), join(theirs.folder, '.git'))
    },
  ],
  [
    'a setting',
    () => {
      theirs.git('clone', '--quiet', theirs.folder, `${stranger}/clone`)
      cpSync(join(stranger, 'clone', '.git'), inStranger(), { recursive: true })
      rmSync(join(stranger, 'clone'), { recursive: true })
      execFileSync('git', ['-C', stranger, 'config', 'core.worktree', join(stranger, '..')])
    },
  ],
  [
    'a file to a folder that says it is a working tree of another',
    () => {
      const forged = join(stranger, 'forged')
      mkdirSync(forged)
      cpSync(join(theirs.folder, '.git', 'HEAD'), join(forged, 'HEAD'))
      writeFileSync(join(forged, 'commondir'), join(theirs.folder, '.git'))
      writeFileSync(join(forged, 'gitdir'), '../.git\n')
      writeFileSync(inStranger(), 'gitdir: forged\n')
    },
  ],
]

const HEAD = 'ref: refs/heads/main\n'

/** A repository of the stranger's own, whose commit somebody else has. */
function borrow(): void {
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', stranger])
  writeFileSync(inStranger('refs', 'heads', 'main'), theirs.git('rev-parse', 'HEAD'))
  writeFileSync(inStranger('HEAD'), HEAD)
}

const theirObjects = () => join(theirs.folder, '.git', 'objects')

const BORROWED: readonly (readonly [string, () => void])[] = [
  [
    'a list of other folders',
    () => writeFileSync(inStranger('objects', 'info', 'alternates'), `${theirObjects()}\n`),
  ],
  [
    'a link in place of the objects',
    () => {
      rmSync(inStranger('objects'), { recursive: true })
      symlinkSync(theirObjects(), inStranger('objects'))
    },
  ],
  [
    'a link in place of each folder of objects',
    () => {
      for (const name of readdirSync(theirObjects()).filter((one) => one.length === 2))
        symlinkSync(join(theirObjects(), name), inStranger('objects', name))
    },
  ],
]

describe('a repository has no objects of another by', () => {
  it.each(BORROWED)('%s', async (_, make) => {
    borrow()
    make()
    const { dates, findings, outside } = await readCase(join(stranger, 'slides'))
    expect(dates).toEqual({})
    expect(JSON.stringify([outside, findings])).not.toContain('canary')
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/objects in another repository|no file of its own/),
    )
  })
})

describe('git tells no line of a file elsewhere, in place of', () => {
  it.each(['packed-refs', 'shallow', 'config', 'HEAD', 'info/exclude', 'refs/heads/main'])(
    '%s',
    async (name) => {
      borrow()
      const secret = join(stranger, 'secret.txt')
      writeFileSync(secret, 'canary of somebody else\n')
      rmSync(inStranger(name), { force: true })
      symlinkSync(secret, inStranger(name))
      const { findings } = await readCase(join(stranger, 'slides'))
      const messages = findings.map(({ message }) => message)
      expect(messages.join()).not.toContain('canary')
      expect(messages).toContainEqual(expect.stringContaining('that is no file of its own'))
    },
  )
})

describe('git waits for no pipe in place of', () => {
  it.each([
    ...['.git/HEAD', '.git/config', '.git/packed-refs', '.git/refs/heads/other', '.git/index'],
    ...['.gitignore', 'slides/.gitignore', 'slides/part/.gitignore', 'slides/.gitattributes'],
    ...['.gitmodules', 'slides/.notes/a/.gitignore', 'slides/part/.git/HEAD'],
    'slides/part/.git/commondir',
  ])('%s', async (name) => {
    const path = join(theirs.folder, name)
    mkdirSync(dirname(path), { recursive: true })
    rmSync(path, { force: true })
    execFileSync('mkfifo', [path])
    const { findings } = await readCase(join(theirs.folder, 'slides'))
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/is no file/),
    )
  })

  it('.git itself', async () => {
    execFileSync('mkfifo', [inStranger()])
    const { findings } = await readCase(join(stranger, 'slides'))
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('leads to another repository'),
    )
  })
})

describe('a .git tells nothing of another repository where it is', () => {
  it.each(WAYS)('%s', async (_, make) => {
    make()
    const read = await readCase(join(stranger, 'slides'))
    expect(read.dates).toEqual({})
    expect(JSON.stringify([read.outside, read.findings])).not.toContain('canary')
    expect(read.findings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/leads to another repository|not a git repository/),
    )
  })
})

it.each([
  ...[
    'slides/node_modules/.gitignore',
    'slides/node_modules/a/.gitignore',
    'slides/node_modules/a',
  ],
  ...['slides/.notes/a', 'slides/part/a', 'slides/.notes/a.mdx'],
])('git reads no pipe where nobody reads a case: %s', async (name) => {
  const path = join(theirs.folder, name)
  mkdirSync(dirname(path), { recursive: true })
  execFileSync('mkfifo', [path])
  const { dates } = await readCase(join(theirs.folder, 'slides'))
  expect(dates).toEqual({ published: '2020-03-02', updated: '2020-03-09' })
})

it('waits for no file beside the case that never ends', async () => {
  execFileSync('mkfifo', [join(theirs.folder, '.mailmap')])
  const { dates } = await readCase(join(theirs.folder, 'slides'))
  expect(dates).toEqual({ published: '2020-03-02', updated: '2020-03-09' })
})
