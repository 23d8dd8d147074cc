/** The manual is a case: the product reads it, recognises nothing in it, and finds nothing wrong. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findingIds } from '../../src/core/findings/catalogue.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { referencePages } from './reference.ts'

const asked = { mayQuote: true, withoutPast: true } as const // as it is made
const read = await readCase(resolve('src/manual'), 'public', asked)

describe('the manual', () => {
  it('has nothing that is to be mended', () => {
    expect(read.findings).toEqual([])
  })

  it('has examples of items and gaps, but none of its own', () => {
    expect(read.case.items).toEqual([])
    expect(read.case.gaps).toEqual([])
    expect(read.settings.severities).not.toHaveProperty('lost-link')
  })

  it('leads on its one page where its files lead on a code host', () => {
    const { sections } = read.case
    const led = new Map<string, string>()
    for (const { url } of read.documents.flatMap(({ siteLinks = [] }) => siteLinks)) {
      const [path = '', key] = url.split('#')
      const file = path.replace(/^\.\.\//, '')
      if (path === '') continue
      led.set(url, key ?? sections.find(({ place }) => place.file === file)?.key ?? `no ${file}`)
    }
    expect(led.size).toBeGreaterThan(20)
    expect(read.settings.links).toEqual(Object.fromEntries(led))
  })

  it('keeps nothing of its words from anybody', () => {
    // Of addresses that readers outside can't open everybody gets the host alone.
    expect(read.leftOut.filter(({ why }) => why !== 'restricted')).toEqual([])
  })

  it('has an address for every finding: its name', () => {
    const keys = new Set(read.case.sections.map(({ key }) => key))
    expect(findingIds.filter((id) => !keys.has(id))).toEqual([])
  })

  it.each(Object.entries(referencePages))('has %s as the code has it now', (name, made) => {
    const kept = readFileSync(join('src/manual/reference', name), 'utf8')
    expect(kept, 'Run: npx node tests/manual/write-reference.ts').toBe(made())
  })
})
