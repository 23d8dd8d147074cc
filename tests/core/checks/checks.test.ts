/** Every check has a good and a bad fixture, the expected findings written in the bad one. */
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { checks } from '../../../src/core/checks/index.ts'
import { findingIds, rowOf } from '../../../src/core/findings/catalogue.ts'
import { assembleFixture, expectedOf, fixtures, lineOf } from './fixture.ts'

const folder = resolve(import.meta.dirname, '../../../src/core/checks')

// What the folder or a build alone can show is proven there.
const ids = findingIds.filter((id) => rowOf(id).finder === 'case')

describe('the list of checks', () => {
  it('has no id twice', () => {
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has a folder of fixtures for each, and none for others', () => {
    expect(readdirSync(fixtures).sort()).toEqual([...ids].sort())
  })

  it('has a file for each, of its name, and no other', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    expect(files.sort()).toEqual(checks.map(({ id }) => `${id}.ts`).sort())
  })
})

describe.each(ids)('%s', (id) => {
  it('finds what the bad fixture expects, and nothing else of its own', () => {
    const { findings } = assembleFixture(id, 'bad')
    expect(expectedOf(id)).not.toEqual([])
    expect(findings.filter(({ check }) => check === id).map(lineOf)).toEqual(expectedOf(id))
  })

  it('is silent about the good fixture, in which nothing is broken', () => {
    const { findings } = assembleFixture(id, 'good')
    const loud = findings.filter(({ check, severity }) => check === id || severity === 'error')
    expect(loud.map(lineOf)).toEqual([])
  })
})

describe('severities of case.yaml', () => {
  it('turn a check down or off, but nothing that could not be read', () => {
    expect(severitiesWith('gap: advice')).toContain('advice gap')
    expect(severitiesWith('gap: off').join()).not.toContain('gap')
  })
})

function severitiesWith(line: string): readonly string[] {
  const settings = { file: 'case.yaml', text: `severities:\n  ${line}\n` }
  const sources = [{ file: 'a.mdx', text: '# A\n\n## B\n\nTo be written' }]
  return assemble(sources, settings).findings.map(({ severity, check }) => `${severity} ${check}`)
}
