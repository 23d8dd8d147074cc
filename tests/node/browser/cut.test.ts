/** Where the HTML of a long page is cut. */
import { expect, it } from 'vitest'
import { cutInParts } from '../../../src/node/browser/cut.ts'

const SIZES = { whole: 50, part: 40 }

const section = (number: number, words = 'Words') => `<h2 id="s${number}">Part ${number}</h2>
<p>${words}, as <a href="#s${number - 1}">before</a></p>${'<p>And <b>more</b></p>'.repeat(5)}`

const pageOf = (
  sections: readonly string[],
) => `<!doctype html><html><head><title>Long</title></head>
<body><header id="top">The case</header><main>${sections.join('')}</main>
<section class="endnotes"><h2>Notes</h2><ol>${Array.from({ length: 60 }, (_, at) => `<li id="n${at + 1}">See <a href="#s3"><span data-page-of="s3"></span></a></li>`).join('')}</ol></section>
<div popover id="card">A card</div><div hidden><p data-margin="top-left">The case</p></div></body></html>`

const SECTIONS = Array.from({ length: 40 }, (_, at) => section(at + 1))
const parts = cutInParts(pageOf(SECTIONS), SIZES)

it('cuts no page that is short, and none where nothing begins', () => {
  expect(cutInParts(pageOf(SECTIONS))).toEqual([])
  expect(cutInParts(`<body>${'<p>Words</p>'.repeat(60)}</body>`, SIZES)).toEqual([])
})

it('has each thing in one part, and what stands at the edges in all', () => {
  expect(parts.length).toBeGreaterThan(5)
  const all = parts.map(({ html }) => html).join('\n')
  const ids = [...all.matchAll(/ id="([sn]\d+|top)"/g)].map(([, id]) => id)
  expect(ids).toHaveLength(101)
  expect(new Set(ids).size).toBe(101)
  expect(parts.every(({ html }) => html.includes('data-margin="top-left"'))).toBe(true)
  expect(parts.every(({ html }) => html.endsWith('</body></html>'))).toBe(true)
  // What is shown only on screen is printed nowhere.
  expect(all).not.toContain('A card')
})

it('numbers notes on where a part begins within their list', () => {
  const numbered = parts.flatMap(({ html }) => [
    ...html.matchAll(/<li data-cut-before value="(\d+)" id="n(\d+)"/g),
  ])
  expect(numbered.length).toBeGreaterThan(0)
  for (const [, value, id] of numbered) expect(value).toBe(id)
})

it('knows what leads from part to part, and what is asked for its page', () => {
  const at = parts.findIndex(({ html }) => html.includes('id="s3"'))
  expect(parts[at]?.targets).toContain('s3')
  const last = parts.at(-1)
  expect([last?.elsewhere, last?.asks]).toEqual([['s3'], ['s3']])
})

it('cuts where it did before, but around what was changed', () => {
  const longer = SECTIONS.with(9, section(10, 'Many <b>more</b> <i>words</i>'))
  const before = new Set(parts.map(({ html }) => html))
  const changed = cutInParts(pageOf(longer), SIZES).filter(({ html }) => !before.has(html))
  expect(changed.length).toBeGreaterThan(0)
  expect(changed.length).toBeLessThanOrEqual(3)
})
