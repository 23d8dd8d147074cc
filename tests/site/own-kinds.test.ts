/** A kind that a case brings, rows and records stand on the pages of its site, which another process renders. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { OWN_TEXT, ownKinds } from '../core/own-kinds.ts'

/** A decision record with a day in its front matter, and a register. */
const RECORD = `---
status: accepted
date: 2025-02-03
decision-makers: [Ana, Femi]
---

# Use flags

## Context and Problem Statement

Why.

## Decision Outcome

Flags.

# Register

| ID | Risk | Owner | Status | Likelihood |
| --- | --- | --- | --- | --- |
| R-01 | The bank is late | M. Hale | Open | 4 |
| R-02 | Nobody tests | P. Rao | Open | 2 |
`

let parent: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'own-kinds-'))
  const folder = join(parent, 'case')
  await mkdir(folder)
  await writeFile(join(folder, '1.mdx'), OWN_TEXT)
  await writeFile(join(folder, '0012-use-flags.mdx'), RECORD)
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

it('in the deck, with a slide of its own and what it rests on beside it', async () => {
  const html = await page('deck/index.html')
  expect(elementIn(html, '/ruling-1')).toContain('Ruling 1, sprint 1')
  expect(elementIn(html, '/finding-1')).toContain('Finding 1')
})

it('in the trace, its table and its diagrams', async () => {
  const html = await page('trace/index.html')
  for (const label of ['Goal', 'Ruling', 'Finding'])
    expect(html).toContain(`<td class="register-kind">${label}</td>`)
  expect(html).toMatch(/<g class="box kind-objective">(?:(?!<\/g>).)*G1/)
  expect(html).toMatch(/<g class="box kind-decision">(?:(?!<\/g>).)*RU1/)
  expect(await page('trace.csv')).toContain('\r\nF1,Finding,They wait for hours,')
})

it('a record with what its front matter says, and a row at its address', async () => {
  const html = await page('index.html')
  expect(elementIn(html, 'decision-12')).toContain(
    'Owner: Ana, Femi. Date: 2025-02-03. Status: accepted.',
  )
  expect(html).toMatch(/<tr id="risk-1"[^>]*><td[^>]*>R-01</)
  const trace = await page('trace/index.html')
  expect(trace).toContain('data-owner="M. Hale" data-status="Open" data-likelihood="4"')
  // Nothing is to be chosen where all say the same.
  expect(trace).toMatch(/<select[^>]* name="likelihood"/)
  expect(trace).not.toMatch(/<select[^>]* name="impact"/)
})
