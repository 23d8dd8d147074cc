/** Our own document, brought back: its items are items again, and its links citations. */
import { readFile } from 'node:fs/promises'
import { Bookmark, Document, ImageRun, Packer, Paragraph, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { APPRAISAL } from '../../../src/core/appraisal/sum-names.ts'
import { chartOf } from '../../../src/core/chart/index.ts'
import { diagramProperties } from '../../../src/core/diagram/properties.ts'
import { readFormula } from '../../../src/core/formula/read.ts'
import { formulaText } from '../../../src/core/formula/text.ts'
import { allBlocks, isChart } from '../../../src/core/syntax/conventions/index.ts'
import { makeNarrative } from '../../../src/node/export/narrative/index.ts'
import { type ReadCase, readCase } from '../../../src/node/read/read-case.ts'
import { linksOf } from '../../core/read.ts'
import { caseOf, TEXT } from '../export/cases.ts'
import { newWorkspace, PNG, type Workspace } from './workspace.ts'

let at: Workspace
beforeEach(async () => {
  at = await newWorkspace()
})
afterEach(() => at.remove())

const MORE = `${TEXT}
## Risks

- The river rises (O1, O2)
- Steel is dear (Decision 2)

## Options

Option 3: A ferry (CSF1).

### Option B: A tunnel

Nobody has asked for it (1a).

## Success factors

- CSF1: Cheap to run (O1)

## Benefits

- Benefit 1: Less time on the road (O1)
  Owner: Harbour office
  Baseline: 40 minutes

## What it costs by year

Costs fall.

| Year | Cost (£m) |
| --- | ---: |
| 2024 | 3 |
| 2025 | 2 (1 to 3) |
| 2026 | 1 |

(as columns)

Source: Accounts (1a)

- Ferry 4
- Bridge 9

(as bars)

By kind: boats 41%, bikes 38% and feet 52% (as bars).

| Crossing | Before | After |
| --- | ---: | ---: |
| North | 9 | 2 |
| South | 8 | 7 |

<Chart as="dots">

| Crossing | Before | After |
| --- | ---: | ---: |
| North | 9 | 2 |
| South | 8 | 7 |

</Chart>

~~~yaml
bridge:
  wide: 3 # metres

  paid: [the council]
~~~

## More evidence

Evidence 1b (interview, March 2020, quality amber: two sites only): It rained.[^own]

Evidence 3a (analytics, May 2020): It snowed.

Decision 3: We count the rain.

Evidence 1b: See above

It is done.

> We waited for weeks.
>
> — Nurse, clinic 2

[^own]: All of March.
`

async function goRound(text: string) {
  const before = caseOf(text)
  const bytes = await makeNarrative(before, () => Promise.reject(new Error('no browser')))
  await at.write({ 'in/a.docx': bytes })
  const printed = await at.run('in', '--to', 'case')
  return { before, printed, after: await readCase(`${at.folder}/case`, 'internal') }
}

const named = ({ graph }: Parameters<typeof linksOf>[0]) =>
  graph.case.items.map(({ id, kind }) => `${kind} ${id}`)

/** The form of each chart, with its numbers. */
function chartsIn({ blocks }: Pick<ReadCase['documents'][number], 'blocks'>): readonly unknown[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'element' || !isChart(block)) return []
    const { form, rows, series } = chartOf(block).plan ?? {}
    return [{ form, rows, series }]
  })
}

