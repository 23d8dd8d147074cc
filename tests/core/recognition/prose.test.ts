/** A generated property: a paragraph of prose, wherever it is put, changes nothing of which items there are. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/core/assemble.ts'
import { buildGraph } from '../../../src/core/graph/index.ts'
import { builtInKinds } from '../../../src/core/model/kinds.ts'
import { readSettings } from '../../../src/core/settings/case-yaml.ts'
import { parse } from '../../../src/core/syntax/parse.ts'
import { textsOf } from './measure.ts'

const ugly = resolve(import.meta.dirname, '../../fixtures/ugly')
const documents = [
  ...textsOf(),
  ...readdirSync(ugly)
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => ({ file, text: readFileSync(join(ugly, file), 'utf8') })),
]

/** As people write: with numbers, names of kinds, an id in the middle, a colon and a question. */
const PROSE = [
  'It rained on the day, and nobody came before noon.',
  'The risks of this were known: 12 of 40 people had told us so. What else could they say?',
  'Options and decisions are for the board, which met on 4 March about R-1 and the rest.',
  'We will come back to the requirements, goals and actions in the autumn.',
]

describe('a paragraph of prose', () => {
  it.each(documents)('changes no item of $file', ({ file, text }) => {
    const before = itemsIn(file, text)
    const places = boundariesOf(text, file)
    // Every third place at once: a document costs three readings, and each place is tried.
    for (const first of [0, 1, 2]) {
      const chosen = places.filter((_, index) => index % 3 === first)
      const more = chosen.reduceRight((longer, at, index) => {
        const prose = PROSE[(index + first) % PROSE.length]
        return `${longer.slice(0, at)}\n${prose}\n\n${longer.slice(at)}`
      }, text)
      expect(itemsIn(file, more), `before characters ${chosen}`).toEqual(before)
    }
  })
})

const { settings } = readSettings('', 'case.yaml')

/** Of the graph alone: what checks say of it takes most of the time, and changes no item. */
function itemsIn(file: string, text: string): readonly string[] {
  const { document } = readDocument({ file, text }, builtInKinds)
  return buildGraph([document], settings).case.items.map(({ key }) => key)
}

/** Where something begins that stands by itself, and the end. */
function boundariesOf(text: string, file: string): readonly number[] {
  const { tree } = parse(text, file)
  const blocks = (tree?.children ?? []).filter(({ type }) => type !== 'yaml')
  const starts = blocks.flatMap(({ position }) => position?.start.offset ?? [])
  return [...starts, text.length]
}
