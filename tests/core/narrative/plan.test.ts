/** The plan of the narrative: what stands beside the author's words, for page and file alike. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import type { HistoryStep } from '../../../src/core/changes/weeks.ts'
import { lookupOf } from '../../../src/core/graph/lookup.ts'
import { cardOf } from '../../../src/core/narrative/card.ts'
import { type NarrativeOptions, planNarrative } from '../../../src/core/narrative/index.ts'
import { type LinkedText, plainText } from '../../../src/core/text/linked-text.ts'

const CASE = `# [Alpha] A case

Words before any heading.

## Why

### Now

- One (draft: O1)
- Two

### Costs

## Objectives

- Nobody waits
- Nobody pays

## Benefits

To be written by Finance

## Sprint 1

Decision 1: We focus on waiting (draft: O1, O2). See [the plan](https://www.example.org/plan/).

Evidence 1a (interview, March 2020, quality amber: two sites only): They wait (O1).

Evidence 1b: Nobody knows.

Decision 2: We pay (1a).

Evidence 1a: See above

Decision 3: We stop.

## Sprint 2
`

const YAML = `ask: Fund a pilot.
team: The bridge team
period: March 2020
caveat: All figures are initial estimates
address: https://www.example.org/case/
repository: https://github.com/team/case
feedback:
  - label: Raise an issue
    url: https://example.org/issues
  - label: Write to us
    url: mailto:team@example.org
routes:
  five:
    title: Five minutes
    audience: Sponsors
    minutes: 5
    sections: [decision-2]
  ten:
    minutes: 10
    priority: 1
`

const ISSUES = [
  { title: 'Challenge: Decision 1', state: 'open', createdAt: '2020-03-12T10:00:00Z' },
  {
    ...{ title: 'Why at all?', state: 'closed', url: 'https://github.com/team/case/issues/2' },
    ...{ createdAt: '2020-03-01T10:00:00Z', closedAt: '2020-03-05T10:00:00Z' },
  },
]

const place = { file: '1.mdx' }
const evidence = { key: 'evidence-1a', kind: 'evidence', name: 'Evidence 1a', place } as const
const gone = { key: 'evidence-1c', kind: 'evidence', name: 'Evidence 1c', place } as const
const stale = [
  {
    decision: 'decision-1',
    evidence: [
      { evidence, what: 'reworded', date: '2020-03-12T09:00:00Z', commit: 'a' },
      { evidence: gone, what: 'removed', date: '2020-03-13T09:00:00Z', commit: 'b' },
    ],
  },
] as const

const read = {
  ...assemble(
    [{ file: '1.mdx', text: CASE }],
    { file: 'case.yaml', text: YAML },
    { stale, feedback: [{ file: 'feedback.json', text: JSON.stringify(ISSUES) }] },
  ),
  dates: { published: '2020-03-01', updated: '2020-03-14' },
  version: '0.3',
  line: { isWhole: true, steps: [changing()] },
  notes: [],
}
const lookup = lookupOf(read)

const plan = (options: Partial<NarrativeOptions> = {}) =>
  planNarrative(lookup, { output: 'page', ...options })

/** The entry of the n-th block of an item. */
function entryOf(key: string, options: Partial<NarrativeOptions> = {}, n = 0) {
  const entry = [...plan(options).items.values()].filter(({ item }) => item.key === key)[n]
  if (!entry) throw new Error(`Expected an entry of ${key}`)
  return entry
}

/** `[words](where they lead)` */
const said = (words: readonly LinkedText[] = []) =>
  words.map(({ text, to }) => (to ? `[${text}](${'web' in to ? to.web : to.key})` : text)).join('')

