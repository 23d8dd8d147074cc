/** Whatever an editor does to a file, the core neither crashes nor points outside it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/core/assemble.ts'
import type { Place } from '../../src/core/model/case.ts'

const slides = join(import.meta.dirname, '../../slides')
const seed = ['20-strategic-case.mdx', '40-key-decisions.mdx']
  .map((file) => readFileSync(join(slides, file), 'utf8'))
  .join('\n')

/** What gets typed or pasted by accident. */
const SCRAPS = [
  '(12a)',
  '(1, 2a)',
  '(draft: O1)',
  '(',
  ')',
  '\\(',
  '{',
  '}',
  '<',
  '<!-- x -->',
  '{/* x */}',
  '# ',
  '### Decision 3',
  'Evidence 3a: See above',
  '**Decision 1',
  '---',
  '> ',
  '- ',
  '\t',
  '\r\n',
  '\uFEFF',
  '\u00a0',
  '🙂',
  'Weâ€™re',
  '[x]((https://a.uk))',
  '```',
  '`',
  '<Page>',
  '</Page>',
  '| a |\n| - |\n',
  'To be written by A, 1 May',
  '&#40;',
  '[^1]',
  '\u0000',
  '\ud800',
  '"',
  '“',
  '~~',
  '$',
] // prettier-ignore

describe.each(Array.from({ length: 150 }, (_, index) => index + 1))('seed %i', (number) => {
  it('gives a case whose places lie inside the file', () => {
    const text = mutate(seed, generator(number))
    const { graph, findings } = assemble([{ file: 'a.mdx', text }])
    const { sections, items, links, gaps } = graph.case
    const lines = text.split(/\r\n|\n|\r/)
    const places = [...sections, ...items, ...links, ...gaps, ...findings].map(({ place }) => place)
    expect(places.filter((place) => !isInside(place, lines))).toEqual([])
    const keys = new Set([...sections, ...items].map(({ key }) => key))
    expect(keys.size).toBe(sections.length + items.length)
    expect(links.filter(({ from, to }) => !keys.has(from) || !keys.has(to))).toEqual([])
    expect(gaps.filter(({ section, item }) => !keys.has(item ?? section))).toEqual([])
  })
})

function mutate(text: string, random: () => number): string {
  const pick = (count: number): number => Math.floor(random() * count)
  let result = text
  for (let step = 0; step < 6; step += 1) {
    const at = pick(result.length)
    const length = random() < 0.5 ? 0 : pick(80)
    const scrap =
      random() < 0.3 ? `\n\n${SCRAPS[pick(SCRAPS.length)]}\n\n` : SCRAPS[pick(SCRAPS.length)]
    result = result.slice(0, at) + scrap + result.slice(at + length)
  }
  return random() < 0.2 ? result.replaceAll('\n', '\r\n') : result
}

function isInside({ file, line, column }: Place, lines: readonly string[]): boolean {
  if (file === 'case.yaml' || line === undefined) return true
  const text = lines[line - 1]
  return text !== undefined && column !== undefined && column >= 1 && column <= text.length + 1
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