test('has the same items with the same ids, links and strength', async () => {
  const { before, after, printed } = await goRound(MORE)
  expect(named(after)).toEqual(named(before))
  expect(linksOf(after)).toEqual(linksOf(before))
  expect(after.graph.items.get('evidence-1b')?.strength).toEqual(
    before.graph.items.get('evidence-1b')?.strength,
  )
  // What is said of an item is in lines, as it was.
  const said = before.graph.items.get('benefit-1')?.properties
  expect(Object.keys(said ?? {})).toHaveLength(2)
  expect(after.graph.items.get('benefit-1')?.properties).toEqual(said)
  expect(after.graph.case.title).toBe(before.graph.case.title)
  expect(after.graph.phase).toBe(before.graph.phase)
  const { ask, team, period, caveat } = before.settings
  expect(after.settings).toMatchObject(JSON.parse(JSON.stringify({ ask, team, period, caveat })))
  const text = await at.text('case/a.mdx')
  expect(text).toContain('The river rises (O1, O2)')
  expect(text).toContain('\nDecision 1: We chose a bridge. It lasts.\n')
  expect(text).toContain('\n> We waited for weeks.\n>\n> — Nurse, clinic 2\n')
  expect(text).toContain('\n| What | Cost |\n| --- | ---: |\n| Bridge | £3 & more (1a) |\n')
  expect(after.documents.flatMap(chartsIn)).toEqual(before.documents.flatMap(chartsIn))
  expect(text).toContain('\n```yaml\nbridge:\n  wide: 3 # metres\n\n  paid: [the council]\n```\n')
  expect(printed).not.toMatch(/charts|files inside/)
  expect(text).not.toMatch(
    /Relied on|Not rated|No evidence recorded|Contents|Set out|, sprint 1|What we ask|Team:|Updated/,
  )
  expect(printed).toMatch(/a document of this tool: lines that it writes by itself are left out/)
  expect(printed).not.toMatch(/\d+ words?:/)
})

test('keeps what a reviewer wrote into the lines of the tool', async () => {
  const bytes = await makeNarrative(caseOf(MORE), () => Promise.reject(new Error('no browser')))
  const files = unzipSync(bytes)
  const write = (part: string, from: string, to: string) => {
    const xml = strFromU8(files[part] ?? new Uint8Array())
    expect(xml).toContain(from)
    files[part] = strToU8(xml.replace(from, to))
  }
  write('word/document.xml', '>Not rated<', '>Not rated. Ask Grace.<')
  write('word/document.xml', '>, sprint 1<', '>, sprint 1, says Ada<')
  write('word/footnotes.xml', 'Of 31 people', 'Of 31 tourists')
  await at.write({ 'in/a.docx': zipSync(files) })
  await at.run('in', '--to', 'case')
  const text = await at.text('case/a.mdx')
  for (const words of ['Ask Grace', 'says Ada', 'tourists']) expect(text).toContain(words)
})

test("leaves a document of somebody else's as it is, though its styles have names of ours", async () => {
  const styled = (text: string, style: string) =>
    new Paragraph({ style, children: [new TextRun({ text, bold: style === 'ItemName' })] })
  const document = new Document({
    styles: {
      paragraphStyles: [
        { id: 'ItemName', name: 'Item name' },
        { id: 'Quiet', name: 'Quiet line' },
      ],
    },
    sections: [{ children: [styled('Decision 1', 'ItemName'), styled('Not rated', 'Quiet')] }],
  })
  await at.write({ 'in/a.docx': await Packer.toBuffer(document) })
  await at.run('in', '--to', 'case')
  expect(await at.text('case/a.mdx')).toMatch(/Decision 1[*]*\n\nNot rated/)
})

test('makes a citation of a link that says the name of what it leads to', async () => {
  const text =
    '# T\n\nWe know it, see [Decision 2](#decision-2) and [it](#decision-2).\n\nDecision 2: We wait.\n'
  await at.write({ 'in/a.md': text })
  await at.run('in', '--to', 'case')
  expect(await at.text('case/a.mdx')).toContain('see (Decision 2) and [it](#decision-2)')
})

test('has the formulas of an author again, which say the same', async () => {
  const formulas = [
    String.raw`NPSV = \sum_{t=0}^{30} \frac{B_t - C_t}{(1 + 0.035)^t}`,
    String.raw`n = \sqrt{z^2 p(1 - p)}`,
    String.raw`\mathrm{RMSE} \leq \hat{x}_i^2 + \sqrt[3]{\alpha}`,
    String.raw`\left( \frac{a}{b} \right)^2 \times 100\%`,
    String.raw`\begin{aligned} a &= b + c \\ d &= \frac{e}{f} \end{aligned}`,
  ]
  const sentence = 'The ratio is $$x_i$$, and no more.'
  const { after, printed } = await goRound(
    `# Case\n\n## Sums\n\n${sentence}\n\n${formulas.map((tex) => `$$\n${tex}\n$$`).join('\n\n')}\n`,
  )
  const text = after.sources.map((source) => source.text).join('\n')
  const shown = (tex: string) => {
    const read = readFormula(tex, true)
    return 'why' in read ? read.why : formulaText(read).replace(/[\s{}]/g, '')
  }
  const found = [...text.matchAll(/\$\$(.+?)\$\$/gs)].map(([, tex = '']) => shown(tex))
  expect(found).toEqual(['x_i', ...formulas].map(shown))
  expect(text).toContain('The ratio is $$x_{i}$$, and no more.')
  expect(printed).not.toMatch(/\d+ words?:/)
})

