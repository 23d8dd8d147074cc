/** A drawing is the same whenever and after whatever it is drawn, so that two builds are the same. */
import { beforeAll, expect, test } from 'vitest'
import { withBrowser } from '../../../src/node/browser/index.ts'
import { mermaidPage } from '../../../src/node/mermaid/mermaid-page.ts'

/** Mermaid names these by chance, sketches their lines by chance, counts on, or asks for the time. */
const TEXTS = {
  'commits without names': 'gitGraph\n  commit\n  branch next\n  commit',
  'sketched lines': 'erDiagram\n  TEAM {\n    string name\n  }\n  TEAM ||--o{ CASE : writes',
  'a hand-drawn look': '---\nconfig:\n  look: handDrawn\n---\nflowchart LR\n  a --> b',
  'shades between colours': 'sankey-beta\n\na,b,10\na,c,5',
  'days, and today': `gantt\n  section One\n  Today :${new Date().toISOString().slice(0, 10)}, 3d`,
  'a day that is not said': 'gantt\n  section One\n  Then :after nothing, 3d',
}

/** The colour of that line, which nothing else in a chart has. */
const TODAY = '#c1121f'

let forwards: ReadonlyMap<string, string>
let backwards: ReadonlyMap<string, string>

beforeAll(async () => {
  const texts = Object.entries(TEXTS)
  forwards = await drawAll(texts)
  backwards = await drawAll(texts.toReversed())
})

test.each(Object.keys(TEXTS))('draws %s the same in another order', (name) => {
  expect(forwards.get(name)).toContain('<svg')
  expect(backwards.get(name)).toBe(forwards.get(name))
})

test('shows no line for today, which is another day when it is read', () => {
  expect(forwards.get('days, and today')).not.toContain(TODAY)
})

/** The drawings of a page of its own. */
function drawAll(
  texts: readonly (readonly [string, string])[],
): Promise<ReadonlyMap<string, string>> {
  return withBrowser(async (browser) => {
    const mermaid = mermaidPage(async () => browser, 'thread')
    const drawings = new Map<string, string>()
    for (const [name, text] of texts) {
      const { drawn } = await mermaid.draw(text)
      drawings.set(name, drawn.ok ? drawn.svg : drawn.message)
    }
    return drawings
  })
}
