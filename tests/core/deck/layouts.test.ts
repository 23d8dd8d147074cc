/** Which layout a slide gets by what stands on it, and which one an author may ask for. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { flatten, planDeck, type Slide } from '../../../src/core/deck/index.ts'
import { LAYOUTS, type Layout, traitsOf } from '../../../src/core/deck/layouts.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { inThread } from '../../store.ts'

const measure = fontMeasure(inThread)

describe('every layout', () => {
  const layouts = Object.keys(LAYOUTS) as readonly Layout[]

  it.each(layouts)('has a style sheet that the deck imports: %s', async (layout) => {
    const folder = 'src/pages/deck/_slides/'
    const imports = await readFile(`${folder}layouts.css`, 'utf8')
    expect(imports).toContain(`@import url("./layouts/${layout}.css");`)
    expect(await readFile(`${folder}layouts/${layout}.css`, 'utf8')).toContain('@layer page')
  })

  it('has a slide in the specimen, or in the economic case', async () => {
    const cases = await Promise.all(
      ['specimen', 'economic'].map((name) => readCase(`tests/fixtures/${name}`)),
    )
    const slides = cases.flatMap((read) => flatten(planDeck(read, measure)))
    const found = new Set(slides.map(({ layout }) => layout))
    const ofLongDecks = layouts.filter((layout) => traitsOf(layout).ofLongDecks)
    expect(layouts.filter((layout) => !found.has(layout))).toEqual(ofLongDecks)
  })

  it('has what is particular about it in a row, and is compared with no name anywhere', async () => {
    const files = await readdir('src', { recursive: true })
    const sources = files.filter((file) => /\.(?:ts|astro)$/.test(file))
    const texts = await Promise.all(sources.map((file) => readFile(join('src', file), 'utf8')))
    const names = layouts.join('|')
    const compares = new RegExp(`\\blayout\\b[^\\n]{0,9}[!=]== '(?:${names})'`)
    expect(sources.filter((_, index) => compares.test(texts[index] ?? ''))).toEqual([])
  })
})

/** The slides of one section, without those that the tool adds. */
function slidesOf(text: string): readonly Slide[] {
  const sources = [{ file: '10-case.mdx', text: `# A case\n\n## A section\n\n${text}\n` }]
  return planDeck(assemble(sources), measure).slice(1, -2)
}

const layoutsOf = (text: string) => slidesOf(text).map(({ layout }) => layout)
const table = (...rows: string[]) =>
  [rows[0], rows[0]?.replaceAll(/[^|]+/g, ' --- '), ...rows.slice(1)].join('\n')

describe('a table', () => {
  it.each([
    ['| Before | After |', '| Four visits | One |'],
    ['| Today | With the pilot |', '| Four visits | One |'],
    ['| | As-is | To-be |', '| Visits | Four | One |'],
    ['| Aspect | Option A | Option B |', '| Visits | Four | One |'],
    ['| Do | Don’t |', '| Write plainly | Shout |'],
  ])('headed by two alternatives is a comparison: %s', (...rows) => {
    expect(layoutsOf(table(...rows))).toEqual(['comparison'])
  })

  it.each([
    ['| Name | Value |', '| Visits | Four |'],
    ['| Nowhere | Thenceforth |', '| a | b |'],
    ['| After | Before |', '| a | b |'],
    ['| Today | Today |', '| a | b |'],
    ['| Step | Who | Before | After |', '| a | b | c | d |'],
    ['| Sprint 1 | Notes |', '| a | b |'],
    ['| Forename | Surname |', '| Old | New |'],
  ])('headed otherwise is a table: %s', (...rows) => {
    expect(layoutsOf(table(...rows))).toEqual(['table'])
  })

  it('of alternatives that takes more than a slide flows on as a table', () => {
    const rows = Array.from({ length: 30 }, (_, index) => `| ${index} | ${index} |`)
    const layouts = layoutsOf(table('| Before | After |', ...rows))
    expect(layouts.length).toBeGreaterThan(1)
    expect(new Set(layouts)).toEqual(new Set(['table']))
  })
})

