/** The manual is a case: the product reads it, recognises nothing in it, and finds nothing wrong. */
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCase } from '../src/node/read/read-case.ts'

const read = await readCase(resolve('src/manual'))

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
})
