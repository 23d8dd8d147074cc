/** The MDX compile and the graph see the same marks: one recogniser, asked twice. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { mdxToJs } from 'satteri'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { splitSource } from '../../../src/core/audience/split-source.ts'
import { type Audience, audiences } from '../../../src/core/model/audience.ts'
import { builtInKinds } from '../../../src/core/model/kinds.ts'
import { allBlocks, recognise } from '../../../src/core/syntax/conventions/index.ts'
import { dialect, parse } from '../../../src/core/syntax/parse.ts'
import { attributeOf, type Node, walk } from '../../../src/core/syntax/tree.ts'
import { withChartTables } from '../../../src/node/read/chart-tables.ts'
import { conventions } from '../../../src/node/render/mdx-plugin.ts'

const root = resolve(import.meta.dirname, '../../..')
const cases = ['slides', 'tests/fixtures/ugly']

describe.each(cases)('%s', (folder) => {
  const base = join(root, folder)
  const files = readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => file.split(sep).join('/'))
  const sources = files.map((file) => ({ file, text: readFileSync(join(base, file), 'utf8') }))
  const { documents, graph } = assemble(sources)

  it.each(sources)('$file compiles to the marks that the recogniser gives', ({ file, text }) => {
    const { tree } = parse(text, file)
    if (!tree) throw new Error(`${file} does not parse`)
    const recognised = marksIn(recognise(tree, { file, text }, builtInKinds).tree)
    expect(recognised.length).toBeGreaterThan(0)
    expect(marksOf(compile(base, file, text))).toEqual([...recognised].sort())
  })

  it('compiles to a mark for every key and every citation of the graph', () => {
    const marks = new Set(sources.flatMap(({ file, text }) => marksOf(compile(base, file, text))))
    const ats = new Set([...marks].map((mark) => mark.slice(mark.indexOf(' ') + 1)))
    for (const at of graph.keys.keys()) expect(ats).toContain(at)
    for (const at of graph.cited.keys()) expect(marks).toContain(`Cite ${at}`)
    for (const block of documents.flatMap(({ blocks }) => [...allBlocks(blocks)])) {
      const name = block.type === 'item' && block.how === 'row' ? 'Row' : 'Item'
      if (block.type === 'item') expect(marks).toContain(`${name} ${block.at}`)
      if (block.type === 'heading') expect(marks).toContain(`Heading ${block.at}`)
    }
  })
})

function compile(base: string, file: string, text: string, audience: Audience = 'public'): string {
  const compiled = mdxToJs(text, {
    jsx: true,
    features: { ...dialect },
    fileURL: pathToFileURL(join(base, file)),
    mdastPlugins: [
      conventions(base, { audience, hasPrivateNotes: false, ownKinds: {}, store: base }),
    ],
  })
  if (compiled instanceof Promise) throw new Error('no plugin here works asynchronously')
  return compiled.code
}

// Matches the opening of a mark in compiled JSX: `<Cite at="a.mdx:1:2">`, `<_components.Cite at=…`.
const RE_MARK = /<(?:_components\.)?([A-Z]\w*)((?:\s+[\w:]+=(?:"[^"]*"|\{[^}]*\}))*)/g

/** `['Cite a.mdx:1:2']`, sorted: where a mark stands in the code is the compiler's business. */
function marksOf(code: string): readonly string[] {
  return [...code.matchAll(RE_MARK)]
    .flatMap(([, name, attributes]) =>
      // A row has the place of its table, and that of the item that it is.
      [...(attributes ?? '').matchAll(/\b(?:at|item)="([^"]*)"/g)].map(([, at]) => `${name} ${at}`),
    )
    .sort()
}

function marksIn(tree: Node): readonly string[] {
  return [...walk(tree)].flatMap((node) => {
    const places = ['at', 'item'].map((name) => attributeOf(node, name))
    return places.flatMap((at) => (at === undefined ? [] : [`${node.name} ${at}`]))
  })
}

describe.each(audiences)(
  'a case with words inside and withdrawn, for the audience %s',
  (audience) => {
    const base = join(root, 'tests/fixtures/canaries')
    const files = readdirSync(base).filter((file) => file.endsWith('.mdx'))
    const read = (file: string) => readFileSync(join(base, file), 'utf8')
    const sources = files.map((file) => ({ file, text: withChartTables(base, file, read(file)) }))
    const yaml = { file: 'case.yaml', text: readFileSync(join(base, 'case.yaml'), 'utf8') }
    const { documents, settings } = assemble(sources, yaml, { audience })

    it.each(sources)('$file compiles to the marks of its document', ({ file, text }) => {
      const document = documents.find((one) => one.file === file)
      const { source } = splitSource({ file, text }, { ...settings, audience })
      const { tree } = source ? parse(source.text, file) : {}
      const recognised = source && tree ? marksIn(recognise(tree, source, settings.kinds).tree) : []
      expect(document === undefined).toBe(source === undefined)
      expect(marksOf(compile(base, file, read(file), audience))).toEqual([...recognised].sort())
    })
  },
)

it('keeps how an author sets each column of a table', () => {
  const text = '| a | b | c |\n| --- | --: | :-: |\n| 1 | 2 | 3 |\n'
  const { tree } = parse(text, 'a.mdx')
  if (!tree) throw new Error('does not parse')
  const marked = recognise(tree, { file: 'a.mdx', text }, builtInKinds).tree
  const cells = [...walk(marked)].filter(({ name }) => name === 'Cell')
  const each = [undefined, 'right', 'center']
  expect(cells.map((cell) => attributeOf(cell, 'align'))).toEqual([...each, ...each])
})
