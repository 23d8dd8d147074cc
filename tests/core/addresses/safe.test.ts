/** No link that runs something is in the tree that pages, slides and files to edit are made of. */
import { describe, expect, it } from 'vitest'
import { unsafeSchemeOf } from '../../../src/core/addresses/safe.ts'
import { readDocument } from '../../../src/core/assemble.ts'
import { builtInKinds } from '../../../src/core/model/kinds.ts'
import { recognise } from '../../../src/core/syntax/conventions/index.ts'
import { parse } from '../../../src/core/syntax/parse.ts'
import { textOf } from '../../../src/core/syntax/tree.ts'

const BAD = [
  '[x](javascript:alert(1))',
  '[x](JAVA&#x73;CRIPT:alert(1))',
  '[x](java&#x9;script:alert(1))',
  '[x](< javascript:alert(1)>)',
  '[x](data:text/html,y)',
  '[x](vbscript:y)',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '[**x**](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
]

describe.each(BAD)('%s', (written) => {
  it('keeps its words, and nothing of its address', () => {
    const { tree } = parse(written, 'a.mdx')
    if (!tree) throw new Error(`not parsed: ${written}`)
    const read = recognise(tree, { file: 'a.mdx', text: written }, builtInKinds)
    // A definition alone leads nowhere, and no output shows it.
    const shown = read.tree.children?.filter(
      ({ type }) => type !== 'other' && type !== 'definition',
    )
    expect(shown?.map(textOf).join('')).toBe('x')
    expect(JSON.stringify(shown)).not.toMatch(/script:|data:/i)
    expect(read.document.unsafe).toHaveLength(1)
  })
})

it('leaves safe links as they are, at their places', () => {
  const text = '[a](https://a.uk) [b](#b) [c](mailto:a@b.uk) [d](tel:1) [e](f.pdf) [g](?h=data:)'
  const { document } = readDocument({ file: 'a.mdx', text }, builtInKinds)
  expect(document.unsafe).toBeUndefined()
  expect(JSON.stringify(document.blocks).match(/"type":"link"/g)?.length).toBeGreaterThan(5)
})

it.each([
  ['https://a.uk', undefined],
  ['#a:b', undefined],
  ['../a:b', undefined],
  ['//a.uk', undefined],
  ['', undefined],
  ['JavaScript:x', 'javascript'],
  [' \tdata:x', 'data'],
  ['java\nscript:x', 'javascript'],
  ['blob:https://a.uk', 'blob'],
])('reads the scheme of %j', (address, scheme) => {
  expect(unsafeSchemeOf(address)).toBe(scheme)
})
