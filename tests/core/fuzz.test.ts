/** Random and mutated documents, from text to findings: no crash, no lost words, no place outside. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/core/assemble.ts'
import type { Assembled } from '../../src/core/model/assembled.ts'
import type { Place } from '../../src/core/model/case.ts'
import { builtInKinds } from '../../src/core/model/kinds.ts'
import { recognise } from '../../src/core/syntax/conventions/index.ts'
import { parse } from '../../src/core/syntax/parse.ts'
import { type Node, textOf, walk } from '../../src/core/syntax/tree.ts'

/** Whole paragraphs, headings and lists that mean something, and what spoils them. */
const BLOCKS = [
  '# [Prototype] Case for joining up',
  '## Strategic Objectives',
  '## Critical Success Factors',
  '## Options considered',
  '## Sprint 2',
  '#### Too deep',
  '### Decision 3',
  '### Decision 4: We went on (2a, O1)',
  'Decision 3: We focused on people (12b, 12c).',
  '**Decision 1 - bold** and (draft: O1)',
  'Evidence 3a: We realised (O9, CSF2)',
  'Evidence 3a (interview, March 2020, restricted, quality amber: two sites only): They said so.',
  'Evidence 10a: See above',
  'Evidence 4b (analytics, 2031-13-45, impact red): 70% of [x](https://docs.google.com/a) do.',
  'Assumption 2 (quality red, impact red): It holds.',
  '- one entry (1, 2)\n- Objective 2: another\n  - nested (O2)',
  '1. first\n2. second:\n\n   > "quoted" said P3 of the Ministry',
  '> "In 2030, government services will be joined up and trusted by all." P4, Home Office',
  'To be written by Economics, 14 March',
  '| Option | Cost (O1) |\n| - | - |\n| a | (9z) |',
  'Services are disjointed when:',
  'Mail a.person@example.org or 020 7946 0018, or DM @someone. Around 70% agree.',
  'The GDS, HMRC and DDaT i.e. e.g. etc. said "go". No. 3 did not! Why? (See below).',
  '[x]((https://a.uk)) ![](a.png) ![alt](b.png)',
  'Weâ€™re caf\u00e9 \u00e2',
  '```mermaid\ngraph LR; a-->b\n```',
  '```\nDecision 9: code\n```',
  '<Slide>\n\n- a (3)\n\n</Slide>',
  '<Columns>\n\nDecision 8: In a column\n\n</Columns>',
  '<Diagram of="objectives" />',
  '<Quote by="P1">\n\nWords\n\n</Quote>',
  '{/* a comment */}',
  '---',
  'Note[^1].\n\n[^1]: Evidence 5a: in a note',
  '---\ntitle: A\n---',
  'a\u2028b\u0085c 🙂👩‍👩‍👧 \u202Eright to left',
] // prettier-ignore

/** What gets typed or pasted by accident. */
const SCRAPS = [
  '(',
  ')',
  '\\(',
  '{',
  '}',
  '<',
  '<!-- x -->',
  '# ',
  '> ',
  '- ',
  '\t',
  '    ',
  '\r\n',
  '\r',
  '\uFEFF',
  '\u00a0',
  '🙂',
  '```',
  '`',
  '**',
  '*',
  '_',
  '~~',
  '<Page>',
  '</Page>',
  '&#40;',
  '[^1]',
  '\u0000',
  '\ud800',
  '"',
  '“',
  ':',
  ';',
  ',',
  '(12a)',
  '(1, 2a)',
  'Decision ',
  '3a',
  '|',
  '[',
  '](',
  '\\',
  '$',
  '%',
  '@',
  '.'.repeat(9),
] // prettier-ignore

const block = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...BLOCKS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(...SCRAPS) },
)
const cuts = fc.array(
  fc.record({ at: fc.nat(2000), length: fc.nat(30), scrap: fc.constantFrom('', ...SCRAPS) }),
  { maxLength: 5 },
)
const document = fc
  .tuple(fc.array(block, { maxLength: 14 }), cuts, fc.constantFrom('\n\n', '\n', '\r\n\r\n'))
  .map(([blocks, changes, glue]) =>
    changes.reduce(
      (text, { at, length, scrap }) => text.slice(0, at) + scrap + text.slice(at + length),
      blocks.join(glue),
    ),
  )
const settings = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(
    'ask: Fund a pilot.\nlimits: { evidenceMonths: 1, sentenceWords: 3 }\n',
    'title: *nowhere\n',
    'accept:\n  - { check: gap, reason: later, owner: us }\n',
    'restricted: [a.uk]\naliases: { old: decision-3, gone: nothing }\nlinks: { x: deck }\n',
    'a: [1\n',
  ),
)

const RUNS = { seed: 20_200_331, numRuns: 600 }

