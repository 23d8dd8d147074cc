/** The manual as it is served: one page, all of whose links lead somewhere. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findingIds } from '../../src/core/findings/catalogue.ts'
import { builtManual } from '../../src/node/site/manual.ts'
import { attribute, elementsOf, readPage } from '../page-tree.ts'

const html = await readFile(join(await builtManual(), 'index.html'), 'utf8')
const all = [...elementsOf(readPage(html))]
const ids = new Set(all.map((element) => attribute(element, 'id')))

it('leads nowhere but to its own parts and to whole addresses', () => {
  const links = all.flatMap((element) =>
    element.tagName === 'a' ? (attribute(element, 'href') ?? []) : [],
  )
  expect(links.length).toBeGreaterThan(150)
  const lost = links.filter((href) => !/^(?:https?:\/\/|mailto:)/.test(href) && href !== '#')
  expect(lost.filter((href) => !href.startsWith('#') || !ids.has(href.slice(1)))).toEqual([])
})

it('has a part for every finding', () => {
  expect(findingIds.filter((id) => !ids.has(id))).toEqual([])
})

it('needs no other file, and is light enough to travel with the program', () => {
  const asking = ['script', 'link', 'iframe', 'img', 'object']
  const asked = all
    .filter(({ tagName }) => asking.includes(tagName))
    // Its search is a script of its own, in the page.
    .flatMap((element) => attribute(element, 'href') ?? attribute(element, 'src') ?? [])
  expect(asked.filter((address) => !address.startsWith('data:'))).toEqual([])
  // Half of it is what its search looks through.
  expect(html.length).toBeLessThan(800_000)
})
