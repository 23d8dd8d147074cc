/** Cases of many documents, as five teams write them: what their readers would miss. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leadsNowhere, ledTo } from '../../src/core/addresses/dead-link.ts'
import { assemble, readersOf } from '../../src/core/assemble.ts'
import { splitSource } from '../../src/core/audience/split-source.ts'
import { planDeck } from '../../src/core/deck/index.ts'
import { citedIdsAt } from '../../src/core/graph/cited-ids.ts'
import { lookupOf } from '../../src/core/graph/lookup.ts'
import type { Assembled } from '../../src/core/model/assembled.ts'
import type { Source } from '../../src/core/model/source.ts'
import { registerCsv } from '../../src/core/register/csv.ts'
import { registerOf } from '../../src/core/register/index.ts'
import { readSettings } from '../../src/core/settings/case-yaml.ts'
import { inCaseOrder } from '../../src/core/settings/file-order.ts'
import { guessedMeasure } from '../../src/core/text/measure.ts'

const root = resolve(import.meta.dirname, '../fixtures/documents')

function filesOf(name: string): { sources: readonly Source[]; yaml: string } {
  const all = readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
  const text = (file: string) => readFileSync(join(root, name, file), 'utf8')
  const yaml = all.includes('case.yaml') ? text('case.yaml') : ''
  const sources = all
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => ({ file, text: text(file) }))
  return { sources: inCaseOrder(sources, readSettings(yaml, 'case.yaml').settings.order), yaml }
}

function readFolder(name: string): Assembled {
  const { sources, yaml } = filesOf(name)
  return assemble(sources, { file: 'case.yaml', text: yaml })
}

/** A case of some files, whose order is that in which they are read. */
function readFiles(files: Readonly<Record<string, string>>, yaml = 'ask: Fund it\n'): Assembled {
  const sources = Object.entries(files).map(([file, text]) => ({ file, text }))
  const { order } = readSettings(yaml, 'case.yaml').settings
  return assemble(inCaseOrder(sources, order), { file: 'case.yaml', text: yaml })
}

function filesIn({ sources }: Assembled): readonly string[] {
  return sources.map(({ file }) => file)
}

/** `['a | A', '  b | B']` */
function outlineOf({ graph }: Assembled): readonly string[] {
  return graph.case.sections.map(
    ({ key, title, depth }) => `${'  '.repeat(depth - 1)}${key} | ${title}`,
  )
}

function lostLinks({ findings }: Assembled): readonly string[] {
  return findings.filter(({ check }) => check === 'lost-link').map(({ message }) => message)
}

/** Where every link of a case to another file leads, by its words. */
function linksOf(read: Assembled): readonly string[] {
  return read.documents.flatMap(({ siteLinks = [] }) =>
    siteLinks.map(({ url, rooted }) => `${url} → ${ledTo(rooted, read) ?? 'nowhere'}`),
  )
}

/** The headlines of all slides, in order. */
function slidesOf(read: Assembled): string {
  return JSON.stringify(planDeck(read, guessedMeasure))
}

