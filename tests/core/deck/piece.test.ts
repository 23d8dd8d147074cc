/** The keys under which outputs keep the pieces of slides. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { flatten, planDeck } from '../../../src/core/deck/index.ts'
import { keyOf, type Origin } from '../../../src/core/deck/piece.ts'
import { piecesOf } from '../../../src/core/deck/piece-nodes.ts'
import { originsOn } from '../../../src/core/deck/slide.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { inThread } from '../../store.ts'

it('are another for each origin', () => {
  const at = '40-key.mdx:12:3'
  const origins: readonly Origin[] = [
    { type: 'block', at },
    { type: 'entry', at },
    { type: 'sentence', at, n: 1 },
    { type: 'sentence', at, n: 2 },
    { type: 'row', at, n: 1 },
    { type: 'code', at, n: 1 },
    { type: 'text', text: `block:${at}` },
    { type: 'way', url: at },
  ]
  expect(keyOf({ type: 'sentence', at, n: 2 })).toBe('sentence:40-key.mdx:12:3:2')
  expect(new Set(origins.map(keyOf)).size).toBe(origins.length)
})

it('lead to what the case says there, for every piece that an output renders', async () => {
  const read = await readCase('tests/fixtures/specimen')
  const pieces = piecesOf(read.documents)
  // Pictures are parts of a diagram, and the words of code stand as they are.
  const isRendered = ({ type }: Origin) => !['text', 'way', 'code', 'picture'].includes(type)
  const origins = flatten(planDeck(read, fontMeasure(inThread))).flatMap((slide) => [
    ...originsOn(slide),
    ...(slide.privateNotes ?? []),
  ])
  const rendered = origins.filter(isRendered)
  expect(rendered.length).toBeGreaterThan(50)
  expect(rendered.map(keyOf).filter((key) => !pieces.has(key))).toEqual([])
})

it('are taken apart nowhere', () => {
  const src = resolve('src')
  // Matches "startsWith('entry:", "/^feedback:" and "/^(?:sentence|text):".
  const RE_APART =
    /(?:startsWith\('|\/\^?(?:\(\?[:!])?)(?:block|entry|lead-in|quoted|notes|sentence|row|picture|code|text|way|feedback)[a-z|-]*\)?:/
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  const found = files.filter(
    (file) => /\.(?:ts|astro)$/.test(file) && RE_APART.test(readFileSync(join(src, file), 'utf8')),
  )
  expect(found).toEqual([])
})