describe('columns', () => {
  const columns = (...blocks: string[]) => `<Columns>\n\n${blocks.join('\n\n')}\n\n</Columns>`

  it('are a comparison where there are two, each below its name', () => {
    expect(layoutsOf(columns('### Before', 'Four.', '### After', 'One.'))).toEqual(['comparison'])
    expect(layoutsOf(columns('**Before**', '- four', '**After**', '- one'))).toEqual(['comparison'])
  })

  it.each([
    [columns('Four visits.', 'One visit.')],
    [columns('**January:** read.', '**February:** asked.', '**March:** tested.')],
    [columns('**Before:** four.', 'One.')],
    [columns('- a', '![A map](https://example.org/map.png)')],
  ])('otherwise are columns: %j', (text) => {
    expect(layoutsOf(text)).toEqual(['columns'])
  })

  it('name no section of the case', () => {
    const text = `# A\n\n## B\n\n${columns('### Before', 'Four.', '### After', 'One.')}\n`
    const { graph } = assemble([{ file: '1.mdx', text }])
    expect(graph.case.sections.map(({ title }) => title)).toEqual(['B'])
  })

  it('with many words are set smaller', () => {
    const words = 'word '.repeat(60)
    expect(slidesOf(columns('Few.', 'Words.'))[0]?.bodySize).toBe(50)
    expect(slidesOf(columns(words, words))[0]?.bodySize).toBeLessThan(36)
  })
})

describe('a picture alone', () => {
  it('is an image, with the emphasis after it as its caption', () => {
    const [slide, ...others] = slidesOf('![A map](https://example.org/map.png)\n\n_Where we went_')
    expect(slide).toMatchObject({ layout: 'image', body: [{ text: 'Where we went' }] })
    expect([slide?.notes, others]).toEqual([[], []])
  })

  it('without a caption is known by what it shows', () => {
    const [slide] = slidesOf('![A map](https://example.org/map.png)\n\nMore words.')
    expect(slide).toMatchObject({ layout: 'image', body: [{ text: 'A map' }] })
    expect(slide?.notes).toHaveLength(1)
  })
})

describe('a formula in its own paragraph', () => {
  it('has a slide beside other content, between the words around it', () => {
    const text = 'The cost is\n\n$$c = \\frac{F}{h}$$\n\nwhere h is the households.\n\n- One\n- Two'
    const [slide, ...others] = slidesOf(text)
    expect(slide).toMatchObject({
      layout: 'statement',
      lead: { text: 'The cost is' },
      close: { text: 'where h is the households.' },
    })
    expect(slide?.body.map((piece) => piece.text)).toEqual(['c\u00A0=\u00A0F\u00A0/\u00A0h'])
    expect(others.map(({ layout }) => layout)).toEqual(['list'])
  })

  it('leaves longer words to the speaker', () => {
    const long = 'word '.repeat(30)
    const [slide] = slidesOf(`${long}.\n\n$$a = b$$\n\n- One\n- Two`)
    expect(slide).toMatchObject({ layout: 'statement' })
    expect(slide?.lead).toBeUndefined()
  })
})

describe('code', () => {
  const code = (lines: readonly string[]) => `\`\`\`\n${lines.join('\n')}\n\`\`\``

  it('is as large as keeps its lines whole', () => {
    expect(slidesOf(code(['short']))[0]).toMatchObject({ layout: 'figure', bodySize: 88 })
    expect(slidesOf(code(['x'.repeat(60)]))[0]?.bodySize).toBe(26)
  })

  it('flows on where it has an empty line, and loses no line', () => {
    const blocks = Array.from({ length: 6 }, (_, n) => [`block ${n}`, 'a', 'b', 'c', 'd', ''])
    const slides = slidesOf(code(blocks.flat().slice(0, -1)))
    expect(slides.length).toBeGreaterThan(1)
    expect(slides.every(({ body }) => body[0]?.text.startsWith('block'))).toBe(true)
    const words = slides.flatMap(({ body }) => body[0]?.text.split(/\n+/) ?? [])
    expect(words).toEqual(blocks.flat().filter((line) => line !== ''))
  })

  it('is as high as browsers wrap it: what is too long for the rest of a row goes to the next', () => {
    const line = [40, 40, 40].map((length) => 'x'.repeat(length)).join(' ')
    const rows = (slides: readonly Slide[]) => slides.map(({ body }) => body[0]?.text)
    // Two rows each by their letters, and three by their words.
    expect(slidesOf(code([line, line, line, line]))[0]?.bodySize).toBe(22)
    expect(rows(slidesOf(code(Array(7).fill(line)))).length).toBeGreaterThan(1)
  })

  it('is cut anywhere where a stretch is longer than a slide', () => {
    const lines = Array.from({ length: 50 }, (_, n) => `line ${n}`)
    const slides = slidesOf(code(lines))
    expect(slides.every(({ bodySize }) => bodySize === 20)).toBe(true)
    expect(slides.flatMap(({ body }) => body[0]?.text.split('\n') ?? [])).toEqual(lines)
  })
})

