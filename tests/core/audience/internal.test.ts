/** A public case: what stays inside is in no part of it, and what stays keeps its name. */

import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import type { Outside } from '../../../src/core/model/assembled.ts'
import { linksOf } from '../read.ts'

const TEXT = `---
strength: { 2a: interview, 1a: analytics }
priority: { purse: 1, decision-2: 1, why-now: 2 }
---

# Case

## Why now

We wait (1, 2).

## Purse <Internal>of gold</Internal>

<Internal>

## Purse

Gold.

</Internal>

## Risks

<Internal>

- Gold is lost

</Internal>

- Clinics close (1)

## Key decisions

Decision 1: We start.

Evidence 1a: Half are theirs.

Decision 2 (internal): We pay gold (1a).

Evidence 2a: Gold again.
`
const GOLD = { file: 'gold.mdx', text: '---\naudience: internal\n---\n\n## Gold mine\n\nGold.' }
const YAML = `ask: Fund it.
links:
  https://example.org/old: gold-mine
  https://example.org/kept: why-now
aliases: { old-gold: decision-2, older: decision-1 }
accept:
  - { check: gap, where: gold-mine, reason: Gold, owner: Ana }
  - { check: gap, says: gold, reason: Gold, owner: Ana }
routes:
  gold: { minutes: 5, sections: [gold-mine, decision-2] }
  all: { minutes: 5, sections: [why-now, decision-2] }
`

function read(audience: NonNullable<Outside['audience']>, text = TEXT, yaml = YAML) {
  const past = ['evidence-2b', 'decision-2', 'evidence-1a'].map((key) => ({
    key,
    text: 'Silver of old',
    commit: 'a1',
    date: '2020-01-01',
  }))
  const sources = [{ file: '1.mdx', text }, GOLD]
  return assemble(sources, { file: 'case.yaml', text: yaml }, { audience, past })
}

describe('a public case', () => {
  const shown = read('public')

  it('has no word of what stays inside, in graph, documents, sources, settings or findings', () => {
    const { leftOut, inside, settingsSource, outside, ...told } = shown
    const { graph, ...rest } = told
    const parts = { ...rest, graph: { ...graph, maps: [...graph.items, ...graph.sections] } }
    const words = JSON.stringify(parts).replaceAll(/"(?:reason|owner|says|where)":"[^"]*"/g, '')
    expect(words.match(/.{20}gold(?! again).{20}/gi)).toBeNull()
    expect(leftOut.map(({ words }) => words).join()).toMatch(/We pay gold/)
    expect(inside.names).toContain('decision-2')
  })

  it('keeps the numbers that items have in the whole case, and their links', () => {
    const ids = (audience: 'public' | 'internal') =>
      read(audience).graph.case.items.map(({ key }) => key)
    expect(ids('internal')).toEqual([
      'risk-1',
      'risk-2',
      'decision-1',
      'evidence-1a',
      'decision-2',
      'evidence-2a',
    ])
    expect(ids('public')).toEqual(['risk-2', 'decision-1', 'evidence-1a', 'evidence-2a'])
    expect(linksOf(shown)).toContain('risk-2 shaped-by decision-1')
  })

  it('leads nowhere inside: links, aliases, routes, earlier addresses', () => {
    expect(shown.settings.links).toEqual({ 'https://example.org/kept': 'why-now' })
    expect(shown.settings.aliases).toEqual({ older: 'decision-1' })
    expect(Object.keys(shown.settings.routes)).toEqual(['all'])
    expect(shown.outside.past?.map(({ key }) => key)).toEqual(['evidence-2b', 'evidence-1a'])
  })

  it('finds the citation and the evidence of what stays inside, and nothing else about it', () => {
    const told = shown.findings.filter(({ check }) => /cit|missing-d|unknown|unused/.test(check))
    expect(told.map(({ check, place }) => `${check} ${place.line}:${place.column}`)).toEqual([
      'cites-internal 10:9',
      'cites-internal 40:1',
      'uncited-evidence 40:1',
    ])
    expect(shown.unreadable).toBe(false)
  })

  it('is not built while something inside cannot be read', () => {
    const { findings, unreadable } = read('public', '<Internal>\n\n<Nothing />\n\n</Internal>')
    expect(unreadable).toBe(true)
    expect(findings.map(({ check }) => check)).toContain('unknown-component')
  })
})

describe('an internal case', () => {
  it('has all of it, under the same names', () => {
    const { graph, leftOut, settings } = read('internal')
    expect(leftOut).toEqual([])
    expect([...graph.sections.keys()]).toContain('gold-mine')
    expect(Object.keys(settings.routes)).toEqual(['gold', 'all'])
    expect(graph.items.get('decision-2')?.text).toBe('We pay gold.')
  })
})

describe('what was withdrawn', () => {
  const withdrawn = (ids: string) => read('internal', TEXT, `ask: x\nwithdrawn: [${ids}]`)

  it('is told by its name alone, earlier words too', () => {
    const { graph, outside, findings, leftOut } = withdrawn('1A')
    const item = graph.items.get('evidence-1a')
    expect(item).toMatchObject({ id: '1a', text: 'Withdrawn' })
    expect(item).not.toHaveProperty('strength')
    expect(outside.past?.find(({ key }) => key === 'evidence-1a')?.text).toBe('Withdrawn')
    expect(leftOut.map(({ words }) => words)).toEqual(['Evidence 1a: Half are theirs.'])
    expect(findings.map(({ check }) => check)).toContain('withdrawn-in-git')
  })

  it('must exist, now or in some earlier state', () => {
    const { findings } = withdrawn('1c, 2b')
    const told = findings.filter(({ check }) => check === 'unknown-reference')
    expect(told.map(({ message }) => message)).toEqual([
      'Unexpected "1c" in withdrawn, expected one of 1, 1a',
    ])
  })

  it('must have a label, since order would let it slip to another item', () => {
    const { findings, unreadable } = withdrawn('R2')
    expect(unreadable).toBe(true)
    expect(findings.find(({ check }) => check === 'off-schema')?.message).toBe(
      'Unexpected "R2" in withdrawn, which has its number by order alone, expected a label in its text: "Risk 2: …"',
    )
  })
})
