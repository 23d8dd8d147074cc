/** What is the same is not built again, and whatever makes it another is built. */
import { execFile } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { root } from '../../../src/node/paths/index.ts'
import { hashOfInputs, keepTold, toldBefore } from '../../../src/node/site/unchanged.ts'
import { makeRepository, type Repository } from '../repository.ts'

const TEXT =
  '# Invented case\n\n## Why\n\nDecision 1: We start small.\n\nEvidence 1a: Six of nine asked.\n'

let repository: Repository

beforeAll(() => {
  repository = makeRepository()
  repository.write({ '1.mdx': TEXT })
  repository.commit('2020-03-02')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})
afterAll(() => repository.remove())

const order = (also: unknown = '/') => ({
  case: repository.case,
  out: join(repository.folder, 'out'),
  also,
})

describe('what an output is made of', () => {
  const changes: readonly [string, () => void][] = [
    ['a word', () => repository.write({ '1.mdx': TEXT.replace('small', 'large') })],
    ['a new file', () => repository.write({ '2.mdx': '## How\n' })],
    ['what git ignores', () => writeFileSync(join(repository.folder, '.gitignore'), '2.mdx\n')],
    ['a new name', () => repository.git('mv', 'slides/1.mdx', 'slides/3.mdx')],
    ['a picture', () => repository.write({ 'map.svg': '<svg/>' })],
    ['a setting', () => repository.write({ 'case.yaml': 'ask: Fund it\n' })],
    ['a commit', () => repository.commit('2020-03-03')],
    ['a tag', () => repository.git('tag', 'board')],
    ['the branch', () => repository.git('checkout', '--quiet', '-b', 'next')],
    ['the day', () => vi.setSystemTime(Date.now() + 24 * 60 * 60 * 1000)],
    ['the browser', () => vi.stubEnv('CHROMIUM_PATH', process.execPath)],
  ]

  it.each(changes)('is other with %s', async (_, change) => {
    const before = await hashOfInputs(order())
    expect(before).toMatch(/^[\da-f]{64}$/)
    expect(await hashOfInputs(order())).toBe(before)
    change()
    expect(await hashOfInputs(order())).not.toBe(before)
  })

  it('is other with what was asked for', async () => {
    expect(await hashOfInputs(order('/x/'))).not.toBe(await hashOfInputs(order()))
  })

  it('is the same where only times, packages and hidden files are other', async () => {
    const before = await hashOfInputs(order())
    const [file = ''] = readdirSync(repository.case).filter((name) => name.endsWith('.mdx'))
    utimesSync(join(repository.case, file), 1, 1)
    mkdirSync(join(repository.case, 'node_modules'))
    writeFileSync(join(repository.case, 'node_modules', 'a.mdx'), '')
    writeFileSync(join(repository.folder, '.gitignore'), 'node_modules\n2.mdx\n')
    expect(await hashOfInputs(order())).toBe(before)
  })

  it('is not known where git does not let itself be asked', async () => {
    const other = makeRepository()
    writeFileSync(join(other.folder, '.git', 'config'), '[core\n')
    expect(await hashOfInputs({ ...order(), case: other.case })).toBeUndefined()
    other.remove()
  })
})

describe('an output', () => {
  const out = () => order().out
  const touches: readonly [string, () => void][] = [
    ['edited', () => appendFileSync(join(out(), 'index.html'), '!')],
    ['without a file', () => rmSync(join(out(), 'index.html'))],
    ['with a file more', () => writeFileSync(join(out(), 'more.html'), '')],
    ['gone', () => rmSync(out(), { recursive: true })],
  ]

  it.each(touches)('that is %s is built again', async (_, touch) => {
    mkdirSync(out(), { recursive: true })
    writeFileSync(join(out(), 'index.html'), 'as it was')
    await keepTold(order(), 'same', 'all is well')
    expect(await toldBefore(order(), 'same')).toBe('all is well')
    expect(await toldBefore(order(), 'other')).toBeUndefined()
    touch()
    expect(await toldBefore(order(), 'same')).toBeUndefined()
  })
})

/** Stops whoever loads what renders, or what starts a browser. */
const NOTHING_IS_MADE = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  registerHooks({ resolve(name, context, next) {
    if (/^(astro|vite|playwright|satteri|pdf-lib)\\b/.test(name)) throw new Error('loads ' + name)
    return next(name, context)
  } })`)}`

it('says the same a second time, and starts neither Astro nor a browser', async () => {
  const own = makeRepository()
  own.write({ '1.mdx': TEXT })
  own.commit('2020-03-02')
  const out = join(own.folder, 'site')
  const build = (...flags: readonly string[]) => {
    const args = [
      ...flags,
      join(root, 'src/cli/index.ts'),
      'build',
      '--case',
      own.case,
      '--out',
      out,
    ]
    return promisify(execFile)(process.execPath, args, { cwd: own.folder })
  }
  const first = await build()
  const page = statSync(join(out, 'index.html'))
  const second = await build('--import', NOTHING_IS_MADE)
  expect(second.stdout).toBe(first.stdout)
  expect(first.stdout).toContain('single-source')
  expect(statSync(join(out, 'index.html')).ino).toBe(page.ino)
  own.write({ '1.mdx': TEXT.replace('small', 'large') })
  await expect(build('--import', NOTHING_IS_MADE)).rejects.toThrow('loads')
  await build()
  expect(statSync(join(out, 'index.html')).ino).not.toBe(page.ino)
  own.remove()
})