describe('an item', () => {
  it('says all that is known of it, in order', () => {
    const { item, stale, trace, responses, ...entry } = entryOf('decision-1')
    expect(item.text).toMatch(/^We focus on waiting/)
    expect(entry).toMatchObject({
      how: 'label',
      anchor: 'decision-1',
      name: 'Decision 1',
      called: 'decision 1',
      sprint: { key: 'sprint-1', words: 'sprint 1' },
      strength: [],
      changed: { day: '2020-03-14', monday: '2020-03-09' },
      asked: 'From readers: 1 challenge, not answered.',
    })
    expect(entry).not.toHaveProperty('id')
    expect(entry).not.toHaveProperty('gap')
    expect(entry).not.toHaveProperty('setOut')
    expect(said(stale)).toBe(
      'To be re-affirmed. [Evidence 1a](evidence-1a) was reworded on 12 March 2020 and evidence 1c was removed on 13 March 2020, after this decision was last confirmed.',
    )
    expect(stale?.[0]).toEqual({ text: 'To be re-affirmed.', bold: true })
    // Its evidence stands right below, and its words name what it relies on.
    expect(trace).toEqual([])
    expect(responses).toMatchObject({
      summary: '1 challenge, not answered',
      unseen: ' about decision 1',
      isChallenged: true,
      challenges: { shown: [{ asked: 'Asked 12 March 2020.', state: 'Not answered yet.' }] },
    })
    expect(responses?.ways.map(({ text }) => text)).toEqual(['Challenge decision 1'])
  })

  it('says how strong it is, and names no sprint where its decision does', () => {
    const entry = entryOf('evidence-1a')
    expect(entry.strength.map(({ words }) => words)).toEqual([
      'Interview, March 2020.',
      'Quality amber: two sites only.',
    ])
    expect(entry).not.toHaveProperty('sprint')
    expect(entry.trace.map(said)).toEqual(['Supports [decision 2](decision-2).'])
    expect(entryOf('objective-1').trace.map(said)).toEqual([
      'Relied on by [Now](now) (draft), [decision 1](decision-1) (draft), [1a](evidence-1a).',
    ])
    expect(entryOf('evidence-1b').strength).toEqual([{ words: 'Not rated' }])
  })

  it('leads from a second use to where it is set out, and says nothing else of it there', () => {
    const again = entryOf('evidence-1a', {}, 1)
    expect(again).toMatchObject({ anchor: 'decision-2-evidence-1a', trace: [], strength: [] })
    expect(said(again.setOut)).toBe('Set out under [evidence 1a](evidence-1a).')
    for (const name of ['stale', 'responses', 'changed', 'note', 'gap'])
      expect(again).not.toHaveProperty(name)
  })

  it('says that a decision lacks evidence', () => {
    expect(entryOf('decision-3').gap).toBe('No evidence recorded yet')
    expect(entryOf('decision-2')).not.toHaveProperty('gap')
  })

  it('has its id behind the name that does not say it', () => {
    expect(entryOf('objective-1')).toMatchObject({ how: 'entry', name: 'Objective 1', id: 'O1' })
  })

  it('shows what stands around it, unless all of that is right beside it', () => {
    const [grounds, claims] = entryOf('evidence-1a').neighbours
    expect(
      grounds?.lines.flatMap(({ words, to }) => [words, ...to.map(({ name }) => name)]),
    ).toEqual(['Relies on', 'Objective 1'])
    expect(claims?.lines.flatMap(({ to }) => to.map(({ name }) => name))).toEqual([
      'Decision 1',
      'Decision 2',
    ])
    expect(entryOf('evidence-1b').neighbours).toEqual([])
  })

  it('opens what stands around it and the responses to it in one place', () => {
    const keys = ['objective-1', 'objective-2', 'evidence-1a', 'evidence-1b', 'decision-1']
    const openers = keys.map((key) => entryOf(key).opener)
    expect(openers.map((one) => one && [one.summary, one.unseen, one.isChallenged])).toEqual([
      ['3 links', ' around objective 1, respond', false],
      ['1 decision', ' around objective 2, respond', false],
      ['1 decision', ' around evidence 1a, respond', false],
      ['Respond', ' to evidence 1b', false],
      // Of what its words say it counts nothing.
      ['1 challenge, not answered', ' about decision 1', true],
    ])
    expect(entryOf('evidence-1a', {}, 1)).not.toHaveProperty('opener')
    const document = entryOf('evidence-1a', { output: 'document' })
    expect(document.opener).toMatchObject({ summary: '1 decision', unseen: ' around evidence 1a' })
  })

  it('points to its note where one is printed; an entry has none', () => {
    expect(entryOf('evidence-1a').note).toMatchObject({ anchor: 'note--3', number: 3 })
    expect(entryOf('objective-1')).not.toHaveProperty('note')
  })

  it('takes no answers in a file, nor in a part of the case', () => {
    const document = entryOf('decision-1', { output: 'document' })
    expect(document).not.toHaveProperty('responses')
    expect(document.trace).toEqual(entryOf('decision-1').trace)
    const part = entryOf('decision-2', { route: 'five' })
    for (const name of ['responses', 'changed']) expect(part).not.toHaveProperty(name)
  })
})

