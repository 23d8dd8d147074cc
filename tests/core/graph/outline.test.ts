/** Sections: title, parts, keys that stay, sprints; what counts is the outline. */
import { describe, expect, it } from 'vitest'
import { slugOf } from '../../../src/core/graph/index.ts'
import { findingsOf, itemsOf, read, readWith, sectionsOf } from '../read.ts'

describe('title and parts', () => {
  it('reads the title and the phase from the first "#"; a later one opens a part', () => {
    const { graph } = read(
      '# [Prototype] Case for more\n\n## A\n\nx',
      '# [Prototype] Economy\n\n## B\n\nx',
    )
    expect(graph.case.title).toBe('Case for more')
    expect(graph.phase).toBe('Prototype')
    expect(graph.titleAt).toBe('1.mdx:1:1')
    expect(graph.case.sections).toMatchObject([
      { key: 'a', depth: 1 },
      { key: 'economy', title: 'Economy', depth: 1, part: true },
      { key: 'b', depth: 2, parent: 'economy' },
    ])
  })

  it('lets case.yaml win', () => {
    const { graph } = readWith('title: Other\nphase: Alpha\n', '# [Prototype] Case\n\n## A\n\nx')
    expect([graph.case.title, graph.phase]).toEqual(['Other', 'Alpha'])
  })

  it('makes a "#" behind other headings a part where case.yaml has the title', () => {
    const { graph } = readWith('title: Case\n', '## A\n\nx', '# Key decisions\n\n## Sprint 1\n\nx')
    expect(graph.titleAt).toBeUndefined()
    expect(graph.case.sections.map(({ key }) => key)).toEqual(['a', 'key-decisions', 'sprint-1'])
  })

  it('gives text before any heading a section named like the case', () => {
    expect(read('# Case\n\nHello.').graph.case.sections).toMatchObject([
      { key: 'opening', title: 'Case', place: { line: 3 } },
    ])
    expect(sectionsOf(read('Hello.\n\n### Opening\n\nx'))).toEqual(['opening', 'section-opening'])
    expect(sectionsOf(read('# Case\n\n{/* a comment */}\n\n---\n\n## A\n\nx'))).toEqual(['a'])
  })

  it('copes with a case of nothing', () => {
    expect(read('').graph.case).toMatchObject({ title: 'A case without a title', sections: [] })
    expect(read().graph.case.items).toEqual([])
  })
})

describe('keys', () => {
  it('are slugs that stay readable in any script', () => {
    expect(slugOf('Why are we sharing this?')).toBe('why-are-we-sharing-this')
    expect(slugOf('Users’ needs – café & Þing')).toBe('users-needs-cafe-þing')
    expect(slugOf('Что это')).toBe('что-это')
    expect(slugOf('—')).toBe('section')
  })

  it('take the parent in front where a title comes twice, and a number only after that', () => {
    const text = '# T\n\n## A\n\n### Costs\n\nx\n\n## B\n\n### Costs\n\nx\n\n### Costs\n\nx'
    expect(sectionsOf(read(text))).toEqual(['a', 'costs', 'b', 'b-costs', 'b-costs-2'])
  })

  it('stay when a section is inserted, moved into another file or deepened', () => {
    const before = read('# T\n\n## A\n\nx\n\n## B\n\nx')
    const after = read('# T\n\n## A\n\nx\n\n### New\n\nx', '#### B\n\nx')
    expect(sectionsOf(after).filter((key) => sectionsOf(before).includes(key))).toEqual(['a', 'b'])
  })

  it('never look like the key of an item', () => {
    const { graph } = read('# T\n\n## Decision 3 in short\n\nx\n\nDecision 3: Yes')
    expect(graph.case.sections[0]?.key).toBe('section-decision-3-in-short')
    expect(graph.case.items[0]?.key).toBe('decision-3')
  })
})

describe('sprints', () => {
  it('hold the decisions in them at any depth, however the log is written', () => {
    const labels =
      '## Key decisions\n\n### Sprint 1\n\nDecision 1: Yes\n\n#### Notes\n\nDecision 2: No'
    const headings = '# Key decisions\n\n## Sprint 1\n\n### Decision 1\n\nYes\n\n### Decision 2: No'
    for (const log of [labels, headings]) {
      const { graph } = read(`# T\n\n## A\n\nx\n\n${log}\n\n## After\n\nDecision 9: Late`)
      expect(graph.case.items).toMatchObject([
        { id: '1', text: 'Yes', sprint: '1' },
        { id: '2', text: 'No', sprint: '1' },
        { id: '9', text: 'Late', section: 'after' },
      ])
      expect(graph.case.items[2]).not.toHaveProperty('sprint')
      expect(graph.case.sections.find(({ key }) => key === 'sprint-1')?.sprint).toBe('1')
    }
  })

  it('are gaps while they are empty, and so is any heading with neither text nor sub-section', () => {
    const read1 = read('# T\n\n## Log\n\n### Sprint 1\n\n{/* later */}\n\n### Sprint 2\n\n---\n')
    expect(findingsOf(read1)).toEqual(['gap 5:1', 'gap 9:1'])
    expect(findingsOf(read('# T\n\n## Log\n\n### Decision 1\n\nYes\n\nEvidence 1a: x'))).toEqual([])
  })
})

describe('heading items', () => {
  it('make no section, and take what follows up to the next label or heading', () => {
    const text =
      '### Decision 1\n\nWe ask.\n\n- First\n- Then\n\nEvidence 1a: They know\n\nMore.\n\n### Decision 2: We act\n\nSoon.\n\n## End\n\nx'
    const { graph } = read(`# T\n\n## Log\n\n${text}`)
    expect(graph.case.items.map(({ id, text: words }) => [id, words])).toEqual([
      ['1', 'We ask. First. Then'],
      ['1a', 'They know'],
      ['2', 'We act. Soon.'],
    ])
    expect(graph.case.sections.map(({ key }) => key)).toEqual(['log', 'end'])
  })

  it('end sections below their own level', () => {
    const text =
      '## Log\n\n### Decision 1\n\nYes\n\n#### Research\n\nEvidence 1a: x\n\n### Decision 2\n\nNo'
    const sections = read(`# T\n\n${text}`).graph.case.items.map(({ section }) => section)
    expect(sections).toEqual(['log', 'research', 'log'])
  })

  it('stay in a section of their own level', () => {
    expect(read('# T\n\n### Sprint 1\n\n### Decision 1\n\nx').graph.case.items).toMatchObject([
      { id: '1', sprint: '1' },
    ])
  })
})

describe('components', () => {
  it('hold sections and items like any other text', () => {
    const text =
      '## Log\n\n<Page>\n\n### Sprint 1\n\nDecision 1: Yes (1)\n\n</Page>\n\n### Options\n\n<Columns>\n\n- One\n\n</Columns>'
    const read1 = read(`# T\n\n${text}`)
    expect(sectionsOf(read1)).toEqual(['log', 'sprint-1', 'options'])
    expect(itemsOf(read1)).toEqual(['decision 1', 'option OPT1'])
  })
})
