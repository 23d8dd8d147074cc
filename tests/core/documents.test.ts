/** Cases of many documents, as five teams write them: what their readers would miss. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leadsNowhere, ledTo } from '../../src/core/addresses/dead-link.ts'
import { assemble } from '../../src/core/assemble.ts'
import { planDeck } from '../../src/core/deck/index.ts'
import type { Assembled } from '../../src/core/model/assembled.ts'
import type { Source } from '../../src/core/model/source.ts'
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
