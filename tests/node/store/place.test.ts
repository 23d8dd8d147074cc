/** What is kept of a case lies with the case, and is nobody else's. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { storeMeasured } from '../../../src/node/fit/stored-findings.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { storeFolder } from '../../../src/node/store/index.ts'
import { hideFromGit, storeOf } from '../../../src/node/store/place.ts'

let place: string
let caseFolder: string

beforeEach(async () => {
  vi.stubEnv('THROUGHLINE_STORE', undefined)
  place = await mkdtemp(join(tmpdir(), 'place-'))
  caseFolder = join(place, 'cases', 'first')
  await mkdir(caseFolder, { recursive: true })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(place, { recursive: true })
})

const git = (...args: readonly string[]) =>
  execFileSync('git', [...args], { cwd: place, encoding: 'utf8' })

/** Has git track a file of what would be kept. */
async function trackStore(): Promise<void> {
  await mkdir(join(place, '.throughline'))
  await writeFile(join(place, '.throughline', 'evil.json'), '{}')
  git('add', '--force', '.throughline')
}

test('lies at the top of the repository, and is never committed', async () => {
  git('init', '--quiet')
  expect(await storeOf(caseFolder)).toBe(join(place, '.throughline'))
  await writeFile(join(place, '.throughline', 'kept.json'), '{}')
  expect(git('status', '--porcelain', '--untracked-files=all')).toBe('')
})

test('is never committed either where only output goes there', async () => {
  git('init', '--quiet')
  const out = join(place, '.throughline', 'internal')
  await hideFromGit(out)
  await mkdir(out)
  await writeFile(join(out, 'index.html'), 'For the team')
  expect(git('status', '--porcelain', '--untracked-files=all')).toBe('')
  await hideFromGit(join(place, 'dist'))
  expect(existsSync(join(place, 'dist'))).toBe(false)
})

test('lies beside the case where there is no repository', async () => {
  expect(await storeOf(caseFolder)).toBe(join(place, 'cases', '.throughline'))
})

test('is the folder that THROUGHLINE_STORE names, whatever the case', async () => {
  vi.stubEnv('THROUGHLINE_STORE', join(place, 'named'))
  expect(await storeOf(caseFolder)).toBe(join(place, 'named'))
})

test('is that of each case, however many one process reads', async () => {
  const other = join(place, 'others', 'second')
  for (const folder of [caseFolder, other]) {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '1.mdx'), '# A case\n\n## Why\n\nBecause.\n')
  }
  const [one, two] = await Promise.all([readCase(caseFolder), readCase(other)])
  await storeMeasured(one, [])
  await storeMeasured(two, [])
  expect([one.store, two.store]).toEqual(
    ['cases', 'others'].map((name) => join(place, name, '.throughline')),
  )
  for (const { store } of [one, two])
    expect(await readdir(storeFolder(store, 'measured'))).toHaveLength(1)
})

test('is taken as it is where git does not track it', async () => {
  git('init', '--quiet')
  await mkdir(join(place, '.throughline'))
  expect(await storeOf(caseFolder)).toBe(join(place, '.throughline'))
  expect(await readFile(join(place, '.throughline', '.gitignore'), 'utf8')).toBe('*\n')
})

// Matches why nothing in it is used: each says what to do.
const RE_MENDS =
  /git tracks it\. Mend it with: git rm -r --cached \.throughline|it is no folder\. Mend it: delete it|whether git tracks it \(.*index.*\)\. Mend that/

test.each([
  ['git tracks a file of it', trackStore],
  [
    'git tracks it as a link',
    async () => {
      await mkdir(join(place, 'elsewhere'))
      await symlink('elsewhere', join(place, '.throughline'))
      git('add', '.throughline')
    },
  ],
  ['it is a file', () => writeFile(join(place, '.throughline'), '')],
  [
    'git cannot say',
    async () => {
      await trackStore()
      await writeFile(join(place, '.git', 'index'), 'damaged')
    },
  ],
])('is another one for this run alone where %s, and that is said', async (_, make) => {
  git('init', '--quiet')
  await make()
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const store = await storeOf(caseFolder)
  expect(store.startsWith(join(tmpdir(), 'throughline-store-'))).toBe(true)
  expect(existsSync(store)).toBe(true)
  expect(said.mock.calls.join()).toMatch(RE_MENDS)
  said.mockRestore()
  await rm(store, { recursive: true })
})
