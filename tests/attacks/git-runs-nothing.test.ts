/** Whatever a repository says, git runs none of its programs for us. */
import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { changes } from '../../src/cli/commands/changes.ts'
import { check } from '../../src/cli/commands/check.ts'
import { writeReceipt } from '../../src/cli/commands/receipt.ts'
import { git } from '../../src/node/git/git.ts'
import { stepsPath } from '../../src/node/history/cache.ts'
import { listRenamed } from '../../src/node/history/commits.ts'
import { findSince } from '../../src/node/history/since.ts'
import { occasionsOf } from '../../src/node/read/occasions.ts'
import { type ReadCase, readCase } from '../../src/node/read/read-case.ts'
import { storeOf } from '../../src/node/store/place.ts'
import { testStore } from '../store.ts'
import { makeTrapped, type TrappedRepository } from './traps.ts'

let repository: TrappedRepository

beforeAll(() => {
  repository = makeTrapped()
})
afterEach(() => vi.unstubAllEnvs())
afterAll(() => repository.remove())

/** Reads the case; what git has noted of its files is old, so that it would look into them again. */
async function read(): Promise<ReadCase> {
  for (const file of ['1.mdx', 'more.md']) utimesSync(join(repository.case, file), 1, 1)
  return readCase(repository.case)
}

/** Asks git the rest of what we ever ask of it. */
async function askTheRest(read: ReadCase): Promise<void> {
  const { folder } = read
  await occasionsOf(read)
  await findSince(read, 'v1')
  await listRenamed(folder)
  await check({ case: folder, weakest: true }, () => undefined)
  await changes({ case: folder, since: 'v1', changeFormat: 'text' }, () => undefined)
  await writeReceipt({ case: folder, out: join(folder, 'none'), name: 'Sponsors' }, () => undefined)
  vi.stubEnv('THROUGHLINE_STORE', join(repository.folder, '.throughline'))
  await storeOf(folder)
}

it('has traps that spring for anyone who is not careful', () => {
  const careless = (...args: readonly string[]): void => {
    try {
      execFileSync('git', args, { cwd: repository.folder, stdio: 'ignore', input: '' })
    } catch {
      // A trap is no good program.
    }
  }
  repository.write({ '1.mdx': '# Another\n' })
  utimesSync(join(repository.case, 'more.md'), 1, 1)
  for (const args of [
    'status',
    'diff -- slides/1.mdx',
    'log -p',
    'fetch origin',
    'fetch other',
    'history',
  ])
    careless(...args.split(' '))
  careless('checkout', '--', 'slides/1.mdx')
  expect(repository.sprung()).toEqual(
    expect.arrayContaining([
      ...['alias', 'clean', 'external', 'fsmonitor', 'gpg', 'hook-post-index-change', 'process'],
      ...['protocol', 'smudge', 'ssh', 'textconv'],
    ]),
  )
})

describe('git springs no trap', () => {
  it('of settings, hooks, attributes, aliases or a submodule, and tells what it was asked', async () => {
    const found = await read()
    await askTheRest(found)
    expect(repository.sprung()).toEqual([])
    expect(found.state?.isChanged).toBe(false)
    expect(found.outside.since?.changes).toHaveLength(1)
    expect(found.line?.steps).toHaveLength(2)
  })

  it('of the environment, such as a hook has of another repository', async () => {
    const { trap } = repository
    const traced = trap('traced')
    const named = {
      GIT_DIR: '/nowhere',
      GIT_OBJECT_DIRECTORY: '/nowhere',
      GIT_EXTERNAL_DIFF: trap('external'),
      GIT_PAGER: trap('pager'),
      GIT_SSH: trap('ssh'),
      GIT_SSH_COMMAND: trap('ssh'),
      GIT_ASKPASS: trap('askpass'),
      GIT_PROXY_COMMAND: trap('proxy'),
      GIT_EXEC_PATH: '/nowhere',
      GIT_TRACE: `${traced}-1`,
      GIT_TRACE2: `${traced}-2`,
      GIT_CONFIG_PARAMETERS: `'core.fsmonitor=${trap('fsmonitor')}'`,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: trap('fsmonitor'),
    }
    for (const [name, value] of Object.entries(named)) vi.stubEnv(name, value)
    expect((await read()).line?.steps).toHaveLength(2)
    expect(repository.sprung()).toEqual([])
    expect(readdirSync(join(traced, '..')).filter((name) => /^traced-/.test(name))).toEqual([])
  })

  it('of a repository without a working tree that lies in the case', async () => {
    cpSync(join(repository.folder, '.git'), repository.case, { recursive: true })
    const config = join(repository.case, 'config')
    const text = readFileSync(config, 'utf8').replace('bare = false', 'bare = true')
    writeFileSync(config, text)
    const { line, findings } = await read()
    expect(repository.sprung()).toEqual([])
    expect(line).toBeUndefined()
    expect(findings.find(({ check }) => check === 'history')?.message).toContain('bare')
    rmSync(join(repository.case, 'HEAD'))
  })

  it('of a partial clone, which would fetch what it lacks', async () => {
    const blob = repository.git('rev-parse', 'v1:slides/1.mdx')
    rmSync(join(repository.folder, '.git', 'objects', blob.slice(0, 2), blob.slice(2)))
    rmSync(stepsPath(repository.case, testStore, (await read()).readers), { force: true })
    await read()
    expect(repository.sprung()).toEqual([])
    expect(() => repository.git('cat-file', 'blob', blob)).toThrow()
    expect(repository.sprung()).toEqual(['protocol'])
  })

  it('of the case folder, which may hold a program called git', async () => {
    cpSync(repository.trap('git'), join(repository.case, 'git'))
    vi.stubEnv('PATH', `:${process.env.PATH}`)
    expect((await git(repository.case, ['rev-parse', 'HEAD'])).length).toBeGreaterThan(0)
    expect(repository.sprung()).toEqual([])
  })

  it('since no other code starts git', () => {
    const files = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /\.(?:ts|mjs|astro)$/.test(file.name))
      .map(({ parentPath, name }) => join(parentPath, name))
    const starting = files.filter((file) =>
      /\b(?:spawn|exec\w*|fork|run)\(\s*['"`]git\b/.test(readFileSync(file, 'utf8')),
    )
    expect(starting).toEqual([join('src', 'node', 'git', 'git.ts')])
  })
})
