/** Lists, boxes of other tools, and tables in items keep what they mean in every output that core plans. */
import { describe, expect, it } from 'vitest'
import { flatten, planDeck } from '../../src/core/deck/index.ts'
import { lookupOf } from '../../src/core/graph/lookup.ts'
import { onePageOf } from '../../src/core/one-page/index.ts'
import { caseJsonOf } from '../../src/core/register/case-json.ts'
import { recognise } from '../../src/core/syntax/conventions/index.ts'
import { parse } from '../../src/core/syntax/parse.ts'
import { attributeOf, textOf, walk } from '../../src/core/syntax/tree.ts'
import { guessedMeasure } from '../../src/core/text/measure.ts'
import { findingsOf, read } from './read.ts'
import { readWriting } from './writing.ts'

const writing = readWriting()
const slides = flatten(planDeck(writing, guessedMeasure))
const bodyOf = (id: string) => slides.find((slide) => slide.id === id)?.body ?? []

describe('lists', () => {
  it('show the boxes of tasks', () => {
    expect(bodyOf('planning').map(({ text }) => text)).toEqual([
      '☑ Ask the inspectors',
      '☐ Ask the parish councils',
      '☐ Count the appeals',
    ])
  })

  it('count from the number that their author began with', () => {
    const body = bodyOf('planning--we-will-in-this-order')
    expect(body.map(({ number }) => number)).toEqual([3, 4, 5])
    expect(body.map(({ depth }) => depth)).toEqual([undefined, 4, undefined])
  })

  it('say at their marks how they count, however deep they stand', () => {
    const text = '3. a\n   1. b\n\n      Words.\n      - c\n        1) d\n'
    const { tree } = parse(text, '1.mdx')
    if (!tree) throw new Error('Expected a tree')
    const marked = recognise(tree, { file: '1.mdx', text }, lookupOf(writing).kinds).tree
    const lists = [...walk(marked)].filter(({ name }) => name === 'List')
    expect(lists.map((list) => attributeOf(list, 'n'))).toEqual(['3', '1', undefined, '1'])
  })
})

describe('boxes and definitions of other tools', () => {
  it.each([
    ['> [!NOTE]\n> Trees are apart.', 'Note: Trees are apart.'],
    ['> [!WARNING]\n>\n> Trees are apart.', 'Warning: Trees are apart.'],
    ['> [!TIP] Mind the date\n> It is near.', 'Mind the date: It is near.'],
    [':::note\nTrees are apart.\n:::', 'Note: Trees are apart.'],
    ['::: warning\n\nTrees are apart.\n\n:::', 'Warning: Trees are apart.'],
    [':::tip[Mind the date]\nIt is near.\n:::', 'Mind the date: It is near.'],
    [':::caution\n\n- One\n- Two\n:::', 'Caution:\nOne\nTwo'],
    ['Term\n: What it *means*', 'Term: What it means'],
    ['Term\n\n: What it means', 'Term: What it means'],
    ['Term\n: One\n: Two', 'Term: One; Two'],
    ['Term\n: One of them.\n: Two.', 'Term: One of them. Two.'],
  ])('%j is read', (text, words) => {
    const { tree } = parse(text, '1.mdx')
    if (!tree) throw new Error('Expected a tree')
    const { tree: marked } = recognise(tree, { file: '1.mdx', text }, lookupOf(writing).kinds)
    expect(textOf(marked)).toBe(words)
  })

  it('leaves alone what only looks like them', () => {
    const text = 'We ask: who pays?\n\n> [!] He said so.\n\nWe wait.\n\n: it is late'
    const { tree } = parse(text, '1.mdx')
    const { tree: marked } = recognise(
      tree ?? { type: 'root' },
      { file: '1.mdx', text },
      lookupOf(writing).kinds,
    )
    expect(textOf(marked)).toBe('We ask: who pays?\n[!] He said so.\nWe wait.\n: it is late')
    expect(findingsOf(read(`# T\n\n${text}\n`))).toContain('raw-mark 9:1')
  })
})

describe('a table below an item', () => {
  it('is none of its words', () => {
    const texts = caseJsonOf(writing).items.map(({ key, text }) => [key, text])
    expect(texts).toContainEqual(['option-1', 'Buy a service that others use'])
    expect(texts).toContainEqual(['risk-1', 'Nobody takes part'])
    expect(onePageOf(writing).options.lines.map(({ text }) => text)).toEqual([
      'Buy a service that others use',
      'Build one together',
    ])
  })

  it('has a slide of its own, headed by the item', () => {
    const tables = slides.filter(({ layout }) => layout === 'comparison' || layout === 'table')
    expect(tables.map(({ id, title }) => [id, title])).toEqual([
      ['options--pros-cons', 'Buy a service that others use'],
      ['options--pros-cons-2', 'Build one together'],
      ['risks--likely-costly', 'Nobody takes part'],
      ['what-it-costs', 'What it costs'],
      ['what-we-saw', 'What we saw ✅'],
      ['what-the-meeting-settled', 'What the meeting settled'],
      ['section-risks', 'Risks'],
    ])
    expect(bodyOf('options').map(({ text }) => text)).toEqual([
      'Buy a service that others use',
      'Build one together',
    ])
  })

  it.each(['Evidence 1a: They wait.', '### Decision 2\n\nWe wait.', 'Decision 2: We wait'])(
    'is shown once below %j',
    (item) => {
      const table = '| Month | Days |\n| ----- | ---- |\n| May   | 40   |'
      const made = read(`# T\n\n## Part\n\nDecision 1: We act\n\n${item}\n\n${table}\n`)
      const all = flatten(planDeck(made, guessedMeasure))
      const rows = all.filter(({ body }) => body.some(({ type }) => type === 'row'))
      expect(rows).toHaveLength(1)
      const words = all.flatMap(({ body }) => body.map(({ text }) => text)).join(' ')
      expect(words.match(/40/g)).toHaveLength(1)
      expect(
        caseJsonOf(made)
          .items.map(({ text }) => text)
          .join(' '),
      ).not.toContain('40')
    },
  )
})
