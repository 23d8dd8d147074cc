/** Pairs of builds that run at once, of other cases and for other readers: does either tell of the other? */
import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Audience } from '../../src/core/model/audience.ts'
import { SITE_ONLY } from './run.ts'

/** A case whose words are its own, though its sections and items have the ids that any case has. */
export interface PairedCase {
  readonly name: string
  readonly audience: Audience
}

const TEAM: PairedCase = { name: 'Larch', audience: 'internal' }
const EVERYONE: PairedCase = { name: 'Rowan', audience: 'public' }
const TEAM_IN_PUBLIC: PairedCase = { name: 'Larch', audience: 'public' }

/** Other cases, and one case for other readers. */
const PAIRS = [
  [TEAM, EVERYONE],
  [TEAM, TEAM_IN_PUBLIC],
] as const

/** Writes the cases of all pairs into a folder. */
export async function writePairs(scratch: string): Promise<void> {
  for (const { name } of [TEAM, EVERYONE]) await writePaired(join(scratch, name), name)
}

/** Writes one such case. */
export async function writePaired(folder: string, name: string): Promise<void> {
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

/**
 * Builds the pairs in turn, the second build of each so many seconds after the first.
 * @returns What is wrong in the outputs, one line each; `[]` where all is right.
 */
export async function faultsOfPairs(
  scratch: string,
  offsets: readonly number[],
): Promise<readonly string[]> {
  const faults: string[] = []
  for (const [at, offset] of offsets.entries()) {
    const [first, second] = PAIRS[at % PAIRS.length] ?? PAIRS[0]
    const outs = [join(scratch, `${at}-first`), join(scratch, `${at}-second`)] as const
    await Promise.all([
      build(scratch, first, outs[0]),
      setTimeout(offset * 1000).then(() => build(scratch, second, outs[1])),
    ])
    const found = [...(await faultsIn(outs[0], first)), ...(await faultsIn(outs[1], second))]
    faults.push(...found.map((fault) => `${offset} s apart: ${fault}`))
  }
  return faults
}

function build(scratch: string, { name, audience }: PairedCase, out: string): Promise<void> {
  // Where a test runner says that it runs, Astro takes pages for those of a test.
  const { NODE_ENV, VITEST, ...env } = process.env
  const args = [SITE_ONLY, join(scratch, name), out, audience]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(said))))
  })
}

async function faultsIn(out: string, one: PairedCase): Promise<readonly string[]> {
  const names = (await readdir(out, { recursive: true })).filter((name) =>
    /\.html|json$/.test(name),
  )
  const texts = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')))
  return faultsOfTexts(texts, one).map((fault) => `${one.audience} build of ${one.name} ${fault}`)
}

/** What is wrong with what the pages of a case say. */
export function faultsOfTexts(
  texts: readonly string[],
  { name, audience }: PairedCase,
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
