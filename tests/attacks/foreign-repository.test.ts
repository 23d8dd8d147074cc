/** A `.git` that leads to somebody else's repository tells nothing of it. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

it('waits for no file beside the case that never ends', async () => {
  execFileSync('mkfifo', [join(theirs.folder, '.mailmap')])
  const { dates } = await readCase(join(theirs.folder, 'slides'))
  expect(dates).toEqual({ published: '2020-03-02', updated: '2020-03-09' })
})
