/** Real Mermaid in a real browser: what comes out is safe, themed, whole, and drawn once. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type Diagram,
  type Drawn,
  diagramsOf,
  SLIDE_ROOM,
} from '../../../src/core/diagram/index.ts'
import { onPaper, onSlide } from '../../../src/core/diagram/paper.ts'
import type { Case } from '../../../src/core/model/case.ts'
import { builtInKinds } from '../../../src/core/model/kinds.ts'
import {
  authorDiagrams,
  draw,
  drawDiagrams,
  drawingsOf,
  readDrawing,
  undrawn,
} from '../../../src/node/mermaid/index.ts'
import { persistentPage } from '../../../src/node/mermaid/page-pool.ts'
import { type ReadCase, readCase } from '../../../src/node/read/read-case.ts'
import { tokens } from '../../../src/node/theme/tokens.ts'
import { inThread } from '../../store.ts'

const place = { file: 'case.mdx', line: 1 }
const NASTY = 'Say "hi" [x] {y}; #35; <b>b</b> `c` & end'

const theCase: Case = {
  title: 'A case',
  sections: [],
  items: [
    { key: 'objective-1', kind: 'objective', id: 'O1', text: NASTY, section: 's', place },
    {
      key: 'success-factor-1',
      kind: 'success-factor',
      id: 'CSF1',
      text: 'end',
      section: 's',
      place,
    },
    {
      key: 'success-factor-2',
      kind: 'success-factor',
      id: 'CSF2',
      text: 'It is',
      section: 's',
      place,
    },
  ],
  links: [
    { from: 'success-factor-1', to: 'objective-1', role: 'measures', draft: true, place },
    { from: 'success-factor-2', to: 'objective-1', role: 'measures', place },
  ],
  gaps: [],
}

const diagram = diagramsOf(
  { case: theCase, kinds: builtInKinds, code: [] },
  'objectives',
)[0] as Diagram // both lists hold something
const UNSAFE = `flowchart LR
  a["<img src=x onerror=alert(1)> <script>alert(2)</script>"] --> b
  click a href "javascript:alert(3)"
  style b fill:#ff0000`
const AUTHORS = [
  UNSAFE,
  'sequenceDiagram\n  Anna->>Ben: Hello\n  Note over Ben: thinks',
  'pie title Pets\n  "Dogs" : 3\n  "Cats" : 2',
  'gantt\n  dateFormat YYYY-MM-DD\n  section One\n  Discovery :a1, 2024-01-01, 30d',
  'mindmap\n  root((Why))\n    Because',
  'journey\n  title Day\n  section Work\n    Make tea: 5: Me',
  'stateDiagram-v2\n  Draft --> Sent : in time',
  `flowchart LR
    a[Seen] --> b[nobodysees] --> c[butthis]
    classDef quiet color:transparent
    class b quiet`,
]
/** As a diagram of the case, until an author writes on. */
const LIKE_OURS = `flowchart LR
%% columns
accTitle: Why
accDescr: What
n1["O1 Fast"]
class n1 objective
class n1 left
`
const THEIRS = ['n1 -- and then --- n2\n', 'n2["of no column"]\n', 'style n1 fill:#ff0000\n'].map(
  (more) => LIKE_OURS + more,
)
const BROKEN = '%% a comment\nflowchart LR\n  a --> b\n  b --> [c'

/** A page takes longer to open than most diagrams to draw. */
const { usePages, close } = persistentPage()
afterAll(close)

let drawn: readonly Drawn[] = []

beforeAll(async () => {
  drawn = await draw([diagram.mermaid, ...AUTHORS, LIKE_OURS, ...THEIRS, BROKEN], inThread)
})

test('holds every box, line and link of the case’s diagram, in the author’s own words', () => {
  const svg = svgOf(drawn[0])
  expect([...svg.matchAll(/<a href="#([^"]+)"/g)].map(([, key]) => key)).toEqual(
    diagram.nodes.map(({ target }) => target),
  )
  // By the names of its ends, those of a link stand out when it is pointed at.
  expect(svg.match(/class="edge [^"]*"/g)).toEqual([
    expect.stringMatching(/^class="edge draft n\d+ n\d+"$/),
    expect.stringMatching(/^class="edge n\d+ n\d+"$/),
  ])
  expect(svg.match(/class="box kind-[a-z-]+"/g)).toEqual([
    'class="box kind-objective"',
    'class="box kind-success-factor"',
    'class="box kind-success-factor"',
  ])
  const words = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inner = '']) => plain(inner))
  expect(words).toEqual(diagram.nodes.map(({ label }) => label))
})

