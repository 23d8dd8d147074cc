/** Builds that one process makes at once, of other cases, for other readers, in other themes. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Audience } from '../../src/core/model/audience.ts'
import type { ThemeName } from '../../src/core/model/themes.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'

interface Wanted {
  readonly name: string
  readonly audience: Audience
  readonly theme: ThemeName
  readonly base: string
}

const TEAM: Wanted = { name: 'team', audience: 'internal', theme: 'folio', base: '/team/' }
const EVERYONE: Wanted = { name: 'everyone', audience: 'public', theme: 'thread', base: '/' }

let parent: string
/** All that the pages and style sheets of each site say. */
const said = new Map<Wanted, string>()

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'at-once-'))
  const sites = await Promise.all(
    [TEAM, EVERYONE].map(async (one) => [one, await build(one)] as const),
  )
  for (const [one, site] of sites) said.set(one, await textOf(site))
})
afterAll(() => rm(parent, { recursive: true, force: true }))

async function build({ name, audience, theme, base }: Wanted): Promise<string> {
  const [folder, out] = [join(parent, name), join(parent, `${name}-site`)]
  await mkdir(folder)
  await writeFile(join(folder, 'case.yaml'), `theme: ${theme}\n`)
  const inside = `<Internal>\n\nOf ${name} inside.\n\n</Internal>`
  const notes = `<Notes>Of ${name} in private.</Notes>`
  const text = `# Case of ${name}\n\n## Why\n\nOf ${name} for all.\n\n${inside}\n\n${notes}\n`
  await writeFile(join(folder, '1.mdx'), text)
  await buildSite({ read: await readCase(folder, audience), out, base, print: [] })
  return out
}

async function textOf(site: string): Promise<string> {
  const names = await readdir(site, { recursive: true })
  const told = names.filter((name) => /\.(?:html|css|json)$/.test(name))
  return (await Promise.all(told.map((name) => readFile(join(site, name), 'utf8')))).join('\n')
}

/** What either site must say, or must not. */
const WORDS = [
  'Of team for all',
  'Of team inside',
  'Of team in private',
  'Of everyone for all',
  'Of everyone inside',
  'Of everyone in private',
  'Internal: not for publication',
  'Source Serif 4',
  'Atkinson Hyperlegible Next',
  'href="/team/_astro/',
  'href="/_astro/',
]

function wordsIn(site: Wanted): readonly string[] {
  return WORDS.filter((words) => said.get(site)?.includes(words))
}

it('tells the team its case whole, in its theme and under its base', () => {
  expect(wordsIn(TEAM)).toEqual([
    'Of team for all',
    'Of team inside',
    'Of team in private',
    'Internal: not for publication',
    'Source Serif 4',
    'href="/team/_astro/',
  ])
})

it('tells everyone what is for all, at the same time', () => {
  const told = ['Of everyone for all', 'Atkinson Hyperlegible Next', 'href="/_astro/']
  expect(wordsIn(EVERYONE)).toEqual(told)
})
