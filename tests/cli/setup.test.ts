/** The set-up, in a small project of its own with an npm that needs no network. */
import { spawn } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setUpBrowser } from '../../src/cli/setup/browser.mjs'
import { root } from '../../src/node/paths/index.ts'

const LOCK = JSON.stringify({
  packages: {
    '': {},
    'node_modules/one': { version: '1.0.0' },
    'node_modules/elsewhere': { version: '1.0.0', optional: true },
  },
})
const INSTALLED = JSON.stringify({ packages: { 'node_modules/one': { version: '1.0.0' } } })

/** Lines of the stand-in for npm that install everything, Node included. */
const INSTALL = `
  mkdir -p node_modules
  echo '${INSTALLED}' > node_modules/.package-lock.json`

const REFUSE = `
  echo 'npm error Missing: @scope/binding-other@1.0.0 from lock file' >&2
  exit 1`

/** What of the sources the set-up is made of. */
const SET_UP = [
  'cli/setup.mjs',
  'cli/setup',
  'node/run/progress.mjs',
  'node/browser/find-browser.mjs',
]

let project: string

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'setup-'))
  const src = join(project, 'src')
  for (const name of SET_UP) await cp(join(root, 'src', name), join(src, name), { recursive: true })
  await writeFile(join(project, 'package-lock.json'), LOCK)
  await writeCommand(`console.log('ran', ...process.argv.slice(2))`)
  await writeNpm({ ci: INSTALL })
})
afterEach(() => rm(project, { recursive: true }))

function writeCommand(code: string): Promise<void> {
  return writeFile(join(project, 'src', 'cli', 'index.ts'), code)
}

/** An npm that notes how it was called, and does what the test says for each of its commands. */
async function writeNpm(scripts: Readonly<Record<string, string>>): Promise<void> {
  const cases = Object.entries(scripts).map(([name, lines]) => `${name}) ${lines}\n;;`)
  const npm = join(project, 'bin', 'npm')
  await mkdir(join(project, 'bin'), { recursive: true })
  const lines = ['#!/bin/sh', 'echo "$*" >> calls', 'case "$1" in', ...cases, 'esac']
  await writeFile(npm, lines.join('\n'))
  await chmod(npm, 0o755)
}

