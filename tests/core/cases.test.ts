/** The two cases of this repository, as the core reads them. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/core/assemble.ts'
import type { Assembled } from '../../src/core/model/assembled.ts'
import { inReadingOrder } from '../../src/node/paths/reading-order.ts'
import { findingsOf, linksOf } from './read.ts'

const root = resolve(import.meta.dirname, '../..')

describe('slides', () => {
  const read = readFolder('slides')

  it('has no error, and keeps what is still to be done visible', () => {
    expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const checks = findingsOf(read).map((line) => line.split(' ')[0])
    expect(checks.filter((check) => check === 'decision-without-evidence')).toHaveLength(1)
    const gaps = read.graph.case.gaps.map(({ item, section }) => item ?? section)
    expect(gaps).toEqual(['benefits', 'options', 'sprint-0', 'decision-4', 'sprint-3', 'sprint-4'])
  })

  it('draws every success factor to its objectives, to be confirmed', () => {
    const measures = read.graph.case.links.filter(({ role }) => role === 'measures')
    expect(new Set(measures.map(({ from }) => from)).size).toBe(6)
    expect(measures.every(({ draft }) => draft)).toBe(true)
  })
})

describe('the ugly case', () => {
  const read = readFolder('tests/fixtures/ugly')

  it('has no error', () => {
    expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('has forty decisions, each in its sprint, over two files', () => {
    const decisions = read.graph.case.items.filter(({ kind }) => kind === 'decision')
    expect(decisions.map(({ id }) => Number(id))).toEqual(decisions.map((_, index) => index + 1))
    expect(decisions).toHaveLength(40)
    expect(decisions.filter(({ sprint }) => sprint === undefined)).toEqual([])
    expect(decisions.at(-1)).toMatchObject({ sprint: '7', section: 'sprint-7' })
  })

  it('uses evidence again under other decisions', () => {
    expect(linksOf(read)).toContain('evidence-26a supports decision-38')
    expect(linksOf(read)).toContain('evidence-5a supports decision-13')
    expect(read.graph.reuses.size).toBe(8)
  })

  it('leaves four decisions without evidence', () => {
    const bare = read.findings.filter(({ check }) => check === 'decision-without-evidence')
    expect(bare.map(({ message }) => /decision (\d+)/.exec(message)?.[1])).toEqual([
      '15',
      '22',
      '28',
      '36',
    ])
  })
})

function readFolder(folder: string): Assembled {
  const base = join(root, folder)
  const files = readdirSync(base, { recursive: true, encoding: 'utf8' })
  const sources = inReadingOrder(files.filter((file) => file.endsWith('.mdx'))).map((file) => ({
    file,
    text: readFileSync(join(base, file), 'utf8'),
  }))
  const text = readFileSync(join(base, 'case.yaml'), 'utf8')
  return assemble(sources, { file: 'case.yaml', text })
}
