/** A kind that a case brings stands on the pages of its site, which another process renders. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { OWN_TEXT, ownKinds } from '../core/own-kinds.ts'

let parent: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'own-kinds-'))
  const folder = join(parent, 'case')
  await mkdir(folder)
  await writeFile(join(folder, '1.mdx'), OWN_TEXT)
  const read = await readCase(folder, 'public', { kinds: ownKinds })
  await buildSite({ read, out: join(parent, 'site'), base: '/', print: [] })
})
afterAll(() => rm(parent, { recursive: true, force: true }))

const page = (path: string) => readFile(join(parent, 'site', path), 'utf8')

/** The element with an id, from its tag on. */
function elementIn(html: string, id: string): string {
  return new RegExp(`<\\w+[^>]* id="${id}".{0,2000}`, 's').exec(html)?.[0] ?? ''
}

it('in the narrative, by its name and in the look that it is like', async () => {
  const html = await page('index.html')
  expect(elementIn(html, 'ruling-1')).toMatch(/^<\w+ class="[^"]*\bkind-decision\b/)
  expect(elementIn(html, 'ruling-1')).toContain('Ruling 1')
  expect(elementIn(html, 'finding-1')).toMatch(/^<\w+ class="[^"]*\bkind-evidence\b/)
  expect(elementIn(html, 'goal-1')).toContain('G1')
})

it('in the deck, with a slide of its own and what it rests on below', async () => {
  const html = await page('deck/index.html')
  expect(elementIn(html, '/ruling-1')).toContain('Ruling 1, sprint 1')
  expect(elementIn(html, '/finding-1')).toContain('Finding 1, for ruling RU1')
})

it('in the trace, its table and its diagrams', async () => {
  const html = await page('trace/index.html')
  for (const label of ['Goal', 'Ruling', 'Finding'])
    expect(html).toContain(`<td class="register-kind">${label}</td>`)
  expect(html).toMatch(/<g class="box kind-objective">(?:(?!<\/g>).)*G1/)
  expect(html).toMatch(/<g class="box kind-decision">(?:(?!<\/g>).)*RU1/)
  expect(await page('trace.csv')).toContain('\r\nF1,Finding,They wait for hours,')
})