test('takes no text of an author for a diagram of the case, whatever its comments say', () => {
  const [ours, ...theirs] = drawn.slice(AUTHORS.length + 1, -1).map(svgOf)
  expect(ours).toContain('drawing-of-case')
  for (const svg of theirs) expect(svg).not.toContain('drawing-of-case')
  expect(theirs.map(plain)).toEqual([
    expect.stringContaining('and then'),
    expect.stringContaining('of no column'),
    expect.stringContaining('O1 Fast'),
  ])
})

test('names and describes a diagram, which is a group since it holds links', () => {
  const svg = svgOf(drawn[0])
  expect(svg).toContain('role="group" aria-labelledby="__drawing__-title"')
  expect(svg).toContain(`<title id="__drawing__-title">${diagram.title}</title>`)
  expect(svg).toContain(`<desc id="__drawing__-desc">${diagram.description}</desc>`)
})

test.each(AUTHORS.map((text, index) => [text.split('\n')[0] ?? '', index + 1] as const))(
  'leaves nothing that styles, runs or loads in: %s',
  (_, index) => {
    const svg = svgOf(drawn[index])
    const tags = svg.match(/<[^>]+>/g)?.join('') ?? ''
    expect(tags).not.toMatch(/<(style|script|foreignObject|image|iframe)/i)
    expect(tags).not.toMatch(/\s(style|on\w+)=/i)
    expect(svg).not.toMatch(/(href|url\()="?(?!#)/i)
    expect(svg).toMatch(/<text/)
    expect(svg).toMatch(/^<svg [^>]*viewBox="[-\d. ]+" width="\d+" height="\d+"/)
  },
)

test('tells drawings in the theme’s colours from those in colours of their own', () => {
  expect(svgOf(drawn[1])).toContain('class="drawing own-colours"')
  expect(svgOf(drawn[2])).toContain('class="drawing theme-colours"')
})

test('keeps what stands in foreign content as text', () => {
  expect(plain(svgOf(drawn[6]))).toContain('Make tea')
})

test('sets the words of a state in the middle of its box, and those of a line on plain paper', () => {
  const svg = svgOf(drawn[7])
  const states = [...svg.matchAll(/<g transform="translate\(0, [-\d.]+\)">(?:(?!<\/text>).)*/g)]
  expect(states.map(([inner]) => plain(inner)).filter(Boolean)).toEqual(['Draft', 'Sent'])
  for (const [inner] of states) if (plain(inner)) expect(inner).toContain('text-anchor="middle"')
  expect(svg).not.toMatch(/<rect[^>]*opacity="0?\.5"/)
})

test('leaves out words that a style hides', () => {
  const words = plain(svgOf(drawn[8]))
  expect(words).toContain('Seen')
  expect(words).toContain('butthis')
  expect(words).not.toMatch(/nobodysees/)
})

test('says where a text does not draw', () => {
  expect(drawn.at(-1)).toEqual({
    ok: false,
    message: expect.stringContaining('Unexpected'),
    line: 4,
  })
})

test('starts no browser for what was drawn before, failures included', async () => {
  const launch = vi.spyOn(chromium, 'launch')
  expect(await draw([BROKEN, diagram.mermaid], inThread)).toEqual([drawn.at(-1), drawn[0]])
  expect(launch).not.toHaveBeenCalled()
  expect(readDrawing(diagram.mermaid, inThread)).toEqual(drawn[0])
  expect(readDrawing('never drawn', inThread)).toBeUndefined()
})

test('the simplest of each kind can be read on paper, upright', async () => {
  const written = await readFile('tests/fixtures/overfull/50-every-kind.mdx', 'utf8')
  const texts = [...written.matchAll(/```mermaid\n([^`]*)```/g)].map(([, text = '']) => text)
  expect(texts).toHaveLength(21)
  for (const drawing of await draw(texts, inThread, usePages)) {
    if (!drawing.ok) throw new Error(drawing.message)
    const { parts: _, ...whole } = drawing
    expect(onPaper({ ...whole, parts: [drawing, drawing] })).toBe('upright')
  }
})

describe('diagrams of engineers', () => {
  const labelOnSlide = ({ width, height, labelSize }: Extract<Drawn, { ok: true }>) =>
    labelSize * Math.min(1, SLIDE_ROOM.width / width, SLIDE_ROOM.height / height)
  const drawnOf = async (text: string) => {
    const [drawing] = await draw([text], inThread, usePages)
    if (!drawing?.ok) throw new Error('Expected a drawing')
    return drawing
  }

  test('lie down where they are too high for a slide, unless their author says how they run', async () => {
    const CHAIN = ['CASE ||--o{ DOCUMENT : has', 'DOCUMENT ||--|{ VERSION : keeps']
    const text = `erDiagram\n  ${CHAIN.join('\n  ')}\n  VERSION ||--|| COURT : at`
    const [lying, upright] = [await drawnOf(text), await drawnOf(`${text}\n  direction TB`)]
    expect(labelOnSlide(lying)).toBeGreaterThanOrEqual(SLIDE_ROOM.label)
    expect(lying.width).toBeGreaterThan(lying.height)
    expect(upright.height).toBeGreaterThan(upright.width)
  })

  test('show every task of a plan, and a milestone as one', async () => {
    const { svg } = await drawnOf(
      'gantt\n  dateFormat YYYY-MM-DD\n  Now :active, a1, 2026-01-05, 20d\n  Hard :crit, a2, after a1, 20d\n  Was :done, 2026-01-05, 9d\n  All live :milestone, 2026-03-01, 0d',
    )
    const bars = [...svg.matchAll(/<rect [^>]*rx="3"[^>]*>/g)].map(([bar]) => bar)
    expect(bars).toHaveLength(4)
    const fills = bars.map((bar) => /fill="([^"]+)"/.exec(bar)?.[1])
    expect(new Set(fills).size).toBe(4)
    expect(fills).not.toContain(tokens.card)
    expect(bars.filter((bar) => bar.includes('rotate(45'))).toHaveLength(1)
  })
})

describe('a diagram that is too large for a slide', () => {
  const steps = Array.from({ length: 60 }, (_, index) => `Step ${index + 1} of the way`)
  const chain = steps.map((words, index) => `s${index}["${words}"]`).join(' --> ')

  test.each(['LR', 'TD'])('comes in pictures that can be read there (%s)', async (direction) => {
    const [drawing] = await draw([`flowchart ${direction}\n  ${chain}`], inThread, usePages)
    if (!drawing?.ok) throw new Error('Expected a drawing')
    const { parts = [], labelSize } = drawing
    expect(parts.length).toBeGreaterThan(1)
    const words = parts.flatMap(({ svg }) =>
      [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inner = '']) => plain(inner)),
    )
    expect(words).toEqual(steps)
    for (const { width, height } of parts) {
      const scale = Math.min(SLIDE_ROOM.width / width, SLIDE_ROOM.height / height)
      expect(labelSize * scale).toBeGreaterThanOrEqual(SLIDE_ROOM.label)
    }
    const heads = parts.map(({ svg }) => svg.match(/ marker-end="url/g)?.length ?? 0)
    expect(heads.reduce((sum, count) => sum + count, 0)).toBe(steps.length - 1)
    expect(onPaper(drawing)).toBe('parts')
  })

  test('takes one picture where narrower boxes, columns or the other way let it', async () => {
    const seven = chain.split(' --> ').slice(0, 7).join(' --> ')
    const back = `flowchart LR\n  ${seven} --> s0\n  s1{"More than four fifths of it?"} -- No --> s3`
    const drawings = await draw([`flowchart TD\n  ${seven}`, back], inThread, usePages)
    for (const drawing of drawings) {
      if (!drawing?.ok) throw new Error('Expected a drawing')
      const { svg, width, height } = onSlide(drawing)
      for (const words of steps.slice(2, 7)) expect(plain(svg)).toContain(words)
      const scale = Math.min(SLIDE_ROOM.width / width, SLIDE_ROOM.below / height)
      expect(drawing.labelSize * scale).toBeGreaterThanOrEqual(SLIDE_ROOM.label)
    }
  })

  test('stays whole where nothing but lines may be cut', async () => {
    const inside = steps.map((words, index) => `    s${index}["${words}"]`).join('\n')
    const messages = steps.map((words) => `  A->>B: ${words}`).join('\n')
    const texts = [`flowchart LR\n  subgraph All\n${inside}\n  end`, `sequenceDiagram\n${messages}`]
    const [around, sequence] = await draw(texts, inThread, usePages)
    for (const drawing of [around, sequence])
      expect(drawing).toMatchObject({ ok: true, width: expect.any(Number) })
    for (const drawing of [around, sequence]) expect(drawing).not.toHaveProperty('parts')
  })

  test('is turned, or whole, where paper shows it so', () => {
    const drawing = { ok: true, svg: '', labelSize: 22 } as const
    const parts = [drawing, drawing].map(() => ({ svg: '', width: 900, height: 300 }))
    expect(onPaper({ ...drawing, parts, width: 1100, height: 500 })).toBe('upright')
    expect(onPaper({ ...drawing, parts, width: 1500, height: 500 })).toBe('turned')
    expect(onPaper({ ...drawing, parts, width: 3000, height: 500 })).toBe('parts')
    expect(onPaper({ ...drawing, width: 3000, height: 500 })).toBe('turned')
  })
})

describe('a case folder', () => {
  test('gives an error at the line of the broken block', async () => {
    const read = await caseWith(`# Case\n\nText.\n\n\`\`\`mermaid\n${BROKEN}\n\`\`\`\n`)
    expect(authorDiagrams(read)).toEqual([
      { text: BROKEN, place: expect.objectContaining({ line: 5 }) },
    ])
    expect(undrawn(read)).toBe(0)
    const [finding, ...more] = await drawDiagrams(read, usePages)
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      check: 'broken-diagram',
      severity: 'error',
      place: { file: 'case.mdx', line: 9 },
    })
    expect(finding?.message).toMatch(/^Unexpected Mermaid block that does not draw: /)
  })

  test('says which words lie on others, and cuts none off', async () => {
    const names = '"Northgate and the harbour", "Elm Terrace and beyond", "The old town hall"'
    const title =
      'How many people came each day of the week, before and after the hall in Northgate was opened anew in the spring'
    const crowded = `xychart-beta\n  title "${title}"\n  x-axis [${names}, "Kestrel", "Vale"]\n  bar [5, 6, 8, 2, 3]`
    const c4 =
      'C4Context\n  Person(a, "A")\n  System(b, "B")\n  Rel(a, b, "Reports a tree with a photograph and a place")'
    const blocks = [crowded, c4].map((text) => `\`\`\`mermaid\n${text}\n\`\`\`\n`)
    const read = await caseWith(`# Case\n\n${blocks.join('\n')}`)
    const found = await drawDiagrams(read, usePages)
    expect(found.map(({ check, message }) => `${check}: ${message}`)).toEqual([
      'diagram-overlap: Unexpected words “Northgate and the harbour” over “Elm Terrace and beyond” in a diagram, expected room for both: make them shorter',
    ])
    const [drawing] = await draw([crowded], drawingsOf(read), usePages)
    expect(drawing).toMatchObject({
      ok: true,
      width: expect.toSatisfy((width: number) => width > 1040),
    })
  })

  test('counts the diagrams that were never drawn', async () => {
    const read = await caseWith(
      `# Case\n\n\`\`\`mermaid\nflowchart LR\n  a --> z${Date.now()}\n\`\`\`\n`,
    )
    expect(undrawn(read)).toBe(1)
  })
})

function svgOf(one: Drawn | undefined): string {
  return one?.ok ? one.svg : `not drawn: ${one?.message}`
}

function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

async function caseWith(text: string): Promise<ReadCase> {
  const folder = await mkdtemp(join(tmpdir(), 'case-'))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'case.mdx'), text)
  const read = await readCase(folder)
  await rm(folder, { recursive: true })
  return read
}
