/** Cases built once for all tests that look at them, and once more only when code or case change. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { root } from '../../src/node/paths/index.ts'
import { testStore } from '../store.ts'

const run = promisify(execFile)

/** Nobody publishes it, and a clean clone has none. */
const BUILT = join(testStore, 'built')

/** What a site is made of, besides its case. */
const CODE = ['src', 'public', 'astro.config.mjs', 'package-lock.json']

/** Cases of whose handouts no test reads one: four of five are not printed. */
const FOR_PAGES = ['tests/fixtures/specimen', 'tests/fixtures/strong']

/**
 * The folder of a built case; builds it where nobody has. Test files run side by side, and so wait for
 * the first that asks.
 *
 * @param folder from the project's folder: `slides`, `tests/fixtures/strong`
 * @throws Where the case does not build.
 */
export async function builtCase(folder = 'slides'): Promise<string> {
  const name = basename(folder)
  const out = join(BUILT, `${name}-${await stateOf(folder)}`)
  await mkdir(BUILT, { recursive: true })
  while (!existsSync(out)) {
    const lock = await lockedFor(out)
    if (!lock) {
      await setTimeout(100)
      continue
    }
    try {
      await forgetOlder(`${name}-`, out)
      await build(folder, out)
    } finally {
      await lock()
    }
  }
  return out
}

/**
 * Fills a store in which nothing of any case is kept: only our pages and scripts, bundled for
 * every theme and base. `render.test.ts` proves that no word of a case is in them.
 */
export async function fillStore(store: string): Promise<void> {
  await builtCase()
  for (const kind of ['renderers', 'scripts']) {
    await mkdir(join(store, kind), { recursive: true })
    const names = await readdir(join(testStore, kind)).catch(() => [])
    await Promise.all(names.map((one) => link(join(testStore, kind, one), join(store, kind, one))))
  }
}

async function build(folder: string, out: string): Promise<void> {
  const making = `${out}.making`
  await rm(making, { recursive: true, force: true })
  const args = FOR_PAGES.includes(folder)
    ? ['tests/site/build-for-pages.ts', folder, making]
    : ['src/cli/index.ts', 'build', '--case', folder, '--out', making]
  await run(process.execPath, args, { cwd: root, env: ownEnv(), maxBuffer: 2 ** 26 })
  await rename(making, out)
}

/** The environment as the tests were started in: what Vitest adds to it would reach the pages. */
function ownEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !RE_OF_VITEST.test(name)),
  )
}

// Matches what Vitest says of itself, and of modes as Vite has them.
const RE_OF_VITEST = /^(?:VITEST.*|TEST|MODE|DEV|PROD|SSR|BASE_URL|NODE_ENV)$/

/** What lets others build it; `undefined` where one that is alive does so now. */
async function lockedFor(out: string): Promise<(() => Promise<void>) | undefined> {
  const lock = `${out}.lock`
  try {
    const file = await open(lock, 'wx')
    await file.writeFile(String(process.pid))
    await file.close()
    return existsSync(out) ? undefined : () => rm(lock, { force: true })
  } catch {
    const owner = Number(await readFile(lock, 'utf8').catch(() => '0'))
    if (owner > 0 && !isAlive(owner)) await rm(lock, { force: true })
    return undefined
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

/** States that the code or the case are no longer in. */
async function forgetOlder(start: string, out: string): Promise<void> {
  const older = (await readdir(BUILT)).filter(
    (name) => name.startsWith(start) && !join(BUILT, name).startsWith(out),
  )
  await Promise.all(older.map((name) => rm(join(BUILT, name), { recursive: true, force: true })))
}

/** Of code and case, as they are on disk and as git dates them. */
async function stateOf(folder: string): Promise<string> {
  const dated = run('git', ['log', '-1', '--format=%H', '--', folder], { cwd: root })
  code ??= hashOf(CODE)
  const state = createHash('sha256')
    .update((await dated).stdout)
    .update(await code)
  return state
    .update(await hashOf([folder]))
    .digest('hex')
    .slice(0, 16)
}

/** It stays while tests run. */
let code: Promise<string> | undefined

/** Of all files in folders, by their names. */
async function hashOf(paths: readonly string[]): Promise<string> {
  const all = createHash('sha256')
  for (const path of paths)
    for (const file of await filesIn(path))
      all.update(file).update(await readFile(join(root, file)))
  return all.digest('hex')
}

async function filesIn(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .toSorted()
  } catch {
    return [path]
  }
}
