/** Files for office programs: quotes and arrows of large type, and words from right to left. */
import { describe, expect, it } from 'vitest'
import { makeDeck, planSheets } from '../../../src/node/export/deck/index.ts'
import { makeNarrative } from '../../../src/node/export/narrative/index.ts'
import { unpack } from '../../../src/node/export/office.ts'
import { caseOf, noBrowser, partOf, wordsIn } from './cases.ts'

const read = caseOf(`# A case

## Say "yes" -> now

<Statement>

From "late" -> \`a -> "b"\`

</Statement>

- Body "as" -> typed

## خدمة واحدة

- الطلب الأول
- A second one

### جدول

| المكتب | Days |
| --- | ---: |
| الشمال | 6 |

### A table

| Office | Days |
| --- | ---: |
| North | 6 |
`)

describe('large type', () => {
  it('has set quotes and arrows on slides; text and code stay as typed', async () => {
    const deck = await makeDeck(read, noBrowser)
    const all = planSheets(read).sheets.map((_, index) =>
      wordsIn(partOf(deck, `ppt/slides/slide${index + 1}.xml`)),
    )
    expect(all.join('\n')).toContain('From “late” → a -> "b"')
    expect(all.join('\n')).toContain('Body "as" -> typed')
  })

  it('has them in the headings of a document', async () => {
    const words = wordsIn(partOf(await makeNarrative(read, noBrowser), 'word/document.xml'))
    expect(words).toContain('Say “yes” → now')
    expect(words).toContain('Body "as" -> typed')
  })
})

it('runs from the right where the first letter does', async () => {
  const deck = await makeDeck(read, noBrowser)
  const n = planSheets(read).sheets.findIndex(({ id }) => id === 'خدمة-واحدة') + 1
  const slide = partOf(deck, `ppt/slides/slide${n}.xml`)
  expect(slide).toMatch(/rtl="1"\/>(?:(?!<\/a:p>).)*الطلب/s)
  expect(slide).not.toMatch(/rtl="1"\/>(?:(?!<\/a:p>).)*A second/s)
  const body = partOf(await makeNarrative(read, noBrowser), 'word/document.xml')
  expect(body).toMatch(/<w:bidi\/>(?:(?!<\/w:p>).)*الطلب/s)
  expect(body).toMatch(/<w:rtl\/>(?:(?!<\/w:r>).)*الطلب/s)
  expect(body).not.toMatch(/<w:bidi\/>(?:(?!<\/w:p>).)*A second/s)
  // Columns do too, where their words do.
  expect(body.match(/<w:bidiVisual/g)).toHaveLength(1)
  const tables = [...unpack(deck)].flatMap(
    ([, part]) => String(part).match(/<a:tblPr[^>]*>/g) ?? [],
  )
  expect(tables).toEqual(['<a:tblPr rtl="1" firstRow="1"/>', '<a:tblPr firstRow="1"/>'])
})

it('has formulas that can be edited in a document, of several lines too, and their words on slides', async () => {
  const formulas = caseOf(
    '## How we count\n\nWe count $$\\frac{b}{c}$$ and $$\\begin{cases} x & a \\\\ y & b \\end{cases}$$.',
  )
  const body = partOf(await makeNarrative(formulas, noBrowser), 'word/document.xml')
  expect(body).toMatch(/<m:oMath>.*<m:num>.*>b<.*<m:den>.*>c<.*<\/m:oMath>/s)
  expect(body.match(/<m:oMath>/g)).toHaveLength(2)
  expect(body.match(/<m:mr>/g)).toHaveLength(2)
  const deck = await makeDeck(formulas, noBrowser)
  const slides = planSheets(formulas).sheets.map((_, index) =>
    wordsIn(partOf(deck, `ppt/slides/slide${index + 1}.xml`)),
  )
  expect(slides.join('\n')).toContain('We count b / c and {x a; y b.')
})

it('goes on counting past a picture, from any number, however deep', async () => {
  const text = `# T

## Steps

1. Come in

   ![Seats](seats.png)

2. Sit down

   5. wait
   6. ask

3. Stay
`
  const document = partOf(await makeNarrative(caseOf(text), noBrowser), 'word/document.xml')
  const numbered = [...document.matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"/g)]
  const lists = numbered.map(([, level, list]) => `${level} of ${list}`)
  expect(lists).toHaveLength(5)
  expect(new Set([lists[0], lists[1], lists[4]]).size).toBe(1)
  expect(lists[2]).toBe(lists[3])
  expect(lists[2]).toMatch(/^1 of /)
  const numberings = partOf(await makeNarrative(caseOf(text), noBrowser), 'word/numbering.xml')
  expect(numberings).toContain('<w:start w:val="5"/>')
})

it('holds no page of pictures together: a heading stays with its own alone', async () => {
  const sections = ['One', 'Two', 'Three'].map((name) => `## ${name}\n\n![${name}](${name}.png)\n`)
  const document = partOf(
    await makeNarrative(caseOf(`# T\n\n${sections.join('\n')}`), noBrowser),
    'word/document.xml',
  )
  expect(document).not.toContain('<w:keepNext/>')
  const styles = partOf(await makeNarrative(read, noBrowser), 'word/styles.xml')
  expect(styles).not.toMatch(/w:styleId="Picture"(?:(?!<\/w:style>).)*keepNext/s)
})

it('keeps blocks of code apart, each with its lines, and raised signs raised', async () => {
  const text =
    '# T\n\n## Part\n\n```\na\n  b\n```\n\n```\nc\n```\n\nIt is 10<sup>3</sup> of H~2~O.\n'
  const document = partOf(await makeNarrative(caseOf(text), noBrowser), 'word/document.xml')
  const code = [...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*"Code"(?:(?!<\/w:p>).)*<\/w:p>/gs)]
  expect(code.map(([paragraph]) => paragraph.match(/<w:br\/>/g)?.length ?? 0)).toEqual([1, 0])
  expect(document).toMatch(/superscript"\/><\/w:rPr><w:t[^>]*>3</)
  expect(document).toMatch(/subscript"\/><\/w:rPr><w:t[^>]*>2</)
})

it('runs from the right whatever id stands before the words', async () => {
  const deck = await makeDeck(caseOf('# T\n\n## Objectives\n\n- الطلب الأول\n'), noBrowser)
  const all = planSheets(caseOf('# T\n\n## Objectives\n\n- الطلب الأول\n')).sheets.map((_, index) =>
    partOf(deck, `ppt/slides/slide${index + 1}.xml`),
  )
  expect(all.join('')).toMatch(/rtl="1"\/?>(?:(?!<\/a:p>).)*O1(?:(?!<\/a:p>).)*الطلب/s)
})

it('joins no words at a line break', async () => {
  const text = '# T\n\n## P\n\n| A | B |\n| --- | --- |\n| Phone<br/>line | 2 |\n\n- One<br/>two\n'
  const made = await makeNarrative(caseOf(text), noBrowser)
  const deck = await makeDeck(caseOf(text), noBrowser)
  const slides = planSheets(caseOf(text)).sheets.map((_, index) =>
    wordsIn(partOf(deck, `ppt/slides/slide${index + 1}.xml`)),
  )
  for (const words of [wordsIn(partOf(made, 'word/document.xml')), slides.join('\n')]) {
    expect(words).toMatch(/Phone\s+line/)
    expect(words).toMatch(/One\s+two/)
  }
})
