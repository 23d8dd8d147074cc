/** What is cut into sentences is an author's words, all of them and in order, in every output that core plans. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flatten, planDeck, type Slide } from '../../src/core/deck/index.ts'
import type { Assembled } from '../../src/core/model/assembled.ts'
import { builtInKinds } from '../../src/core/model/kinds.ts'
import { onePageOf } from '../../src/core/one-page/index.ts'
import { caseJsonOf } from '../../src/core/register/case-json.ts'
import { allBlocks, recognise } from '../../src/core/syntax/conventions/index.ts'
import { parse } from '../../src/core/syntax/parse.ts'
import { textOf } from '../../src/core/syntax/tree.ts'
import { guessedMeasure } from '../../src/core/text/measure.ts'
import { opening } from '../../src/core/text/quoted.ts'
import { read } from './read.ts'

/** Of what five teams would write: each ends a sentence, or only seems to. */
const WORDS = [
  ...[
    'Users',
    'wait.',
    'They call.',
    'Staff answer!',
    'Why?',
    'Then nothing',
    'at 5 p.m. on',
    'no. 7',
  ],
  ...[
    'a .CSV file',
    'in .NET.',
    'the U.S. Digital Service',
    'Yahoo! Mail',
    'services: 1. Pay 2. Notify',
  ],
  ...[
    '“I gave up. Nobody called.” — P3, parent.',
    '"We waited. Twice." (P4)',
    '“So',
    'long.”',
    '‘It’s. Bad.’',
  ],
  ...['They fall.¹', 'It is (so. And so.) late.', 'e.g. this', '*much.* More', '`a.B`', 'etc. and'],
]
const paragraphs = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 })
  .map((words) => words.join(' '))

it('in the marks of paragraphs, entries, quotes and items', () => {
  holds((words) => {
    const text = `${words}\n\n- ${words}\n\n> ${words}\n\nEvidence 1a: ${words}\n`
    const { tree } = parse(text, '1.mdx')
    if (!tree) throw new Error('Expected a tree')
    const { document, tree: marked } = recognise(tree, { file: '1.mdx', text }, builtInKinds)
    expect(spaced(textOf(marked))).toBe(spaced(textOf(tree)).replace('Evidence 1a: ', ''))
    for (const block of allBlocks(document.blocks)) {
      if ('words' in block) expect(block.words.sentences.join('').trim()).toBe(block.words.text)
    }
  })
})

describe('on slides', () => {
  it('of evidence', () => {
    holds((words) => {
      const made = read(`# T\n\nDecision 1: We act.\n\nEvidence 1a: ${words}\n`)
      const [item] = caseJsonOf(made).items.filter(({ key }) => key === 'evidence-1a')
      expect(shown(slidesOf(made), 'evidence') || besideIn(made).join(' ')).toBe(item?.text)
    })
  })

  it('of a decision, whose first sentence is its headline', () => {
    holds((words) => {
      const made = read(`# T\n\nDecision 1: ${words}\n`)
      const slides = slidesOf(made).filter(({ layout }) => layout === 'decision')
      const text = [slides[0]?.head?.text, shown(slides, 'decision')].join(' ').trim()
      expect(text).toBe(caseJsonOf(made).items[0]?.text)
    })
  })

  it('of a quote', () => {
    holds((words) => {
      const made = read(`# T\n\nThey said:\n\n> ${words}\n`)
      const [quote] = made.documents[0]?.blocks.filter(({ type }) => type === 'quote') ?? []
      expect(shown(slidesOf(made), 'quote')).toBe(quote?.type === 'quote' && quote.words.text)
    })
  })
})

describe('of what someone said, where there is little room', () => {
  const long = 'I rang four times, and nobody could say where my form was. '.repeat(6).trim()
  const row = (evidence: string) => {
    const text = `# T\n\nDecision 1: We act.\n\nEvidence 1a: ${evidence}\n`
    const others = [...'bcdefghijklmnop'].map((letter) => `Evidence 1${letter}: They wait.\n`)
    const [shownRow] = besideIn(read(`${text}\n${others.join('\n')}`))
    const [line] = onePageOf(read(text)).strongest.lines
    return { row: shownRow, line: line?.text }
  }

  it.each([
    ['“I gave up. Nobody called me.” — P3, parent.', ''],
    ['"I gave up. Nobody called me." P3.', ' Others went on.'],
    ['A parent said: “I gave up. Nobody called me.” (P3).', ' Others went on.'],
    ["'I gave up. It's no use.' Participant 3.", ' Others went on.'],
    ['« J’ai attendu. Personne n’a appelé. » — P3.', ' Others went on.'],
  ])('%s is whole', (said, more) => {
    expect(row(said + more)).toEqual({ row: said, line: more ? `${said} …` : said })
  })

  it('shows that a long quotation goes on, and who said it', () => {
    const { row: shownRow, line } = row(`“${long}” — P3, parent. They left.`)
    expect(shownRow).toMatch(/^“I rang .* …” — P3, parent\.$/)
    expect(line).toBe(shownRow)
    expect(line?.length).toBeLessThan(230)
  })

  it('reads a quote below its label as the words of the evidence, with who said it', () => {
    const said = '“I gave up. Nobody called me.” — P3'
    expect(row('\n\n> “I gave up. Nobody called me.”\n>\n> P3')).toEqual({ row: said, line: said })
  })

  it('cuts nothing that is no quotation in another way than before', () => {
    expect(opening('The boys’ club. The girls’ club.', 200)).toMatchObject({
      text: 'The boys’ club.',
      isQuoteCut: false,
    })
  })
})

function holds(claim: (words: string) => void): void {
  fc.assert(fc.property(paragraphs, claim), { numRuns: 60 })
}

function slidesOf(made: Assembled): readonly Slide[] {
  return flatten(planDeck(made, guessedMeasure))
}

/** What stands of evidence on the slide of its decision. */
function besideIn(made: Assembled): readonly string[] {
  const [slide] = slidesOf(made).filter(({ layout }) => layout === 'decision')
  return (slide?.evidence ?? []).flatMap(({ body }) => body.map(({ text }) => text))
}

/** What the slides of a layout say, one after the other. */
function shown(slides: readonly Slide[], layout: Slide['layout']): string {
  return slides
    .filter((slide) => slide.layout === layout)
    .flatMap(({ body }) => body.map(({ text }) => text))
    .join(' ')
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
