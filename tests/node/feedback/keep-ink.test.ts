/** A copy of what is drawn: in the case, as asked for, from pages that may send anything. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepInk } from '../../../src/node/feedback/keep-ink.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'ink-')), 'slides')
  mkdirSync(folder)
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

const stroke = {
  id: 'stroke-1',
  slide: 'costs',
  step: 0,
  tool: 'pen',
  colour: 'blue',
  points: [0, 0, 0, 200, 100, 0],
  version: 1,
}
const words = [{ x: 10, y: 20, width: 40, height: 20, word: '<b>3&million' }]
const slide = (id: string, more: object = {}) =>
  JSON.stringify({ id, title: `Slide 7 of 9: ${id} <script>`, words, strokes: [stroke], ...more })

it('is one picture of all slides, in which nothing of a case runs', async () => {
  const take = keepInk(folder, () => undefined)
  const [first, again, second] = await Promise.all([
    take(slide('costs')),
    take(slide('costs')),
    take(slide('risks')),
  ])
  const { file } = JSON.parse(first ?? '')
  expect(file).toMatch(/^feedback\/\d{4}-\d\d-\d\d-ink\.svg$/)
  expect([again, second]).toEqual([first, first])
  const svg = readFileSync(join(folder, file), 'utf8')
  expect(svg).toContain('viewBox="0 0 1280 1568"')
  expect(svg).toContain('&lt;b&gt;3&amp;million')
  expect(svg.match(/<path d="M[\d. MQZ-]+" fill="#0b5c86" stroke="#fff"/g)).toHaveLength(2)
  expect(svg).not.toMatch(/<script|<b>/)
  // Another talk of the same day keeps another.
  const later = JSON.parse((await keepInk(folder, () => undefined)(slide('costs'))) ?? '').file
  expect(later).toBe(file.replace('.svg', '-2.svg'))
})

it('gives what is highlighted an edge, as the pen has, since a ground may be as light', async () => {
  const strokes = [{ ...stroke, tool: 'marker' }, stroke]
  const answer = (await keepInk(folder, () => undefined)(slide('costs', { strokes }))) ?? ''
  const svg = readFileSync(join(folder, JSON.parse(answer).file), 'utf8')
  const edges = [...svg.matchAll(/<path d="([^"]+)"[^>]* stroke="#fff" stroke-width="(\d)"/g)]
  const [marker, pen] = edges.map(([, line, width]) => ({ line, width: Number(width) }))
  expect([marker?.width, pen?.width].every((width) => (width ?? 0) >= 5)).toBe(true)
  // Seen through, it has a line of its own hue on that edge.
  expect(svg).toContain(`d="${marker?.line}" fill="#0b5c86" fill-opacity="0.38" stroke="#0b5c86"`)
})

it('has the pictures of a slide, and says of one that it has not that it is missing', async () => {
  const box = { x: 10, y: 20, width: 400, height: 300 }
  const pictures = [
    { ...box, words: 'A queue "outside"', data: 'data:image/jpeg;base64,/9j/4AAQ==' },
    { ...box, words: '<i>Plots</i>' },
    { ...box, words: '' },
  ]
  const { file } = JSON.parse(
    (await keepInk(folder, () => undefined)(slide('costs', { pictures }))) ?? '',
  )
  const svg = readFileSync(join(folder, file), 'utf8')
  expect(svg).toContain('href="data:image/jpeg;base64,/9j/4AAQ=="')
  expect(svg).toContain('Not kept here: &lt;i&gt;Plots&lt;/i&gt;')
  expect(svg).toContain('Not kept here: a picture')
})

it('is not made of anything else', async () => {
  const take = keepInk(folder, () => undefined)
  for (const wrong of [
    'x',
    'null',
    '[]',
    slide('a', { strokes: [] }),
    slide('a', { strokes: [{ ...stroke, colour: 'red" onload="x' }] }),
    slide('a', { strokes: [{ ...stroke, points: [1e9, 0, 0] }] }),
    slide('a', { words: [{ ...words[0], x: '1" onload="x' }] }),
    slide('a', { words: new Array(3001).fill(words[0]) }),
    slide('a'.repeat(201)),
    ...[
      'data:image/svg+xml;base64,PHN2Zy8+',
      'https://example.org/a.jpg',
      'data:image/jpeg;base64,"/><script>',
    ].map((data) =>
      slide('a', { pictures: [{ x: 0, y: 0, width: 9, height: 9, words: '', data }] }),
    ),
  ])
    expect(await take(wrong), wrong.slice(0, 80)).toBeUndefined()
  expect(readdirSync(folder)).toEqual([])
})

it('is not written where the folder leads out of the case', async () => {
  mkdirSync(join(folder, '..', 'else'))
  symlinkSync('../else', join(folder, 'feedback'))
  await expect(keepInk(folder, () => undefined)(slide('costs'))).rejects.toThrow(
    'leads out of the case',
  )
})