/** How npm was called, without the options that are always the same. */
async function calls(): Promise<readonly string[]> {
  const text = await readFile(join(project, 'calls'), 'utf8').catch(() => '')
  return text
    .split('\n')
    .flatMap((line) => (line ? [line.replace(/ --(include|no-[af]).*/, '')] : []))
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function setUp(args: readonly string[], onOut?: (kill: (s: NodeJS.Signals) => void) => void) {
  const path = [join(project, 'bin'), '/usr/bin', '/bin'].join(delimiter)
  const child = spawn(process.execPath, [join(project, 'src/cli/setup.mjs'), ...args], {
    cwd: project,
    env: { PATH: path },
  })
  let [out, err] = ['', '']
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  child.stdout.on('data', (chunk) => {
    out += chunk
    onOut?.((signal) => child.kill(signal))
  })
  return new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

test('installs what is missing, then runs the command on the own Node', async () => {
  const { code, out, err } = await setUp(['check', '--case', 'x'])
  expect(code).toBe(0)
  expect(out).toBe('ran check --case x\n')
  expect(err).toMatch(
    /^Installing packages …\nInstalling packages: \d+\.\d s\nSet up: packages\.\n$/,
  )
  expect(await calls()).toEqual(['ci'])
})

test('sets up nothing the second time, and says so in one line', async () => {
  await setUp(['check'])
  const { err } = await setUp(['check'])
  expect(err).toBe('Everything is set up.\n')
  expect(await calls()).toEqual(['ci'])
})

test('installs again when the lock file asks for another version', async () => {
  await setUp(['check'])
  await writeFile(join(project, 'package-lock.json'), LOCK.replaceAll('1.0.0', '1.0.1'))
  await setUp(['check'])
  expect(await calls()).toEqual(['ci', 'ci'])
})

test('survives a lock file without the packages of other platforms, and keeps it', async () => {
  const touch = `echo '{}' > package-lock.json`
  await writeNpm({ ci: REFUSE, install: `${INSTALL}\n${touch}` })
  const { code } = await setUp(['check'])
  expect(code).toBe(0)
  expect(await calls()).toEqual(['ci', 'install --no-save'])
  expect(await readFile(join(project, 'package-lock.json'), 'utf8')).toBe(LOCK)
})

test('stops at any other failure of npm, with its words and the way on', async () => {
  await writeNpm({ ci: `echo 'npm error network no route' >&2; exit 1`, install: INSTALL })
  const { code, out, err } = await setUp(['check'])
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toContain('npm ci failed:\n  npm error network no route\nMend it with: npm ci\n')
  expect(await calls()).toEqual(['ci'])
})

/** A package of Node as npm lays it out, whose Node says that it was here. */
async function bringNode(name: string): Promise<void> {
  const folder = join(project, 'node_modules', name)
  await mkdir(join(folder, 'bin'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{}')
  const node = join(folder, 'bin', 'node')
  await writeFile(node, `#!/bin/sh\necho own\nexec '${process.execPath}' "$@"\n`)
  await chmod(node, 0o755)
}

test('runs on the Node that npm brought along, though no install script ran', async () => {
  await bringNode(`node-${process.platform}-${process.arch}`)
  expect((await setUp(['check'])).out).toBe('own\nran check\n')
})

test('runs on the Node of the machine where npm brought none for it', async () => {
  await bringNode('node-other-x64')
  expect((await setUp(['check'])).out).toBe('ran check\n')
})

test('gives what serves a room less memory for what is gone at once, and no other command', async () => {
  await writeCommand('console.log(...process.execArgv)')
  expect((await setUp(['check'])).out).toBe('\n')
  expect((await setUp(['present', '--help'])).out).toBe(
    '--max-semi-space-size=1 --optimize-for-size\n',
  )
})

test('passes the exit code through', async () => {
  await writeCommand('process.exit(7)')
  expect((await setUp(['check'])).code).toBe(7)
})

test.each(['SIGINT', 'SIGTERM'] as const)('passes %s through', async (signal) => {
  await writeCommand(`
    process.on('${signal}', () => { console.log('told'); process.exit(3) })
    setTimeout(() => {}, 30_000)
    console.log('ready')`)
  let asked = false
  const { code, out } = await setUp(['check'], (kill) => {
    if (!asked) kill(signal)
    asked = true
  })
  expect(out).toBe('ready\ntold\n')
  expect(code).toBe(3)
})

test('ends as a shell would when a signal ends the command', async () => {
  await writeCommand(`setTimeout(() => {}, 30_000); console.log('ready')`)
  expect((await setUp(['check'], (kill) => kill('SIGTERM'))).code).toBe(143)
})

test('takes the browser that is there', async () => {
  const browser = await setUpBrowser({ find: () => '/some/chrome', ways: [] })
  expect(browser).toEqual({ path: '/some/chrome', installed: false })
})

test('tries one way after the other to install a browser', async () => {
  let found: string | undefined
  const way = (name: string, path?: string) => ({
    name,
    command: name,
    install: async () => {
      found = path
      return { ok: path !== undefined, output: 'refused' }
    },
  })
  const ways = [way('first'), way('second', process.execPath), way('third')]
  const starts = () => true
  const browser = await setUpBrowser({ find: () => found, ways, starts })
  expect(browser).toEqual({ path: process.execPath, installed: true })
})

test('says what was tried when there is no browser, and one command to mend it', async () => {
  const install = async () => ({ ok: false, output: 'Error: 403 refused\n' })
  const ways = [{ name: 'Downloading', command: 'npx playwright install chromium', install }]
  const none = setUpBrowser({ find: () => undefined, ways })
  await expect(none).rejects.toThrow(/Tried:\n(?:- .*\n)+ {2}Error: 403 refused\nMend it with: /)
})