test('has the estimates of a case with their brackets, and says no sum of the tool a second time', async () => {
  const text = `# Case

## Sums

Estimate 1 (OPT2, cost, one-off, 2027, medium confidence): Building costs £1 to £2 million

Estimate 2 (OPT2, benefit, cash-releasing, 2028 to 2036, a year, 1a): It saves £3 to £4 million

Evidence 1a (against, interview, March 2026, quality amber: two people): They doubt it.

## Options

- Option 1: Business as usual
- Option 2: One place to book
`
  const { before, after, printed } = await goRound(text)
  const saidIn = ({ documents }: Pick<ReadCase, 'documents'>) =>
    documents
      .flatMap(({ blocks }) => [...allBlocks(blocks)])
      .flatMap((block) => (block.type === 'item' ? [block] : []))
      .map(({ id, estimate, strength }) => [id, estimate?.estimated, strength?.strength])
  expect(saidIn(after).slice(0, 3)).toEqual(saidIn(before).slice(0, 3))
  const imported = after.sources.map((source) => source.text).join('\n')
  expect(imported).toContain('They doubt it.\n\n## Options\n\n- OPT1: Business as usual')
  expect(imported).not.toContain(APPRAISAL)
  expect(imported).not.toContain('8 in 10')
  expect(printed).not.toMatch(/\d+ words?:/)

  // What a reviewer has changed is no line of the tool's any more.
  const parts = unzipSync(await readFile(`${at.folder}/in/a.docx`))
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  parts['word/document.xml'] = strToU8(
    document.replaceAll('8 in 10 likely', 'which nobody believes'),
  )
  await at.write({ 'in2/a.docx': Buffer.from(zipSync(parts)) })
  await at.run('in2', '--to', 'case2')
  expect(await at.text('case2/a.mdx')).toContain('which nobody believes')
})

test('gives back the diagrams of an author, once each and without their comments', async () => {
  const picture = (alt: string) =>
    new Paragraph({
      style: 'Picture',
      children: [
        new ImageRun({
          ...{ type: 'png', data: PNG, transformation: { width: 9, height: 9 } },
          altText: { name: 'Picture', title: '', description: alt },
        }),
      ],
    })
  const style = (id: string) => ({ id, name: id === 'Picture' ? 'Picture' : 'Contents title' })
  const document = new Document({
    styles: { paragraphStyles: [style('Picture'), style('ContentsTitle')] },
    customProperties: diagramProperties([
      {
        alt: 'Diagram: Ask, Get',
        text: 'flowchart LR\n  %% never told\n  a[Ask] --> b["Get <b>it</b>"]',
      },
      { alt: 'Diagram: Get', text: '' },
    ]),
    sections: [
      {
        children: [
          new Paragraph({ style: 'ContentsTitle', text: 'Contents' }),
          new Paragraph({
            children: [new Bookmark({ id: 'k_a', children: [new TextRun('It goes so.')] })],
          }),
          ...[picture('Diagram: Ask, Get'), picture('Diagram: Get'), picture('A photo')],
        ],
      },
    ],
  })
  await at.write({ 'in/a.docx': await Packer.toBuffer(document) })
  const printed = await at.run('in', '--to', 'case')
  const text = await at.text('case/a.mdx')
  expect(text).toContain(
    'It goes so.\n\n```mermaid\nflowchart LR\n  a[Ask] --> b["Get <b>it</b>"]\n```\n\n![A photo](',
  )
  expect(text).not.toContain('Diagram:')
  expect(printed).not.toMatch(/\d+ words?:/)
})