describe('a heading', () => {
  const headings = [...plan({ onSlides: new Set(['why']) }).headings.values()]
  const heading = (key: string) => headings.find(({ section }) => section.key === key)

  it('is there for each section, and for no title', () => {
    expect(headings.map(({ section }) => section.key)).toEqual([
      ...['why', 'now', 'costs', 'objectives', 'benefits', 'sprint-1', 'sprint-2'],
    ])
  })

  it('says what is missing below it', () => {
    expect(heading('costs')?.gap).toBe('To be written')
    expect(heading('sprint-2')?.gap).toBe('No decisions recorded yet')
    // The author says so.
    expect(heading('benefits')).not.toHaveProperty('gap')
  })

  it('leads to its slide, and lets readers answer', () => {
    expect(heading('why')?.slide).toBe('why')
    expect(heading('now')).not.toHaveProperty('slide')
    expect(heading('now')?.responses?.summary).toBe('Respond')
    expect(heading('now')?.responses?.unseen).toBe(' to “Now”')
  })

  it('has the diagram of its sprint, unless a part of the case only passes by', () => {
    expect(heading('sprint-1')?.diagrams).toHaveLength(1)
    const part = [...plan({ route: 'five' }).headings.values()]
    expect(part.flatMap(({ diagrams }) => diagrams)).toEqual([])
  })
})

it('says of a list what the mark "draft" in it means', () => {
  const notes = [...plan().lists.values()].map(({ note }) => note)
  expect(notes).toEqual(['Links marked “draft” are the team’s own, to be confirmed.', undefined])
})

it('lists the contents, with what is owed', () => {
  expect(plan().contents).toEqual([
    { key: 'opening', title: 'A case', depth: 1 },
    { key: 'why', title: 'Why', depth: 1 },
    { key: 'now', title: 'Now', depth: 2 },
    { key: 'costs', title: 'Costs', depth: 2, owed: 'empty' },
    { key: 'objectives', title: 'Objectives', depth: 1 },
    { key: 'benefits', title: 'Benefits', depth: 1, owed: 'to be written' },
    { key: 'sprint-1', title: 'Sprint 1', depth: 1 },
    { key: 'sprint-2', title: 'Sprint 2', depth: 1, owed: 'empty' },
    { key: 'end--about', title: 'About this document', depth: 1 },
  ])
  expect(plan().hasOpening).toBe(true)
  // Of a case of no date, no abbreviations and no updates, nothing of the last one is for paper.
  const bare = {
    ...assemble([{ file: '1.mdx', text: '# A\n\n## B' }], undefined),
    dates: {},
    notes: [],
  }
  const entries = planNarrative(lookupOf(bare), { output: 'page' }).contents
  expect(entries.at(-1)).toMatchObject({ key: 'end--about', isOnScreen: true })
})

describe('the cover', () => {
  const aboutOf = (options: Partial<NarrativeOptions> = {}) =>
    plan(options).cover.about.map(({ name, words }) => `${name}: ${said(words)}`)

  it('says of a page what it asks, whose it is, how old, and how to take it along', () => {
    const { cover } = plan({ isSite: true })
    expect(cover).toMatchObject({
      phase: 'Alpha',
      title: 'A case',
      ask: { label: 'What we ask', words: 'Fund a pilot.' },
    })
    expect(cover.line).toEqual([
      'The bridge team',
      'March 2020',
      'Updated 14 March 2020',
      'All figures are initial estimates',
    ])
    expect(cover.forms?.present.to).toBe('deck/')
    expect(cover.forms?.download.map(({ use }) => use)).toEqual(['To print', 'Offline', 'As data'])
    // What is made of the finished site is not there before.
    expect(plan().cover.forms?.download.map(({ use }) => use)).toEqual(['As data'])
  })

  it('says at its end all else about it, and in a file with what is said nowhere else there', () => {
    const common = [
      'Sources: [github.com/team/case](https://github.com/team/case)',
      'Feedback: [Raise an issue](https://example.org/issues), [Write to us](mailto:team@example.org)',
    ]
    const dates = ['Published: 1 March 2020', 'Updated: 14 March 2020']
    expect(aboutOf()).toEqual([...dates, 'Version: 0.3', ...common])
    expect(aboutOf({ output: 'document' })).toEqual([
      ...['Team: The bridge team', 'Covers: March 2020', ...dates],
      'Figures: All figures are initial estimates',
      'Address: [www.example.org/case/](https://www.example.org/case/)',
      ...common,
    ])
    expect(plan({ output: 'document' }).cover).not.toHaveProperty('forms')
  })

  it('says of a part for whom it was chosen, and that there is more', () => {
    const { title, cover, updates, margins } = plan({ route: 'five' })
    expect(title).toBe('A case: Five minutes')
    expect(cover.route).toBe('Five minutes')
    expect(cover.part).toBe('This is a part of the case, chosen for 5 minutes. The whole case:')
    expect(cover.line[0]).toBe('For: Sponsors')
    expect(plan({ route: 'ten' }).cover.line[0]).toBe('The bridge team')
    expect(cover).not.toHaveProperty('forms')
    expect(updates).toEqual([])
    expect(margins['bottom-left']).toBe('A part of the case. All figures are initial estimates')
  })

  it.each([
    // Its own sentence, though not the first of all, which stands right below.
    [
      'We want more.\n\nThis is our early case for change. It is long.',
      ' This is our early case for change.',
    ],
    ['First.\n\nThis paper sets out why.', ' This paper sets out why.'],
    ['This is our case for change.\n\nIt is long.', ''],
    ['First.\n\nThis is a growing problem.', ''],
    ['First.\n\nThis is our case, which rests on one thing (1a).', ''],
    ['First.\n\n<Notes>This is our case for the minister.</Notes>', ''],
  ])('without an ask says that, and what the case says that it is: %j', (text, owed) => {
    const tail = '\n\n## Sprint 1\n\nDecision 1: Go\n\nEvidence 1a: It waits'
    const owing = {
      ...assemble([{ file: '1.mdx', text: `# A case\n\n${text}${tail}` }], undefined),
      dates: {},
      notes: [],
    }
    const coverFor = (output: 'page' | 'document') =>
      planNarrative(lookupOf(owing), { output }).cover
    expect(coverFor('page').ask).toEqual({
      ...{ label: 'What we ask', words: `is still to be written.${owed}`, isOwed: true },
    })
    // A file is read back, and would then ask it.
    expect(coverFor('document')).not.toHaveProperty('ask')
  })
})

