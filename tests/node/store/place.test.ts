/** What is kept lies with the user, and is nobody else's: a case brings none of it. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { storeMeasured } from '../../../src/node/fit/stored-findings.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { storeFolder } from '../../../src/node/store/index.ts'
import { storeOf } from '../../../src/node/store/place.ts'

let place: string
let caseFolder: string
/** What was said to whoever typed the command. */
let said: string

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'place-'))
  caseFolder = join(place, 'cases', 'first')
  await mkdir(caseFolder, { recursive: true })
  vi.stubEnv('THROUGHLINE_STORE', undefined)
  vi.stubEnv('XDG_CACHE_HOME', undefined)
  vi.stubEnv('LOCALAPPDATA', join(place, 'local'))
  vi.stubEnv('HOME', join(place, 'home'))
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
    said += words
    return true
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  await rm(place, { recursive: true })
})

function onPlatform(name: NodeJS.Platform): void {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(name)
}

const git = (...args: readonly string[]) =>
  execFileSync('git', [...args], { cwd: place, encoding: 'utf8' })

/** What is another store for this run alone; removes it. */
async function expectTemporary(store: string): Promise<void> {
  expect(store.startsWith(join(tmpdir(), 'throughline-store-'))).toBe(true)
  expect(existsSync(store)).toBe(true)
  await rm(store, { recursive: true })
}

describe('the store of a user', () => {
  test.each<readonly [NodeJS.Platform, string]>([
    ['linux', 'home/.cache/throughline'],
    ['darwin', 'home/Library/Caches/throughline'],
    ['win32', 'local/throughline'],
  ])('lies where programs keep things on %s, and not with the case', async (platform, path) => {
    onPlatform(platform)
    expect(await storeOf(caseFolder)).toBe(join(place, path))
    expect(await readdir(join(place, 'cases'))).toEqual(['first'])
    expect(said).toBe('')
  })

  test('lies where XDG_CACHE_HOME says, if that is a whole path', async () => {
    onPlatform('linux')
    vi.stubEnv('XDG_CACHE_HOME', join(place, 'said'))
    expect(await storeOf(caseFolder)).toBe(join(place, 'said', 'throughline'))
    vi.stubEnv('XDG_CACHE_HOME', 'said')
    expect(await storeOf(caseFolder)).toBe(join(place, 'home', '.cache', 'throughline'))
  })

  test('may be read and written by nobody else', async () => {
    expect((await stat(await storeOf(caseFolder))).mode & 0o777).toBe(0o700)
  })

  test('keeps each case apart, however many one process reads', async () => {
    const other = join(place, 'others', 'second')
    for (const folder of [caseFolder, other]) {
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, '1.mdx'), '# A case\n\n## Why\n\nBecause.\n')
    }
    const [one, two] = await Promise.all([readCase(caseFolder), readCase(other)])
    await storeMeasured(one, [])
    await storeMeasured(two, [])
    expect(one.store).toBe(two.store)
    expect(await readdir(storeFolder(one.store, 'measured'))).toHaveLength(2)
  })

  test('is another one for this run alone where others may write, and that is said', async () => {
    const store = join(place, 'home', '.cache', 'throughline')
    await mkdir(store, { recursive: true })
    chmodSync(store, 0o777)
    await expectTemporary(await storeOf(caseFolder))
    expect(said).toContain(
      `Nothing in ${store} is used, since others may write there. Mend it with: chmod go-w "${store}"`,
    )
  })

  test('is another one for this run alone where it belongs to another user', async () => {
    await mkdir(join(place, 'home', '.cache', 'throughline'), { recursive: true })
    vi.spyOn(process, 'geteuid').mockReturnValue(4711)
    await expectTemporary(await storeOf(caseFolder))
    expect(said).toContain('since it belongs to another user. Mend it: delete it')
  })

  test.each([
    ['has no home', '', /^Nothing is kept, since you have no home: .*THROUGHLINE_STORE/m],
    ['has a home that is a file', 'file', /^Nothing is kept in .*, since a file is where/m],
  ])('is one for this run alone where the user %s', async (_, home, expected) => {
    if (home !== '') await writeFile(join(place, home), '')
    vi.stubEnv('HOME', home && join(place, home))
    await expectTemporary(await storeOf(caseFolder))
    expect(said).toMatch(expected)
  })
})

describe('the folder that THROUGHLINE_STORE names', () => {
  test('is the store, whatever the case', async () => {
    vi.stubEnv('THROUGHLINE_STORE', join(place, 'named'))
    expect(await storeOf(caseFolder)).toBe(join(place, 'named'))
  })

  test('may lie in the repository of the case, and is never committed there', async () => {
    git('init', '--quiet')
    const store = join(place, '.throughline')
    await mkdir(store)
    vi.stubEnv('THROUGHLINE_STORE', store)
    expect(await storeOf(caseFolder)).toBe(store)
    await writeFile(join(store, 'kept.json'), '{}')
    expect(await readFile(join(store, '.gitignore'), 'utf8')).toBe('*\n')
    expect(git('status', '--porcelain', '--untracked-files=all')).toBe('')
  })

  /** Has git track a file of what would be kept. */
  async function trackStore(folder = '.throughline'): Promise<void> {
    await mkdir(join(place, folder), { recursive: true })
    await writeFile(join(place, folder, 'evil.json'), '{}')
    git('add', '--force', folder)
  }

  // Matches why nothing in it is used: each says what to do.
  const RE_MENDS =
    /git tracks it\. Mend it with: git rm -r --cached \S+$|whether git tracks it \(.*index.*\)\. Mend that/m

  test.each([
    ['git tracks a file of it', '.throughline', () => trackStore()],
    ['git tracks it in other letters', '.throughline', () => trackStore('.Throughline')],
    [
      'git tracks it in the folder of a package',
      'cases/.throughline',
      async () => {
        await writeFile(join(place, 'cases', 'package.json'), '{}')
        await trackStore('cases/.throughline')
      },
    ],
    [
      'git tracks it as a link',
      '.throughline',
      async () => {
        await mkdir(join(place, 'elsewhere'))
        await symlink('elsewhere', join(place, '.throughline'))
        git('add', '.throughline')
      },
    ],
    [
      'git tracks what a link leads to',
      'link/kept',
      async () => {
        await trackStore('elsewhere/kept')
        await symlink('elsewhere', join(place, 'link'))
      },
    ],
    [
      'git cannot say',
      '.throughline',
      async () => {
        await trackStore()
        await writeFile(join(place, '.git', 'index'), 'damaged')
      },
    ],
  ])('is another one for this run alone where %s, and that is said', async (_, named, make) => {
    git('init', '--quiet')
    await make()
    vi.stubEnv('THROUGHLINE_STORE', join(place, named))
    await expectTemporary(await storeOf(caseFolder))
    expect(said).toMatch(RE_MENDS)
  })
})
