/** The package as npm makes it, and as it works where somebody has installed it. */
import { execFile, execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
} from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../src/node/paths/index.ts'
import { importPaths } from '../core/imports.ts'
import { testStore } from '../store.ts'

const run = promisify(execFile)

/** What it holds, at its top. */
const CONTENT = ['LICENSE', 'README.md', 'astro.config.mjs', 'lib', 'package.json', 'public']

// Matches what npm and Vitest say to the programs that they start.
const RE_OF_OTHERS =
  /^(?:npm_|INIT_CWD|THROUGHLINE_|VITEST|(?:NODE_ENV|TEST|MODE|DEV|PROD|SSR|BASE_URL)$)/

/** A second case, invented and short. */
const OTHER = `# The other case

## Why

Decision 1: We start with one team.

Evidence 1a: Six of nine people asked for it. 🎉

\`\`\`mermaid
flowchart LR
  A[Ask] --> B[Answer]
\`\`\`
`

/** What npm knows of packages, by their paths. */
interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>
}

let env: NodeJS.ProcessEnv
let place: string
/** A repository with the tool, of a name that is as odd as can be. */
let home: string
/** Another one, without it. */
let other: string
let packed: { readonly size: number; readonly files: readonly { readonly path: string }[] }

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'pack-'))
  const own = Object.entries(process.env).filter(([name]) => !RE_OF_OTHERS.test(name))
  env = { ...Object.fromEntries(own), XDG_CACHE_HOME: join(place, 'cache') }
  home = join(place, `Zoë's 50% "C#" cases`)
  other = join(place, 'other')
  for (const folder of [home, other]) {
    await mkdir(folder)
    execFileSync('git', ['init', '--quiet'], { cwd: folder })
  }
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', place], {
    cwd: root,
    env: { ...env, THROUGHLINE_STORE: testStore },
    maxBuffer: 2 ** 26,
  })
  // What the step before says stands in front of it.
  packed = Object.values(JSON.parse(stdout.slice(stdout.search(/^[[{]/m))))[0] as typeof packed
  await install(join(home, 'node_modules'))
  await mkdir(join(other, 'a case?'))
  await writeFile(join(other, 'a case?', '1.mdx'), OTHER)
})
afterAll(() => rm(place, { recursive: true, force: true }))

/** As npm lays it out, without asking a registry: what the checkout has for users, and the package. */
async function install(folder: string): Promise<void> {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  const wanted = Object.entries(lock.packages).flatMap(([path, { dev }]) =>
    path && !dev && existsSync(join(root, path)) ? [path.slice('node_modules/'.length)] : [],
  )
  // What lies in a package comes with it.
  const outer = wanted.filter((name) => !name.includes('node_modules/'))
  for (const name of outer) linkAll(join(root, 'node_modules', name), join(folder, name))
  await mkdir(join(folder, 'throughline'), { recursive: true })
  const [tarball = ''] = (await readdir(place)).filter((name) => name.endsWith('.tgz'))
  const unpack = ['-xzf', join(place, tarball), '--strip-components=1']
  execFileSync('tar', unpack, { cwd: join(folder, 'throughline') })
  await mkdir(join(folder, '.bin'))
  const { bin } = JSON.parse(readFileSync(join(folder, 'throughline', 'package.json'), 'utf8'))
  await symlink(join('..', 'throughline', bin.throughline), join(folder, '.bin', 'throughline'))
  const note = { 'node_modules/throughline': { resolved: `file:../${tarball}` } }
  await writeFile(join(folder, '.package-lock.json'), JSON.stringify({ packages: note }))
}

/** Copies a folder without taking room, where that can be. */
function linkAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const target = join(to, path.slice(from.length))
    if (entry.isDirectory()) mkdirSync(target)
    if (entry.isFile()) linkOrCopy(path, target)
  }
}

function linkOrCopy(path: string, target: string): void {
  try {
    linkSync(path, target)
  } catch {
    copyFileSync(path, target) // On another disk.
  }
}

/** What a person types there. */
const throughline = (...args: readonly string[]) =>
  run('npx', ['--no-install', 'throughline', ...args], { cwd: home, env, maxBuffer: 2 ** 26 })

