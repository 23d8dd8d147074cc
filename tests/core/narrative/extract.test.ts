/** The part of a case that a route tells: which sections and items, and which words of them. */
import { describe, expect, it } from 'vitest'
import { endnotesOf } from '../../../src/core/narrative/endnotes.ts'
import { extractOf } from '../../../src/core/narrative/extract/index.ts'
import type { Route } from '../../../src/core/settings/routes.ts'
import { allBlocks } from '../../../src/core/syntax/conventions/index.ts'
import { read } from '../read.ts'

const CASE = `# Case

## Why

Words of why.

### Now

Words of now (2b).

### Aims

We want three things:

- Objective 1: One
- Objective 2: Two

Words after the list (1a).

### Benefits

To be written.

## Decisions

Words before the decisions (O1).

### Sprint 1

Decision 1: We did.

Evidence 1a: Because.

Decision 2: We did more.

Evidence 2a: Because of this.

Evidence 2b: Because of that.

Evidence 1a: See above

<Page>

### Sprint 2

Decision 3: We did it again (2a).

Evidence 3a: Once more.

</Page>
`

function extract(route: Omit<Route, 'minutes'>, text = CASE) {
  return extractOf(read(text), { minutes: 5, ...route })
}

/** Keys of sections and items, and `-` for the gap of a section. */
function keysOf(route: Omit<Route, 'minutes'>, text = CASE): readonly string[] {
  const { sections, items, gaps } = extract(route, text).part.graph.case
  return [...sections, ...items]
    .map(({ key }) => key)
    .concat(gaps.map(({ section }) => `-${section}`))
}

/** What is told in words, block by block. */
function wordsOf(route: Omit<Route, 'minutes'>, text = CASE): readonly string[] {
  const blocks = extract(route, text).part.documents.flatMap(({ blocks }) => [...allBlocks(blocks)])
  return blocks.flatMap((block) =>
    block.type === 'heading' ? `# ${block.title}` : 'words' in block ? block.words.text : [],
  )
}

describe('the part that a route tells', () => {
  it('holds a section with those in it, below the headings that lead there', () => {
    expect(wordsOf({ sections: ['now', 'benefits'] })).toEqual([
      '# Why',
      '# Now',
      'Words of now (2b).',
      '# Benefits',
      'To be written.',
    ])
    expect(keysOf({ sections: ['why'] })).toEqual([
      'why',
      'now',
      'aims',
      'benefits',
      'objective-1',
      'objective-2',
      '-benefits',
    ])
  })

  it('holds an item with the words that lead to its list, and not what stands around', () => {
    expect(wordsOf({ sections: ['objective-2'] })).toEqual([
      '# Why',
      '# Aims',
      'We want three things:',
      'One',
      'Two',
    ])
  })

  it('holds a decision with its evidence, also where a piece of evidence is named', () => {
    const expected = [
      '# Decisions',
      '# Sprint 1',
      'We did more.',
      'Because of this.',
      'Because of that.',
      'See above',
    ]
    expect(wordsOf({ sections: ['decision-2'] })).toEqual(expected)
    expect(wordsOf({ sections: ['evidence-2b'] })).toEqual(expected)
    expect(keysOf({ sections: ['decision-2'] })).toEqual([
      'decisions',
      'sprint-1',
      'decision-2',
      'evidence-2a',
      'evidence-2b',
    ])
  })

  it('opens what stands in a component, and leaves out the rest', () => {
    expect(keysOf({ sections: ['sprint-2'] })).toEqual([
      'decisions',
      'sprint-2',
      'decision-3',
      'evidence-3a',
    ])
  })

  it('holds what has the priority, by file and by key', () => {
    const prioritised = `---\npriority:\n  why: 1\n  aims: 3\n  decision-2: 1\n---\n\n${CASE}`
    expect(keysOf({ priority: 1 }, prioritised)).toEqual([
      'why',
      'now',
      'benefits',
      'decisions',
      'sprint-1',
      'decision-2',
      'evidence-2a',
      'evidence-2b',
      '-benefits',
    ])
  })

  it('is empty where the route chooses nothing', () => {
    expect(keysOf({ priority: 1 })).toEqual([])
    expect(wordsOf({ priority: 1 })).toEqual([])
  })

  it('says of a mark whether it is left out, and of a section whether it is told whole', () => {
    const { part, isLeftOut, isWhole } = extract({ sections: ['decision-2'] })
    const [whole] = read(CASE).documents
    const marks = [...allBlocks(whole?.blocks ?? [])].map(
      ({ node, at }) => [node.name ?? '', at] as const,
    )
    const kept = marks.filter(([name, at]) => !isLeftOut(name, at))
    expect(kept.map(([name]) => name)).toEqual([
      'Heading',
      'Heading',
      'Item',
      'Item',
      'Item',
      'Item',
    ])
    const [heading] = part.documents.flatMap(({ blocks }) => blocks)
    expect(isWhole(heading?.at ?? '')).toBe(false)
  })

  it('has notes for what it cites and for the evidence of its decisions, told or not', () => {
    const notes = (sections: readonly string[]) => {
      const { part } = extract({ sections: [...sections] })
      return endnotesOf(part.documents, part.graph).notes.map(
        ({ item, citations }) => `${item.key} ${citations.length}`,
      )
    }
    expect(notes(['now'])).toEqual(['evidence-2b 1'])
    expect(notes(['decision-2'])).toEqual(['evidence-1a 0', 'evidence-2a 0', 'evidence-2b 0'])
    expect(notes(['sprint-2'])).toEqual(['evidence-2a 1', 'evidence-3a 0'])
  })
})