it('says at the edges of pages what they are', () => {
  expect(plan().margins).toEqual({
    'top-left': 'Alpha: A case',
    'top-right': 'Version 0.3, 14 March 2020',
    'bottom-left': 'All figures are initial estimates',
  })
})

it('tells what readers ask about the whole case', () => {
  expect(plan().answers).toEqual({
    count: 'From readers: 1 challenge, answered.',
    challenges: {
      count: '1 challenge, answered',
      shown: [
        {
          words: 'Why at all?',
          url: 'https://github.com/team/case/issues/2',
          asked: 'Asked 1 March 2020.',
          state: 'Answered 5 March 2020.',
          isAnswered: true,
        },
      ],
    },
  })
})

it('says in each note what it is, where it stands and who cites it', () => {
  const { notes, decisions } = plan()
  expect(notes.map(({ name, isHere, citations }) => [name, isHere, citations])).toEqual([
    [
      'Objective 1',
      true,
      [
        { anchor: 'cite--1', within: '' },
        { anchor: 'cite--2', within: ' (decision 1)' },
        { anchor: 'cite--4', within: ' (1a)' },
      ],
    ],
    ['Objective 2', true, [{ anchor: 'cite--3', within: ' (decision 1)' }]],
    ['Evidence 1a', true, [{ anchor: 'cite--5', within: ' (decision 2)' }]],
    ['Evidence 1b', true, []],
  ])
  expect(decisions.map(({ name }) => name)).toEqual([
    'Decision 1, sprint 1',
    'Decision 2, sprint 1',
    'Decision 3, sprint 1',
  ])
  const part = plan({ route: 'five' })
  expect(part.decisions.map(({ key }) => key)).toEqual(['decision-2'])
  expect(part.notes.map(({ name, isHere }) => [name, isHere])).toEqual([['Evidence 1a', false]])
})

it('says on the card of an item what a citation asks for', () => {
  const decision = read.graph.items.get('decision-1')
  const card = decision && cardOf(decision, lookup)
  expect(card).toMatchObject({
    name: 'Decision 1',
    called: 'decision 1',
    sprint: { words: 'sprint 1' },
    addresses: [{ href: 'https://www.example.org/plan/', host: 'example.org' }],
    asked: '1 challenge, not answered',
  })
  // Far from its place, its evidence is named.
  expect(card?.trace.map(plainText)).toEqual(['Rests on 1a, 1b.', 'Relies on O1, O2 (draft).'])
})

/** A commit that reworded the first decision. */
function changing(): HistoryStep {
  const named = { key: 'decision-1', kind: 'decision', name: 'Decision 1', place } as const
  return {
    ...{ date: '2020-03-14T09:00:00Z', commit: 'c', short: 'c', week: '2020-03-09' },
    ofWeek: [{ what: 'reworded', before: named, after: named, words: [] }],
    changes: [],
  }
}
