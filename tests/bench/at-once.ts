/** Builds that run at once, of other cases and for other readers: does any tell of another? */
import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Audience } from '../../src/core/model/audience.ts'
import { SITE_ONLY } from './run.ts'

/** A case whose words are its own, though its sections and items have the ids that any case has. */
export interface MixedCase {
  readonly name: string
  readonly audience: Audience
}

const TEAM: MixedCase = { name: 'Larch', audience: 'internal' }
const EVERYONE: MixedCase = { name: 'Rowan', audience: 'public' }
const TEAM_IN_PUBLIC: MixedCase = { name: 'Larch', audience: 'public' }

/** In turn: those that follow each other are of other cases, or of one case for other readers. */
const TURNS = [TEAM, EVERYONE, TEAM, TEAM_IN_PUBLIC] as const

/** Writes the cases of all builds into a folder. */
export async function writeCases(scratch: string): Promise<void> {
  for (const { name } of [TEAM, EVERYONE]) await writeCase(join(scratch, name), name)
}

/** Writes one such case. */
export async function writeCase(folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '1.mdx'), textOf(name))
}

function textOf(name: string): string {
  return [
    `# The ${name} case`,
    `## Why`,
    `${name} for all (1a).`,
    `<Internal>\n\n${name} inside.\n\n</Internal>`,
    `## Key decisions`,
    `Decision 1: Build for ${name} (1a).`,
    `Evidence 1a: People asked ${name}.`,
  ].join('\n\n')
}

/** Of the builds, the first: they bundle the pages of the tool, at once, while others take those that are kept. */
const BUNDLING = 2

/**
 * Builds in turn, each so many seconds after the one before, whether or not that has ended. The folders
 * are named for the number of the build, from 0.
 * @returns What is wrong in the outputs, one line each; `[]` where all is right.
 */
export async function faultsOfBuilds(
  scratch: string,
  offsets: readonly number[],
): Promise<readonly string[]> {
  let after = 0
  const building = [0, ...offsets].map(async (offset, at) => {
    const one = TURNS[at % TURNS.length] ?? TEAM
    const out = join(scratch, String(at))
    after += offset
    await setTimeout(after * 1000)
    const store = at < BUNDLING ? { THROUGHLINE_STORE: join(scratch, 'store') } : {}
    await build(scratch, one, { out, store })
    return (await faultsIn(out, one)).map((fault) => `${offset} s after the one before: ${fault}`)
  })
  return (await Promise.all(building)).flat()
}

function build(
  scratch: string,
  { name, audience }: MixedCase,
  { out, store }: { readonly out: string; readonly store: NodeJS.ProcessEnv },
): Promise<void> {
  // Where a test runner says that it runs, Astro takes pages for those of a test.
  const { NODE_ENV, VITEST, ...env } = process.env
  const args = [SITE_ONLY, join(scratch, name), out, audience]
  const child = spawn(process.execPath, args, {
    env: { ...env, ...store },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(said))))
  })
}

async function faultsIn(out: string, one: MixedCase): Promise<readonly string[]> {
  const names = (await readdir(out, { recursive: true })).filter((name) =>
    /\.html|json$/.test(name),
  )
  const texts = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')))
  return faultsOfTexts(texts, one).map((fault) => `${one.audience} build of ${one.name} ${fault}`)
}

/** What is wrong with what the pages of a case say. */
export function faultsOfTexts(
  texts: readonly string[],
  { name, audience }: MixedCase,
): readonly string[] {
  const all = texts.join('\n')
  const other = name === TEAM.name ? EVERYONE.name : TEAM.name
  const must = [`${name} for all`, `Build for ${name}`, `People asked ${name}`]
  const inside = `${name} inside`
  return [
    ...[...must, ...(audience === 'internal' ? [inside] : [])]
      .filter((words) => !all.includes(words))
      .map((words) => `lacks “${words}”`),
    ...[other, ...(audience === 'internal' ? [] : [inside])]
      .filter((words) => all.includes(words))
      .map((words) => `says “${words}”`),
  ]
}