describe('a random case', () => {
  it('ends in findings and items whose places lie inside its files', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 3 }), settings, (texts, yaml) => {
        expectWhole(texts, yaml)
      }),
      RUNS,
    )
  })

  it('has keys that are unique, and links and gaps between them', () => {
    fc.assert(
      fc.property(document, document, (first, second) => {
        const { sections, items, links, gaps } = read([first, second]).graph.case
        const keys = new Set([...sections, ...items].map(({ key }) => key))
        expect(keys.size).toBe(sections.length + items.length)
        expect(links.filter(({ from, to }) => !keys.has(from) || !keys.has(to))).toEqual([])
        expect(gaps.filter(({ section, item }) => !keys.has(item ?? section))).toEqual([])
      }),
      RUNS,
    )
  })

  it('is the same when it is read again', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(read([text])).toEqual(read([text]))
      }),
      { ...RUNS, numRuns: 60 },
    )
  })
})

describe('what random cases found', () => {
  it('opens a case once, whatever the levels of its headings', () => {
    const first = '<Slide>\n\n- a\n\n</Slide>\n\n#### Too deep\n\n### Decision 4: Go'
    const { sections, items } = read([first]).graph.case
    expect(sections.map(({ key }) => key)).toEqual(['opening', 'too-deep'])
    expect(items[0]).toMatchObject({ key: 'decision-4', section: 'too-deep' })
  })

  it.each(['title: *nowhere', 'title: &a [*b]'])(
    'reports fields that refer to nothing: %s',
    (yaml) => {
      const { findings, unreadable } = read(['# T'], yaml)
      expect(unreadable).toBe(true)
      const places = findings.flatMap(({ check, place }) => (check === 'off-schema' ? [place] : []))
      expect(places).toEqual([{ file: 'case.yaml', line: 1, column: 1 }])
    },
  )
})

describe('a random document', () => {
  it('keeps its words in its blocks, but for labels and diagrams', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { tree } = parse(text, 'a.mdx')
        if (!tree) return
        const { document, tree: shown } = recognise(tree, { file: 'a.mdx', text }, builtInKinds)
        // The title of the file stands in front of its words.
        const heads = document.blocks.filter((one) => one.type === 'heading' && one.isOfHead)
        const whole = [...heads.map(({ node }) => node), tree].map(lettersOf).join('')
        const marked = lettersOf(shown)
        const lost = lostFrom(whole, marked)
        expect(lost).toBeDefined()
        if (!RE_LABEL.test(textOf(tree)) && !text.includes('mermaid')) expect(marked).toBe(whole)
      }),
      RUNS,
    )
  })
})

describe('a mutated fixture', () => {
  const folder = join(import.meta.dirname, '../fixtures/ugly')
  const files = readdirSync(folder).filter((file) => file.endsWith('.mdx'))
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').slice(0, 4000))

  it('gives a case whose places lie inside the file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), cuts, (text, changes) => {
        expectWhole([
          changes.reduce(
            (rest, { at, length, scrap }) =>
              rest.slice(0, at * 2) + scrap + rest.slice(at * 2 + length),
            text,
          ),
        ])
      }),
      { ...RUNS, numRuns: 100 },
    )
  })
})

function read(texts: readonly string[], yaml?: string): Assembled {
  const sources = texts.map((text, index) => ({ file: `${index + 1}.mdx`, text }))
  const outside = { asOf: '2020-03-31' }
  return assemble(
    sources,
    yaml === undefined ? undefined : { file: 'case.yaml', text: yaml },
    outside,
  )
}

function expectWhole(texts: readonly string[], yaml?: string): void {
  const { graph, findings, accepted } = read(texts, yaml)
  const { sections, items, links, gaps } = graph.case
  const lines = new Map(
    [
      ...texts.map((text, index) => [`${index + 1}.mdx`, text] as const),
      ['case.yaml', yaml ?? ''] as const,
    ].map(([file, text]) => [file, text.split(/\r\n|\n|\r/)]),
  )
  const told = [...sections, ...items, ...links, ...gaps, ...findings, ...accepted]
  const related = findings.flatMap((finding) => finding.related ?? [])
  const places = [...told.map(({ place }) => place), ...related]
  expect(places.filter((place) => !isInside(place, lines))).toEqual([])
}

function isInside(
  { file, line, column = 1, length = 0 }: Place,
  lines: ReadonlyMap<string, readonly string[]>,
): boolean {
  const own = lines.get(file)
  if (!own) return file === 'case.yaml'
  if (line === undefined) return true
  const text = own[line - 1]
  if (text === undefined || column < 1 || column > text.length + 1) return false
  // What is meant may go on in the lines below.
  const rest = [text.slice(column - 1), ...own.slice(line)].join('\r\n')
  return length >= 0 && length <= rest.length
}

/** Letters and digits of all words, in order; code too. */
function lettersOf(node: Node): string {
  return [...walk(node)]
    .map(({ type, value }) => (LETTERED.has(type) ? (value ?? '') : ''))
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const LETTERED = new Set(['text', 'inlineCode', 'code'])

// Matches what the recogniser takes off: labels and tags of the phase.
const RE_LABEL =
  /Objective|Success|Benefit|Option|Challenge|Assumption|Risk|Question|Decision|Evidence|\[/i

/** What is missing of a text in another one that has no more than it has; else `undefined`. */
function lostFrom(whole: string, kept: string): string | undefined {
  let at = 0
  let lost = ''
  for (const letter of whole) {
    if (kept.startsWith(letter, at)) at += letter.length
    else lost += letter
  }
  return at === kept.length ? lost : undefined
}
