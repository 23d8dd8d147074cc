/** A kind that a case brings is seen in every output that core plans. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/core/assemble.ts'
import { changeSentence } from '../../src/core/changes/change-sentence.ts'
import { compareCases, editionOf } from '../../src/core/changes/index.ts'
import { flatten, planDeck } from '../../src/core/deck/index.ts'
import { diagramsOf } from '../../src/core/diagram/index.ts'
import { waysToAnswer } from '../../src/core/feedback/ways.ts'
import { lookupOf } from '../../src/core/graph/lookup.ts'
import { planNarrative } from '../../src/core/narrative/index.ts'
import { onePageOf } from '../../src/core/one-page/index.ts'
import { caseJsonOf } from '../../src/core/register/case-json.ts'
import { registerCsv } from '../../src/core/register/csv.ts'
import { registerOf } from '../../src/core/register/index.ts'
import { recognise } from '../../src/core/syntax/conventions/index.ts'
import { parse } from '../../src/core/syntax/parse.ts'
import { attributeOf, walk } from '../../src/core/syntax/tree.ts'
import { plainText } from '../../src/core/text/linked-text.ts'
import { weakestLinks } from '../../src/core/weakest/index.ts'
import { OWN_TEXT, ownKinds } from './own-kinds.ts'
import { findingsOf, itemsOf, linksOf, readKinds } from './read.ts'

const assembled = readKinds(ownKinds, OWN_TEXT)
const { graph, settings } = assembled

it('is in the graph, with the links that the kinds have that it is like', () => {
  expect(itemsOf(assembled)).toEqual([
    'goal G1',
    'goal G2',
    'success-factor CSF1',
    'ruling RU1',
    'finding F1',
  ])
  expect(linksOf(assembled)).toEqual([
    'success-factor-1 measures goal-1',
    'ruling-1 relies-on goal-1',
    'finding-1 supports ruling-1',
  ])
})

it('is checked', () => {
  expect(findingsOf(assembled)).toEqual([
    'unlabelled-citation 5:1',
    'objective-without-success-factor 6:1',
  ])
})

it('is in the register, its file, and the case as data', () => {
  const rows = registerOf(assembled)
  expect(rows.map(({ item, state }) => `${item.id} ${state}`)).toEqual([
    'G1 complete',
    'G2 not-linked',
    'CSF1 complete',
    'RU1 complete',
    'F1 complete',
  ])
  expect(registerCsv(rows, ownKinds)).toContain('\r\nRU1,Ruling,We build a bridge,Sprint 1,1,')
  expect(caseJsonOf(assembled).items).toContainEqual(
    expect.objectContaining({ key: 'finding-1', kind: 'finding', id: 'F1' }),
  )
})

describe('in diagrams', () => {
  const of = (name: string) => diagramsOf(graph, name)[0]

  it('has a box of the look that it is like', () => {
    expect(of('objectives')?.mermaid).toContain('n1(["G1 People cross fast"])')
    expect(of('objectives')?.mermaid).toMatch(/^class n1,n2 objective$/m)
    expect(of('sprint 1')?.mermaid).toContain('n1{{"RU1 We build a bridge"}}')
    expect(of('sprint 1')?.mermaid).toMatch(/^class n2 evidence$/m)
  })

  it('is counted by its own name', () => {
    expect(of('objectives')?.description).toContain('2 goals on the left, 1 success factor on')
    expect(of('F1')?.title).toBe('Finding F1 and what it is joined to')
  })
})

it('has slides of its own, with what it rests on beside them', () => {
  const measure = (text: string, size: number) => (text.length * size) / 2
  const slides = planDeck(assembled, measure)
  expect(slides.find(({ id }) => id === 'ruling-1')).toMatchObject({
    kicker: 'Ruling 1, sprint 1',
    layout: 'decision',
    evidence: [
      { item: 'finding-1', name: 'Finding 1', body: [{ text: 'They wait for hours (RU1)' }] },
    ],
    below: [],
  })
  const items = flatten(slides).flatMap(({ body }) => body.map(({ item }) => item))
  expect(items).toEqual(expect.arrayContaining(['goal-1', 'goal-2']))
})

it('is set out in the narrative', () => {
  const lookup = lookupOf({ ...assembled, dates: { updated: '2020-03-14' }, notes: [] })
  const plan = planNarrative(lookup, { output: 'page' })
  const entries = new Map([...plan.items.values()].map((entry) => [entry.item.id, entry]))
  const [ruling, finding] = [entries.get('RU1'), entries.get('F1')]
  expect(finding).toMatchObject({ name: 'Finding 1', called: 'finding 1', id: 'F1' })
  // Its words say so.
  expect(ruling?.trace).toEqual([])
  expect(entries.get('G1')?.trace.map(plainText)).toContain('Relied on by RU1.')
  expect(plan.decisions).toEqual([
    { key: 'ruling-1', name: 'Ruling 1, sprint 1', text: 'We build a bridge' },
  ])
  expect(lookup.lookOf(graph.items.get('finding-1')?.kind ?? 'risk')).toBe('kind-evidence')
})

it('is on the one page', () => {
  const { objectives, strongest } = onePageOf(assembled)
  expect(objectives.lines.map(({ name, text }) => `${name} ${text}`)).toEqual([
    'G1 People cross fast',
    'G2 Nobody pays twice',
  ])
  expect(strongest.lines.map(({ name, text }) => `${name} ${text}`)).toEqual([
    'F1 They wait for hours',
  ])
})

it('is ranked among the weakest links', () => {
  const names = weakestLinks(assembled).links.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['Goal 2', 'Ruling 1']))
})

it('is named in what changed', () => {
  const later = OWN_TEXT.replace('We build a bridge', 'We build two bridges').replace(
    '- Nobody pays twice\n',
    '- Nobody pays twice\n- Nobody waits\n',
  )
  const edition = (text: string) => editionOf(readKinds(ownKinds, text))
  expect(compareCases(edition(OWN_TEXT), edition(later)).map(changeSentence)).toEqual([
    expect.stringContaining('Ruling 1'),
    expect.stringContaining('Goal 3'),
  ])
})

it('can be answered to', () => {
  const ways = waysToAnswer({
    ...assembled,
    settings: { ...settings, repository: 'https://github.com/team/case' },
  })
  const item = graph.items.get('ruling-1')
  if (!item) throw new Error('Expected a ruling')
  const { challenge } = ways({ ...item, name: 'Ruling 1' })
  expect(challenge).toContain('title=Challenge%3A+Ruling+1')
  const issue = { title: 'Challenge: Ruling 1', state: 'open', createdAt: '2020-03-12T10:00:00Z' }
  const feedback = { file: 'feedback.json', text: JSON.stringify([issue]) }
  const { about } = assemble([{ file: '1.mdx', text: OWN_TEXT }], undefined, {
    kinds: ownKinds,
    feedback: [feedback],
  }).feedback
  expect([...about.keys()]).toEqual(['ruling-1'])
})

it('is marked in the tree that the pages are made of', () => {
  const { tree } = parse(OWN_TEXT, '1.mdx')
  if (!tree) throw new Error('Expected a tree')
  const marked = recognise(tree, { file: '1.mdx', text: OWN_TEXT }, ownKinds).tree
  const places = [...walk(marked)].flatMap((node) =>
    node.name === 'Item' ? [attributeOf(node, 'at')] : [],
  )
  expect(places).toEqual(['1.mdx:5:1', '1.mdx:6:1', '1.mdx:10:1', '1.mdx:14:1', '1.mdx:16:1'])
})
