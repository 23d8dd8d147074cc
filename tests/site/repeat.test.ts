/** Two builds of one case are the same files, and what has not changed is not made again. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { handoutsOf } from '../../src/node/print/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { explain } from '../../src/node/report/failure.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { editAtRandom, randomOf } from '../edits.ts'
import { fillStore } from './built.ts'

/** Mermaid names commits by chance. */
const WHY = `# A case

## Why

People give up, as this shows:

\`\`\`mermaid
gitGraph
  commit
  branch next
  commit
\`\`\`
`

const HOW = `## How

Decision 1: We decided to start small.

Evidence 1a: We heard it on 14 March 2020 in five interviews.
`

const SETTINGS = `ask: Fund a pilot.
address: https://example.org/case/
routes:
  short:
    sections: [why]
`

/** Of the route, without the section that the last test changes, and the page without its words. */
const UNTOUCHED = ['one-page.pdf', 'short/deck.pdf', 'short/leave-behind.pdf', 'short/notes.pdf']

/** Edits between builds, and builds: `THROUGHLINE_EDITS` asks for more of them. */
const EDITS = 3
const STEPS = Number(process.env.THROUGHLINE_EDITS ?? 2)

/** For all builds at random, ms. Of each there are two, of a case that grows. */
const LONGEST = 600_000 + STEPS * 120_000

let parent: string
let first: Files

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'repeat-'))
  await fillStore(join(parent, 'kept'))
  first = await build('first', 'kept')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})
afterAll(() => rm(parent, { recursive: true, force: true }))

/** Builds the case in a folder of its own, with what was kept in another; returns the site. */
async function build(name: string, kept: string, how = HOW): Promise<Files> {
  const folder = join(parent, name, 'case')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '10-why.mdx'), WHY)
  await writeFile(join(folder, '20-how.mdx'), how)
  await writeFile(join(folder, 'case.yaml'), SETTINGS)
  return buildAsItIs(name, kept)
}

/** Builds what a case says now; where nothing is built, gives why in place of the files. */
async function buildAsItIs(name: string, kept: string): Promise<Files> {
  vi.stubEnv('THROUGHLINE_STORE', join(parent, kept))
  const folder = join(parent, name, 'case')
  const out = join(parent, name, 'out')
  try {
    await buildSite({ read: await readCase(folder), out, base: '/' })
  } catch (error) {
    return new Map([['fails', explain(error)]])
  }
  return filesOf(out)
}

/** Every file, by its path, as it can be compared. */
type Files = ReadonlyMap<string, string>

async function filesOf(folder: string): Promise<Files> {
  const files = new Map<string, string>()
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    const path = join(folder, name)
    if ((await stat(path)).isFile()) files.set(name, await readFile(path, 'base64'))
  }
  return files
}

/** Names of the files that differ, or that only one site has. */
function differences(one: Files, other: Files): readonly string[] {
  const names = new Set([...one.keys(), ...other.keys()])
  return [...names].filter((name) => one.get(name) !== other.get(name))
}

it('gives the same files in another folder and time zone, with nothing kept', async () => {
  vi.stubEnv('TZ', 'Pacific/Auckland')
  expect(new Date(0).getTimezoneOffset()).toBe(-12 * 60)
  const other = await build('other', 'kept-apart')
  expect(first.size).toBeGreaterThan(15)
  expect(differences(first, other)).toEqual([])
})

it('starts no browser where nothing has changed, and gives the same files', async () => {
  const launch = vi.spyOn(chromium, 'launch')
  const again = await build('first', 'kept')
  expect(launch).not.toHaveBeenCalled()
  expect(differences(first, again)).toEqual([])
})

it('prints again just what holds a changed word', async () => {
  const printed = join(parent, 'kept', 'printed')
  const before = await readdir(printed)
  const changed = await build('changed', 'kept', HOW.replace('small', 'large'))
  const read = await readCase(join(parent, 'changed', 'case'))
  const handouts = handoutsOf(read).map(({ file }) => file.replace('handouts/', ''))
  const reprinted = handouts.filter((name) => !UNTOUCHED.includes(name))
  expect((await readdir(printed)).length - before.length).toBe(reprinted.length)
  const files = differences(first, changed).filter((name) => name.endsWith('.pdf'))
  expect(files.toSorted()).toEqual(reprinted.map((name) => join('handouts', name)).toSorted())
})

it(
  'gives what a build with nothing kept gives, whatever was edited before',
  async () => {
    const random = randomOf(Number(process.env.THROUGHLINE_SEED ?? 24))
    const edits: string[] = []
    let built = 0
    for (let step = 1; step <= STEPS; step += 1) {
      for (let edit = 1; edit <= EDITS; edit += 1)
        edits.push(await editAtRandom(join(parent, 'first', 'case'), random))
      const kept = await buildAsItIs('first', 'kept')
      await fillStore(join(parent, 'clean'))
      const clean = await buildAsItIs('first', 'clean')
      await rm(join(parent, 'clean'), { recursive: true })
      expect(kept.get('fails'), edits.join(', ')).toBe(clean.get('fails'))
      expect(differences(kept, clean), edits.join(', ')).toEqual([])
      if (!kept.has('fails')) built += 1
    }
    expect(built).toBeGreaterThan(STEPS / 2)
    expect(new Set(edits).size).toBeGreaterThan(EDITS)
  },
  LONGEST,
)