describe('titles', () => {
  it('are those of the pages of a wiki, in the order of the wiki', () => {
    const read = readFolder('wiki')
    expect(read.graph.case.title).toBe('Handbook of the seed library')
    expect(filesIn(read)).toEqual(['index.mdx', 'why-seeds.mdx', 'waiting-list.mdx', 'money.mdx'])
    expect(outlineOf(read)).toEqual([
      'opening | Handbook of the seed library',
      'why-seeds | Why seeds',
      'the-waiting-list | The waiting list',
      '  how-long | How long',
      'what-it-costs | What it costs',
      '  staff | Staff',
      '  seeds | Seeds',
    ])
    expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('head their own file alone: a heading of the next file stands beside them', () => {
    const { graph } = readFolder('word')
    expect(graph.case.title).toBe('Case for a shared van')
    expect(graph.case.sections).toMatchObject([
      { title: 'Costs and savings', depth: 1 },
      { title: 'What drivers told us', depth: 1 },
      { title: 'Case for a shared van', depth: 1 },
    ])
  })

  it('stand on a slide too, and so does the only heading of a file', () => {
    const slides = slidesOf(readFolder('word'))
    expect(slides).toContain('Costs and savings')
    expect(slides).toContain('What drivers told us')
  })

  it.each([
    ['beside a "#"', '---\ntitle: Head\n---\n\n# Own\n\nx'],
    ['that the first heading says', '---\ntitle: Own\n---\n\n## Own\n\nx'],
    ['above nothing', '---\ntitle: Head\n---\n\n{/* later */}\n'],
  ])('are not said twice, nor where there is nothing to head: %s', (_, text) => {
    const { graph } = readFiles({ '1.mdx': '# [Alpha] T\n\nx', '2.mdx': text })
    expect(graph.case.sections.map(({ title }) => title)).not.toContain('Head')
    expect(graph.case.sections.filter(({ title }) => title === 'Own').length).toBeLessThan(2)
  })

  it('take no address from what has one without them', () => {
    const text = '## Costs\n\nx\n\n## Staff\n\nx'
    const before = readFiles({ '1.mdx': `# T\n\nx`, '2.mdx': text, '3.mdx': text })
    const head = '---\ntitle: Costs\n---\n\n'
    const after = readFiles({ '1.mdx': `# T\n\nx`, '2.mdx': text, '3.mdx': head + text })
    const keys = (read: Assembled) =>
      read.graph.case.sections.filter(({ place }) => (place.column ?? 0) < 2).map(({ key }) => key)
    expect(keys(after)).toEqual(keys(before))
    const words = readFiles({ '1.mdx': `${head}x`, '2.mdx': '# [Alpha] T\n\nx' })
    expect(words.graph.case.sections[0]).toMatchObject({ key: 'opening', title: 'Costs' })
  })

  it('of the case are with its phase, whichever file comes first; its words stay below it', () => {
    const { graph } = readFolder('bilingual')
    expect([graph.case.title, graph.phase]).toEqual(['Case for a bus to the hospital', 'Alpha'])
    const other = readFiles({
      'benefits.mdx': '## Benefits\n\nMany.',
      'case.mdx': '# [Alpha] Case\n\nWhy we write.\n\n## Costs\n\nFew.',
    })
    expect(other.graph.case.title).toBe('Case')
    expect(outlineOf(other)).toEqual(['benefits | Benefits', 'case | Case', '  costs | Costs'])
    expect(other.graph.within.get('case.mdx:3:1')).toBe('case')
  })

  it('take no notice of the fields of other tools, but for those that keep a page back', () => {
    const fields = 'layout: post\ntags: [a]\nsidebar_label: A\ndraft: false\npublished: true'
    expect(readFiles({ '1.mdx': `---\n${fields}\n---\n\n# T\n\nx` }).unreadable).toBe(false)
    for (const field of ['draft: true', 'published: false', 'unlisted: true']) {
      const { findings, unreadable } = readFiles({ '1.mdx': `---\n${field}\n---\n\n# T\n\nx` })
      expect([unreadable, findings[0]?.mend]).toEqual([
        true,
        expect.stringContaining('audience: internal'),
      ])
    }
  })
})

describe('order', () => {
  it('is that of the links of an index', () => {
    expect(filesIn(readFolder('adr'))).toEqual([
      ...['index.mdx', 'use-a-queue.mdx', 'one-register.mdx', 'record-decisions.mdx'],
      'letters-by-post.mdx',
    ])
  })

  it('is that of case.yaml; what it does not name comes after', () => {
    const folders = filesIn(readFolder('programme')).map((file) => file.split('/')[0])
    expect([...new Set(folders)]).toEqual(['overview.mdx', 'permits', 'refunds', 'appeals'])
  })

  it('is that of numbers in names, whatever an index says', () => {
    const files = {
      'index.mdx': '# T\n\n[b](2-b.mdx), [a](1-a.mdx)',
      '2-b.mdx': 'b',
      '1-a.mdx': 'a',
    }
    expect(filesIn(readFiles(files))).toEqual(['index.mdx', '1-a.mdx', '2-b.mdx'])
    expect(filesIn(readFiles(files, 'order: [b]\n'))).toEqual(['index.mdx', '2-b.mdx', '1-a.mdx'])
  })

  it('stays by name where nothing else is said: an index without links too', () => {
    const files = {
      'index.mdx': '# T\n\nx',
      'b.mdx': 'b',
      'a.mdx': 'a',
      '9-x.mdx': 'x',
      '10-x.mdx': 'x',
    }
    expect(filesIn(readFiles(files))).toEqual([
      '9-x.mdx',
      '10-x.mdx',
      'a.mdx',
      'b.mdx',
      'index.mdx',
    ])
  })

  it('names what in case.yaml is no file, with the nearest', () => {
    const { findings } = readFiles(
      { 'pay/plan.mdx': '# T\n\nx' },
      'order: [pai, pay/plan]\nask: x\n',
    )
    const said = findings.filter(({ check }) => check === 'unknown-reference')
    expect(said.map(({ message }) => message)).toEqual(['Unexpected "pai" in order, expected pay'])
  })

  it('makes the index of a folder the chapter of its files', () => {
    const read = readFiles({
      '1.mdx': '# [Alpha] T\n\nx',
      '2-decisions/index.mdx': '# Decisions\n\n[one](one.mdx)',
      '2-decisions/one.mdx': '# One\n\nx',
      '3.mdx': '# After\n\nx',
    })
    expect(outlineOf(read)).toEqual([
      'opening | T',
      'decisions | Decisions',
      '  one | One',
      'after | After',
    ])
  })
})

describe('links', () => {
  it('between files lead to the record, also to a part of it', () => {
    const read = readFolder('adr')
    expect(lostLinks(read)).toEqual([])
    expect(linksOf(read)).toContain('./use-a-queue.md#consequences → decision-2')
    expect(linksOf(read)).toContain('one-register.md → decision-3')
  })

  it('to addresses of the site lead to the page, its own addresses too; others name the nearest', () => {
    const read = readFolder('wiki')
    expect(linksOf(read)).toEqual([
      '/docs/why-seeds → why-seeds',
      '/docs/waitng-list → nowhere',
      '/costs#staff → staff',
      '/docs/waiting-list#how-long → how-long',
    ])
    expect(lostLinks(read)).toEqual([
      'Unexpected link to "/docs/waitng-list", which is nowhere in the case, expected waiting-list.mdx',
    ])
  })

  it('know names with spaces, numbers, other endings and folders', () => {
    const read = readFiles({
      '1.mdx': '# T\n\nx',
      'a/02-the plan.mdx':
        '## The plan\n\n[x](../b/x.html), [y](/b/x/), [z](./the%20plan.md#the-plan)',
      'b/x.mdx': '## X & Y\n\n<a href="../a/02-the%20plan.mdx">back</a>, [w](#x-y), [v](x.md#x--y)',
    })
    expect(lostLinks(read)).toEqual([])
    expect(linksOf(read).map((one) => one.split(' → ')[1])).toEqual([
      ...['x-y', 'x-y', 'the-plan', 'the-plan', 'x-y', 'x-y'],
    ])
  })

  it('to a part that a file does not have lead to the file, and are a finding', () => {
    const read = readFiles({
      '1.mdx': '# T\n\nx\n\n[b](b.mdx#cost)',
      'b.mdx': '## B\n\n### Costs\n\nx',
    })
    expect(linksOf(read)).toEqual(['b.mdx#cost → b'])
    expect(lostLinks(read)).toEqual([
      'Unexpected link to "b.mdx#cost", of which b.mdx has no such part, expected #costs',
    ])
  })

  it('out of the case, and to what is no text of it, lead nowhere', () => {
    const read = readFiles({ '1.mdx': '# T\n\n[a](../../secret.mdx), [b](map.pdf), [c](/x/y)' })
    expect(linksOf(read).map((one) => one.split(' → ')[1])).toEqual([
      'nowhere',
      'nowhere',
      'nowhere',
    ])
    expect(leadsNowhere('./map.pdf', read)).toBe(true)
    expect(lostLinks(read)).toHaveLength(3)
  })

  it('of a list of contents make no slide', () => {
    const read = readFolder('adr')
    expect(slidesOf(read)).not.toContain('Letters through the post room')
    expect(slidesOf(read)).toContain('index.mdx:3:1')
  })
})

/** `['risk-1 R1', 'risk-1-refunds R1 refunds']` */
function itemsIn({ graph }: Assembled): readonly string[] {
  return graph.case.items.map(({ key, id, scope }) => [key, id, scope].filter(Boolean).join(' '))
}

function stepsIn({ graph }: Assembled): readonly string[] {
  return graph.case.links.map(({ from, role, to }) => `${from} ${role} ${to}`)
}

function found({ findings }: Assembled, id: string): readonly string[] {
  return findings.filter(({ check }) => check === id).map(({ message }) => message)
}

const TWO = {
  '1.mdx': '# [Alpha] T\n\nx',
  'a/risks.mdx': '## Risks of a\n\nRisk 1: Letters get lost.',
  'b/risks.mdx': '## Risks of b\n\nRisk 1: Cards are stolen.',
}

describe('decision records in files of their own', () => {
  const record = (title: string) =>
    `# ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nLetters get lost.\n\n## Decision\n\nWe will keep them.\n`
  const paper = '# Moving out\n\n## Why\n\nThe roof leaks.\n\n### Status\n\nIt still does.\n'
  const after = '# Costs\n\nNobody knows.\n'

  it('make a chapter, and belong to no part of the file before', () => {
    const read = readFiles({
      '10-paper.mdx': paper,
      '20-a.mdx': record('1. Keep letters'),
      '21-b.mdx': record('2. Keep bills'),
      '30-costs.mdx': after,
    })
    expect(outlineOf(read)).toEqual([
      'why | Why',
      '  status | Status',
      'decisions | Decisions',
      'costs | Costs',
    ])
    expect(read.graph.case.items.map(({ id, section }) => [id, section])).toEqual([
      ['1', 'decisions'],
      ['2', 'decisions'],
    ])
    const slides = planDeck(read, guessedMeasure)
    expect(slides.filter(({ item }) => item).map(({ section }) => section)).toEqual(
      expect.arrayContaining(['decisions']),
    )
    expect(slides.filter(({ item, section }) => item && section !== 'decisions')).toEqual([])
    expect(slides.map(({ id }) => id)).toContain('chapter-decisions')
  })

  it.each([
    ['Key decisions', 'key-decisions'],
    ['Architecture decision records', 'architecture-decision-records'],
    ['ADRs', 'adrs'],
  ])('stand in the chapter that is about them: %s', (title, key) => {
    const read = readFiles({
      '10-paper.mdx': `# Moving out\n\n## ${title}\n\nAs we took them.\n\n### Status\n\nAll stand.\n`,
      '20-a.mdx': record('1. Keep letters'),
    })
    expect(read.graph.case.items.map(({ section }) => section)).toEqual([key])
    expect(outlineOf(read)).not.toContain('decisions | Decisions')
  })

  it('stand in the chapter of their folder', () => {
    const read = readFiles({
      '10-paper.mdx': paper,
      'adr/README.mdx': '# How we chose\n\n## How to add one\n\nCopy [the last](0001-a.mdx).\n',
      'adr/0001-a.mdx': record('1. Keep letters'),
    })
    expect(outlineOf(read)).toEqual([
      'why | Why',
      '  status | Status',
      'how-we-chose | How we chose',
      '  how-to-add-one | How to add one',
    ])
    expect(read.graph.case.items.map(({ section }) => section)).toEqual(['how-we-chose'])
  })

  it('are a chapter of a repository that holds nothing else', () => {
    const read = readFiles({
      '0001-a.mdx': record('1. Keep letters'),
      '0002-b.mdx': record('2. Keep bills'),
    })
    expect(outlineOf(read)).toEqual(['decisions | Decisions'])
  })

  it('may begin a chapter twice, of which no author can change the title', () => {
    const read = readFiles({
      '10-a.mdx': record('1. Keep letters'),
      '20-paper.mdx': paper,
      '30-b.mdx': record('2. Keep bills'),
    })
    expect(outlineOf(read)).toContain('section-decisions | Decisions')
    expect(read.findings.map(({ check }) => check)).not.toContain('duplicate-title')
  })
})

it('misses nothing that may stand in a file that cannot be read', () => {
  const sound = '# Case\n\n## Why\n\nIt leaks (3a), see [how](20-how.mdx#steps).\n'
  const how = (words: string) =>
    `## Steps\n\nDecision 3: We mend it.\n\nEvidence 3a: It ${words}.\n`
  const saying = (words: string) => {
    const { findings } = readFiles({ '10-why.mdx': sound, '20-how.mdx': how(words) })
    return findings.map(({ check }) => check)
  }
  expect(saying('drips')).toEqual(['single-source'])
  expect(saying('<b>drips')).toEqual(['unreadable-mdx'])
})

describe('labels of several documents', () => {
  it('keep their ids; the first keeps its address, later ones have their folder in it', () => {
    const read = readFolder('programme')
    expect(itemsIn(read)).toEqual([
      ...['option-1 OPT1', 'option-2 OPT2', 'risk-1 R1', 'risk-2 R2'],
      ...['option-1-refunds OPT1 refunds', 'option-2-refunds OPT2 refunds'],
      ...['risk-1-refunds R1 refunds', 'risk-2-refunds R2 refunds'],
      ...['option-1-appeals OPT1 appeals', 'option-2-appeals OPT2 appeals'],
    ])
    expect(found(read, 'duplicate-id')).toEqual([])
  })

  it('of a document that is put in front take no address in silence, and the line to copy keeps it', () => {
    const sources = [
      { file: 'grants.mdx', text: '## Risks\n\n- R1: Nobody applies for the money\n' },
      {
        file: 'payments.mdx',
        text: '# T\n\n## Risks\n\n- R1: The bank is late\n\nWe plan (R1).\n',
      },
    ]
    const past = [
      { key: 'risk-1', text: 'The bank is late', commit: 'abc1234', date: '2020-03-04' },
    ]
    const readWith = (text: string, files = sources) =>
      assemble(files, { file: 'case.yaml', text }, { past })
    const told = readWith('ask: Fund it\n').findings.filter(
      ({ check }) => check === 'vanished-address',
    )
    expect(told).toEqual([
      expect.objectContaining({
        mend: 'Keep the address for what had it first: write "risk-1: risk-1-payments" below aliases in case.yaml',
        place: expect.objectContaining({ file: 'grants.mdx', line: 3 }),
      }),
    ])
    const kept = readWith('ask: Fund it\naliases:\n  risk-1: risk-1-payments\n')
    expect(itemsIn(kept)).toEqual(['risk-1-grants R1 grants', 'risk-1-payments R1 payments'])
    expect(found(kept, 'vanished-address')).toEqual([])
    expect(found(kept, 'unknown-reference')).toEqual([])
    // One that was only reworded stays where it is.
    const reworded = [sources[1] ?? { file: '', text: '' }]
    expect(found(readWith('ask: Fund it\n', reworded), 'vanished-address')).toEqual([])
  })

  it('are cited from their own folder as before, and from elsewhere with its name', () => {
    const read = readFolder('programme')
    expect(stepsIn(read)).toEqual([
      ...['opening relies-on option-2-refunds', 'opening relies-on risk-1'],
      ...['option-1 relies-on risk-1', 'option-1-refunds relies-on risk-1-refunds'],
      ...['risk-1-refunds relies-on option-1-refunds', 'risk-2-refunds relies-on option-2'],
      ...['option-2-appeals relies-on option-1', 'option-2-appeals relies-on option-2'],
    ])
    expect(found(read, 'ambiguous-citation')).toEqual([
      'Unexpected risk R2, which could mean 2 items, expected one of (permits: R2) for permits/risks.mdx:6, (refunds: R2) for refunds/risks.mdx:6',
    ])
  })

  it('support the decision of their own document', () => {
    const steps = stepsIn(readFolder('bilingual'))
    expect(steps).toContain('evidence-1a supports decision-1')
    expect(steps).toContain('evidence-1a-en supports decision-1-en')
    expect(steps).toContain('decision-1-en relies-on objective-1-en')
  })

  it('may be named by file, folder or chapter, in brackets of all sorts', () => {
    const read = readFiles({
      ...TWO,
      'c.mdx': 'See (a: R1), [b: R1], (Risks of b: Risk 1), (draft: b: R1) and (b/risks: R1).',
    })
    expect([...read.graph.cited.values()]).toEqual([
      ...[['risk-1'], ['risk-1-b'], ['risk-1-b'], ['risk-1-b'], ['risk-1-b']],
    ])
  })

  it('are no citations behind words that are no document, and findings behind nearly one', () => {
    const read = readFiles({
      ...TWO,
      'payments.mdx': '## Pay\n\nRisk 2: It costs.',
      'c.mdx': 'See (Note: R1), (e.g.: R2), (in 2020: 5), (payment: R2) and (payments: R7).',
    })
    expect(read.graph.cited.size).toBe(2)
    expect(found(read, 'undefined-citation')).toEqual([
      'Unexpected citation of undefined risk payment: R2, expected one of b: R1, R2',
      expect.stringContaining('undefined risk payments: R7'),
    ])
  })

  it('of the same document twice are a finding as before, and so are the same words in two', () => {
    const twice = readFiles({ '1.mdx': '# T\n\nRisk 1: It rains.\n\nRisk 1: It snows.' })
    expect(found(twice, 'duplicate-id')).toHaveLength(1)
    const words = { '1.mdx': '# T\n\nRisk 1: It rains.', '2.mdx': '# U\n\nRisk 1: It rains.' }
    expect(found(readFiles(words), 'duplicate-id')).toHaveLength(1)
    expect(itemsIn(readFiles(words))).toEqual(['risk-1 R1'])
  })

  it.each([
    ['ADR 5', 'RFC 5', 'decision-5', 'decision-rfc-5'],
    ['User need N1', 'User need US-1', 'user-need-1', 'user-need-us-1'],
    ['Measure M1', 'Measure KPI-1', 'measure-1', 'measure-kpi-1'],
    ['RFC 5', 'Decision 5', 'decision-5', 'decision-d-5'],
  ])('of two series are two items: %s and %s', (one, other, first, second) => {
    const [a, b] = [one, other].map((label) => label.replace(/^(?:User need|Measure) /, ''))
    const text = `# T\n\n${one}: We begin.\n\n${other}: We stop.\n\n## S\n\nSee (${a}) and (${b}).`
    const read = readFiles({ '1.mdx': text })
    expect(read.graph.case.items.map(({ key }) => key)).toEqual([first, second])
    expect([...read.graph.cited.values()]).toEqual([[first], [second]])
    expect(found(read, 'duplicate-id')).toEqual([])
  })

  it('are one item where only their spelling differs', () => {
    const read = readFiles({
      '1.mdx': '# T\n\n## Risks\n\n- R-01: It rains.\n\nSee (R1), (Risk 1).',
    })
    expect([...read.graph.cited.values()]).toEqual([['risk-1'], ['risk-1']])
  })

  it('are named in case.yaml as in the text', () => {
    const accept = '{ check: risky-assumption, where: "b: R1", reason: x, owner: y }'
    const yaml = `ask: x\naccept: [${accept}]\naffirmed: { "b: 3": 2020-03-01 }\n`
    const read = readFiles({ ...TWO, 'b/d.mdx': 'Decision 3: We pay.' }, yaml)
    expect(found(read, 'unknown-reference')).toEqual([])
    expect(read.unreadable).toBe(false)
    const wrong = readFiles(TWO, yaml.replaceAll('b: R1', 'd: R1'))
    expect(found(wrong, 'unknown-reference')).toHaveLength(2)
  })

  it('are withdrawn where their document is named, and everywhere where it is not', () => {
    const texts = (yaml: string) =>
      readFiles(TWO, `ask: x\nwithdrawn: [${yaml}]\n`).graph.case.items.map(({ text }) => text)
    expect(texts('R1')).toEqual(['Withdrawn', 'Withdrawn'])
    expect(found(readFiles(TWO, 'ask: x\nwithdrawn: [R1]\n'), 'unknown-reference')).toEqual([
      expect.stringContaining('Risk 1 at a/risks.mdx:3 and Risk 1 at b/risks.mdx:3'),
    ])
    expect(texts('"b: R1"')).toEqual(['Letters get lost.', 'Withdrawn'])
    const stray = readFiles(TWO, 'ask: x\nwithdrawn: ["beta: R1"]\n')
    expect([stray.unreadable, found(stray, 'off-schema')]).toEqual([
      true,
      [expect.stringContaining('no file and no folder of the case')],
    ])
  })

  it('that stay inside are never told by those of another document', () => {
    const files = {
      ...TWO,
      'a/risks.mdx':
        '## Risks of a\n\nRisk 1 (internal): Letters get lost.\n\n## More of a\n\nIt hurts (R1).',
    }
    const read = readFiles(files)
    expect(itemsIn(read)).toEqual(['risk-1-b R1 b'])
    expect(read.graph.case.links).toEqual([])
    expect(found(read, 'cites-internal')).toHaveLength(1)
  })

  it('that stay inside or are withdrawn are told of no earlier state, whatever its files were called', () => {
    const sources = Object.entries({
      ...TWO,
      'b/risks.mdx': '## Risks of b\n\nRisk 1 (internal): Cards are stolen.',
    }).map(([file, text]) => ({ file, text }))
    const { settings } = readSettings('withdrawn: ["a: R2"]', 'case.yaml')
    const readers = { ...readersOf(sources, settings, 'public'), isEarlier: true }
    expect([...(readers.inside ?? [])].toSorted()).toEqual(['risk-1', 'risk-1-b'])
    const before = { file: 'old.mdx', text: 'Risk 1: Cards are stolen.\n\nRisk 2: Rain.\n' }
    const { source } = splitSource(before, readers)
    expect(source?.text).not.toMatch(/stolen|Rain/)
  })

  it('are told apart where they are named beside each other', () => {
    const read = readFolder('programme')
    const row = registerOf(read).find(({ item }) => item.key === 'risk-1-refunds')
    expect(row?.restsOn.map(({ name }) => name)).toContain('refunds: OPT1')
  })

  it('are shown as they are cited, with their document in front of the first', () => {
    const read = readFolder('programme')
    const { citations } = lookupOf(read)
    const shown = [...citations].map(([at]) => {
      const { opening, ids = [], closing } = citedIdsAt(at, citations, read.graph) ?? {}
      return `${opening}${ids.map(({ before, id }) => before + id).join(', ')}${closing}`
    })
    expect(shown).toContain('(permits: OPT1, OPT2)')
    expect(shown).toContain('(refunds: OPT2)')
    const csv = registerCsv(registerOf(read), read.graph.kinds)
    expect(csv).toContain('refunds: R1')
  })

  it('are what readers answer to', () => {
    const issue = { number: 1, title: 'Challenge: b: R1', body: 'No.', state: 'open' }
    const feedback = [{ file: 'feedback.json', text: JSON.stringify([issue]) }]
    const sources = Object.entries(TWO).map(([file, text]) => ({ file, text }))
    const read = assemble(sources, { file: 'case.yaml', text: 'ask: x\n' }, { feedback })
    expect([...read.feedback.about.keys()]).toEqual(['risk-1-b'])
  })
})
