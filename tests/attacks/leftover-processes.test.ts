/** However a command ends, nothing that it has started goes on. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../src/node/paths/index.ts'
import { COMMAND } from '../bench/run.ts'
import { fillStore } from '../site/built.ts'
import { type Running, runningBelow, stillRunning } from './processes.ts'

const TEXT =
  '# A case\n\n## Why\n\nWords (1a).\n\n```mermaid\nflowchart LR\n  a --> b\n```\n\n## Key decisions\n\nDecision 1: Yes.\n\nEvidence 1a: So.\n'

const BROWSER = '--headless'
const RENDERING = join('render', 'process.ts')

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leftover-'))
  await mkdir(join(folder, 'case'))
  await writeFile(join(folder, 'case', '1.mdx'), TEXT)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A program that starts another one and waits for it, as office programs do. */
async function writeHanging(name: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, '#!/bin/sh\nsleep 601 &\nwait\n')
  await chmod(path, 0o755)
  return path
}

interface Watched {
  /** Words in the commands of what must run before something happens. */
  readonly until?: readonly string[]
  /** What then happens; absent where the command ends by itself. */
  readonly signal?: NodeJS.Signals
  readonly env?: NodeJS.ProcessEnv
}

let runs = 0

/** Runs a program, and resolves to how it ended and to what was seen below it and still runs. */
async function leftBy(
  args: readonly string[],
  { until = [], signal, env = {} }: Watched,
): Promise<{ readonly code: number | string | null; readonly left: () => readonly string[] }> {
  runs += 1
  // Nothing was drawn before, so that each needs a browser. Vitest's own words would reach the pages.
  const { NODE_ENV, VITEST, ...own } = process.env
  const store = join(folder, `kept-${runs}`)
  await fillStore(store)
  const child = spawn(process.execPath, [...args], {
    env: { ...own, THROUGHLINE_STORE: store, ...env },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const seen = new Map<number, Running>()
  const look = () => {
    const below = runningBelow(child.pid ?? 0)
    for (const one of below) seen.set(one.id, one)
    return below.map(({ command }) => command)
  }
  const isThere = (words: string) => look().some((command) => command.includes(words))
  await expect
    .poll(() => until.every(isThere) || hasEnded(child), { timeout: 100_000, interval: 200 })
    .toBe(true)
  if (signal) child.kill(signal)
  const watching = setInterval(look, 100)
  const [code, by] = await ended
  clearInterval(watching)
  for (const words of until)
    expect([...seen.values()].some(({ command }) => command.includes(words))).toBe(true)
  const left = () => stillRunning([...seen.values()]).map(({ command }) => command)
  return { code: by ?? code, left }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

function typed(command: string, out: string): readonly string[] {
  return [
    COMMAND,
    ...command.split(' '),
    '--case',
    join(folder, 'case'),
    '--out',
    join(folder, out),
  ]
}

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGKILL', 'SIGKILL'],
] as const)(
  'a build that %s ends leaves nothing',
  async (signal, expected) => {
    const { code, left } = await leftBy(typed('build', 'site'), {
      until: [BROWSER, RENDERING],
      signal,
    })
    expect(code).toBe(expected)
    await expect.poll(left, { timeout: 90_000 }).toEqual([])
  },
  200_000,
)

it('a build whose browser does not start leaves nothing', async () => {
  const env = { CHROMIUM_PATH: '/bin/false' }
  // It ends at once, so that nobody can wait for what it starts.
  const { code, left } = await leftBy(typed('build', 'site'), { env })
  expect(code).toBe(1)
  await expect.poll(left, { timeout: 90_000 }).toEqual([])
  expect(await readdir(join(folder))).not.toContain('site')
}, 200_000)

it('a build that ends while its browser hangs leaves nothing', async () => {
  const env = { CHROMIUM_PATH: await writeHanging('browser') }
  const ended = leftBy(typed('build', 'site'), { until: ['sleep 601'], signal: 'SIGTERM', env })
  const { code, left } = await ended
  expect(code).toBe(143)
  await expect.poll(left, { timeout: 90_000 }).toEqual([])
}, 200_000)

it('a build whose browser never answers gives up, and leaves nothing', async () => {
  const env = { CHROMIUM_PATH: await writeHanging('browser'), THROUGHLINE_PATIENCE: '0.01' }
  const { code, left } = await leftBy(typed('build', 'site'), { until: ['sleep 601'], env })
  expect(code).toBe(1)
  await expect.poll(left, { timeout: 90_000 }).toEqual([])
}, 200_000)

it('an export that is done leaves nothing', async () => {
  const { code, left } = await leftBy(typed('export docx', 'a.docx'), { until: [BROWSER] })
  expect(code).toBe(0)
  await expect.poll(left, { timeout: 90_000 }).toEqual([])
}, 200_000)

it.each([
  ['SIGTERM', 143],
  ['SIGKILL', 'SIGKILL'],
] as const)(
  'an export that %s ends leaves no office program',
  async (signal, expected) => {
    const env = { SOFFICE_PATH: await writeHanging('soffice') }
    const { code, left } = await leftBy(typed('export odt', 'a.odt'), {
      until: ['sleep 601'],
      signal,
      env,
    })
    expect(code).toBe(expected)
    await expect.poll(left, { timeout: 90_000 }).toEqual([])
  },
  200_000,
)

it('a session of dev that ends while its browser hangs leaves nothing', async () => {
  const args = [COMMAND, 'dev', '--case', join(folder, 'case'), '--port', '0']
  const env = { CHROMIUM_PATH: await writeHanging('browser') }
  const { code, left } = await leftBy(args, { until: ['sleep 601'], signal: 'SIGTERM', env })
  expect(code).toBe(143)
  await expect.poll(left, { timeout: 90_000 }).toEqual([])
}, 200_000)

it('a set-up that is stopped leaves nothing of what it installs', async () => {
  const script = join(folder, 'install.mjs')
  const run = join(root, 'src', 'cli', 'setup', 'run.mjs')
  const npm = await writeHanging('npm')
  await writeFile(
    script,
    `import { run } from ${JSON.stringify(run)}\nawait run(${JSON.stringify(npm)}, ['ci'])\n`,
  )
  const { code, left } = await leftBy([script], { until: ['sleep 601'], signal: 'SIGTERM' })
  expect(code).toBe(143)
  await expect.poll(left, { timeout: 90_000 }).toEqual([])
}, 200_000)

it('a session of dev that is killed leaves nothing', async () => {
  const args = [COMMAND, 'dev', '--case', join(folder, 'case'), '--port', '0']
  const { code, left } = await leftBy(args, { until: [BROWSER], signal: 'SIGKILL' })
  expect(code).toBe('SIGKILL')
  await expect.poll(left, { timeout: 90_000 }).toEqual([])
}, 200_000)

it('what the set-up has started ends with it, also where that is killed', async () => {
  const script = join(folder, 'start.mjs')
  const setup = join(root, 'src', 'cli', 'setup', 'start.mjs')
  const [command, ...args] = typed('build', 'site')
  await writeFile(
    script,
    `import { start } from ${JSON.stringify(setup)}\nstart(${JSON.stringify([command, ...args])}, undefined)\n`,
  )
  const { code, left } = await leftBy([script], { until: [BROWSER, RENDERING], signal: 'SIGKILL' })
  expect(code).toBe('SIGKILL')
  await expect.poll(left, { timeout: 90_000 }).toEqual([])
}, 200_000)
