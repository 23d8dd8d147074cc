/** What commands say of routes: their proof, their addresses, their files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { check } from '../../../src/cli/commands/check.ts'
import { addresses } from '../../../src/cli/commands/start.ts'
import { handoutsOf } from '../../../src/node/print/index.ts'
import { type ReadCase, readCase } from '../../../src/node/read/read-case.ts'

let folder: string
let read: ReadCase

const SETTINGS = `ask: Fund a pilot.
routes:
  sponsor-5:
    title: Five minutes with the sponsors
    minutes: 5
    sections: [why]
  board:
    minutes: 20
    priority: 1
`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'routes-'))
  await writeFile(join(folder, '10-case.mdx'), '# A case\n\n## Why\n\n- Short words\n- More\n')
  await writeFile(join(folder, 'case.yaml'), SETTINGS)
  read = await readCase(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('check', () => {
  it('prints a line for each route, and the error of one that chooses nothing', async () => {
    const words: string[] = []
    const code = await check({ case: folder }, (line) => words.push(line))
    const text = words.join('\n')
    expect(code).toBe(1)
    expect(text).toContain('\nsponsor-5: 3 slides, about 1 of 5 minutes\n')
    expect(text).toContain(
      'case.yaml:9:5 error Give the route sections that have slides, or leave the route out. Found: route board without slides',
    )
    expect(text).toContain('1. Give the route sections that have slides')
  })
})

describe('start', () => {
  it('prints the address of each route', () => {
    const lines = addresses('http://127.0.0.1:1/', {
      out: 'dist',
      files: [],
      routes: ['sponsor-5'],
    })
    expect(lines).toContain('\nRoute      http://127.0.0.1:1/deck/sponsor-5/\n')
  })
})

describe('handouts', () => {
  it('are the same five for the whole case and for each route, on the same paper', () => {
    const all = handoutsOf({ settings: { ...read.settings, paper: 'Letter' } })
    expect(all.map(({ page, file, route }) => [page, file, route])).toEqual([
      ...rowsOf('index.html', ''),
      ...rowsOf('narrative/handouts/sponsor-5/index.html', 'sponsor-5/'),
      ...rowsOf('narrative/handouts/board/index.html', 'board/'),
    ])
    const papers = all.map(({ file, paper }) => [file.split('/').at(-1), paper])
    for (const [name, paper] of papers)
      expect(paper, name).toBe(name === 'deck.pdf' ? undefined : 'Letter')
  })
})

function rowsOf(narrative: string, of: string): readonly (readonly (string | undefined)[])[] {
  const route = of === '' ? undefined : of.slice(0, -1)
  return [
    [narrative, `handouts/${of}narrative.pdf`, route],
    [`deck/${of}index.html?print`, `handouts/${of}deck.pdf`, route],
    [`deck/handouts/${of}notes/index.html`, `handouts/${of}notes.pdf`, route],
    [`deck/handouts/${of}leave-behind/index.html`, `handouts/${of}leave-behind.pdf`, route],
    [`handouts/${of}one-page/index.html`, `handouts/${of}one-page.pdf`, route],
  ]
}