/** The same with the code as it stands in the checkout. */
const fromCheckout = (...args: readonly string[]) =>
  run(process.execPath, ['src/cli/index.ts', ...args], {
    cwd: root,
    env: { ...env, THROUGHLINE_STORE: testStore },
    maxBuffer: 2 ** 26,
  })

/** Every file below a folder with its bytes, in Base64. */
async function contentOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  const read = paths.map(async (path) => [
    path.slice(folder.length + 1),
    (await readFile(path)).toString('base64'),
  ])
  return Object.fromEntries(await Promise.all(read))
}

/** Compares file for file, and says which differ. */
async function expectSame(one: string, two: string): Promise<void> {
  const [a, b] = await Promise.all([contentOf(one), contentOf(two)])
  expect(Object.keys(a).toSorted()).toEqual(Object.keys(b).toSorted())
  expect(Object.keys(a).filter((file) => a[file] !== b[file])).toEqual([])
  expect(Object.keys(a)).toContain('index.html')
}

describe('the package', () => {
  it('is no larger than 3 MB', () => expect(packed.size).toBeLessThan(3_000_000))

  it('holds what runs, and no tests, pictures or sources', () => {
    const folders = new Set(packed.files.map(({ path }) => path.replace(/\/.*/, '')))
    expect([...folders].toSorted()).toEqual(CONTENT)
    const scripts = packed.files.filter(({ path }) => /(?<!\.d)\.ts$/.test(path))
    expect(scripts).toEqual([])
  })

  it('has the types of what can be imported, and of all that these name', async () => {
    const types = packed.files.flatMap(({ path }) => (path.endsWith('.d.ts') ? [path] : []))
    expect(types).toContain('lib/core/assemble.d.ts')
    const tool = join(home, 'node_modules', 'throughline')
    const named = types.flatMap((path) =>
      importPaths(readFileSync(join(tool, path), 'utf8'))
        .filter((other) => other.startsWith('.'))
        .map((other) => posix.join(posix.dirname(path), other.replace(/ts$/, 'd.ts'))),
    )
    expect(named.filter((path) => !types.includes(path))).toEqual([])
  })

  it('asks for no more than 400 packages and 650 MB of them', async () => {
    const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lock
    const wanted = Object.entries(packages).filter(
      ([path, { dev }]) => path && !dev && existsSync(join(root, path)),
    )
    expect(wanted.length).toBeLessThanOrEqual(400)
    const files = await readdir(join(home, 'node_modules'), {
      recursive: true,
      withFileTypes: true,
    })
    const sizes = files.map((file) =>
      file.isFile() ? lstatSync(join(file.parentPath, file.name)).size : 0,
    )
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    expect(bytes / 1e6).toBeGreaterThan(100)
    expect(bytes / 1e6).toBeLessThan(650)
  })

  it('holds the manual as a page', async () => {
    const page = join(home, 'node_modules', 'throughline', 'lib', 'manual', 'index.html')
    expect(await readFile(page, 'utf8')).toContain('id="undefined-citation"')
  })
})

describe('where it is installed', () => {
  it('begins a case, checks it, and builds two at once as the checkout does', async () => {
    await throughline('new', 'case', '.')
    expect((await throughline('check')).stdout).toContain('Found ')
    const [here, there] = [join(home, 'the site #1'), join(other, '100% done')]
    const elsewhere = join(other, 'a case?')
    await Promise.all([
      throughline('build', '--out', here),
      throughline('build', '--case', elsewhere, '--out', there),
    ])
    for (const [folder, out] of [
      [join(home, 'slides'), here] as const,
      [elsewhere, there] as const,
    ]) {
      const same = await mkdtemp(join(place, 'same-'))
      await fromCheckout('build', '--case', folder, '--out', same)
      await expectSame(out, same)
    }
  })

  it('writes nothing below node_modules, and nothing that git sees but the output', async () => {
    const ours = await readdir(join(home, 'node_modules', 'throughline'))
    expect(ours.toSorted()).toEqual(CONTENT)
    const seen = execFileSync('git', ['status', '--porcelain'], { cwd: other, encoding: 'utf8' })
    expect(seen.split('\n').filter(Boolean)).toEqual(['?? "100% done/"', '?? "a case?/"'])
    expect(await readdir(join(place, 'cache', 'throughline'))).toContain('printed')
  })

  it('says which version it is', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect((await throughline('--version')).stdout.trim()).toBe(version)
  })
})