describe('<Slide>', () => {
  const slide = (content: string, said = '') => `<Slide${said}>\n\n${content}\n\n</Slide>`

  it.each([
    ['- one\n- two', 'list'],
    ['> Said so.', 'quote'],
    ['A short sentence.', 'statement'],
    [`${'word '.repeat(30)}end.`, 'free'],
    ['Two things.\n\n- one', 'free'],
    ['| Name | Value |\n| --- | --- |\n| a | b |', 'table'],
    ['| Before | After |\n| --- | --- |\n| a | b |', 'comparison'],
    ['![A map](https://example.org/map.png)', 'image'],
    ['```\ncode\n```', 'figure'],
    ['```mermaid\nflowchart LR\n a --> b\n```', 'diagram'],
    ['<Statement>A sentence.</Statement>', 'statement'],
    ['<Columns>\n\nA\n\nB\n\n</Columns>', 'columns'],
    ['### A headline\n\n- one', 'list'],
    ['- one\n\nThat is all.', 'list'],
    ['', 'free'],
  ])('with %j is set as %s', (content, layout) => {
    expect(layoutsOf(slide(content))).toEqual([layout])
  })

  it.each([
    ['| Name | Value |\n| --- | --- |\n| a | b |', 'comparison'],
    ['![A map](https://example.org/map.png)', 'figure'],
    ['A short sentence.', 'quote'],
    ['- one', 'free'],
  ])('with %j can be set as %s', (content, layout) => {
    expect(layoutsOf(slide(content, ` layout="${layout}"`))).toEqual([layout])
  })

  it('that asks for a layout which does not suit it gets the one that does', () => {
    expect(layoutsOf(slide('- one', ' layout="table"'))).toEqual(['list'])
  })

  it('takes a heading for its headline, below the name of the section', () => {
    const [first] = slidesOf(slide('### A headline\n\nWords.\n\n- one'))
    expect(first).toMatchObject({ title: 'A headline', kicker: 'A section', layout: 'free' })
    expect(first?.body[0]?.text).not.toContain('A headline')
  })

  it('repeats what the case says: nothing in it is an item, a section or a gap', () => {
    const text =
      '# A\n\n## B\n\n<Slide>\n\n### C\n\nDecision 1: We do.\n\nTo be written\n\n</Slide>\n'
    const { graph } = assemble([{ file: '1.mdx', text }])
    expect(graph.case).toMatchObject({ items: [], sections: [{ title: 'B' }] })
    expect(graph.case.gaps.filter(({ text: words }) => words)).toEqual([])
  })

  it('moves what it shares with the slide before where it says so', () => {
    const slides = slidesOf(`${slide('- one')}\n\n${slide('- one\n- two', ' animate')}`)
    expect(slides.map(({ animate }) => animate)).toEqual([undefined, true])
  })
})

describe('<Step>', () => {
  const steps = (text: string) =>
    slidesOf(text).flatMap(({ body }) =>
      body.map(({ text: words, step }) => [words, step ?? false]),
    )

  it('around a list makes its entries come one at a time, below the same headline', () => {
    const text = 'We want:\n\n<Step>\n\n- one\n- two\n\n</Step>'
    expect(slidesOf(text)[0]?.title).toBe('We want')
    expect(steps(text)).toEqual([
      ['one', true],
      ['two', true],
    ])
  })

  it('around a table leaves its header', () => {
    const text = `<Step>\n\n${table('| A | B |', '| 1 | 2 |')}\n\n</Step>`
    expect(steps(text)).toEqual([
      ['A · B', false],
      ['1 · 2', true],
    ])
    expect(steps(`<Slide>\n\n${text}\n\n</Slide>`)).toEqual(steps(text))
  })

  it('leaves what it holds in the case: items stay items', () => {
    const text = '# A\n\n## Objectives\n\n<Step>\n\n- one\n- two\n\n</Step>\n'
    const { graph } = assemble([{ file: '1.mdx', text }])
    expect(graph.case.items.map(({ id }) => id)).toEqual(['O1', 'O2'])
  })

  it('goes on over the slides of a long list', () => {
    const list = Array.from({ length: 20 }, (_, n) => `- Entry ${n} ${'word '.repeat(20)}`)
    const slides = slidesOf(`<Step>\n\n${list.join('\n')}\n\n</Step>`)
    expect(slides.length).toBeGreaterThan(1)
    expect(slides.flatMap(({ body }) => body).every(({ step }) => step)).toBe(true)
  })
})

describe('a quote', () => {
  it('of two paragraphs keeps them apart', () => {
    const [slide] = slidesOf('> One. Two.\n>\n> Three.')
    expect(slide?.body.map(({ startsParagraph }) => startsParagraph ?? false)).toEqual([
      false,
      false,
      true,
    ])
  })
})
