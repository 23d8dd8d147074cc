/**
 * Attack: a diagram in Mermaid, spelt as other tools spell it or held by what draws none. What must
 * hold: it is drawn, or a finding says where it stays code; what it says of secrecy counts as drawn words.
 */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/core/assemble.ts'
import { allBlocks } from '../../src/core/syntax/conventions/index.ts'

function read(text: string) {
  const settings = { file: 'case.yaml', text: 'ask: Fund it.\n' }
  const { documents, findings } = assemble([{ file: '1.mdx', text: `## A\n\n${text}` }], settings)
  const blocks = documents.flatMap((one) => [...allBlocks(one.blocks)])
  return {
    drawn: blocks.filter(({ type }) => type === 'diagram').length,
    told: findings.filter(({ check }) => check === 'unknown-diagram').map(({ message }) => message),
    checks: findings.map(({ check }) => check),
  }
}

const block = (fence: string, before = '') =>
  [fence, 'flowchart LR', '  a[Wait] --> b[Book]', '```'].map((line) => before + line).join('\n')

describe('a diagram that is spelt otherwise', () => {
  it.each([
    ...['```Mermaid', '```MERMAID', '``` mermaid', '```mmd', '```{.mermaid}', '```{mermaid}'],
    ...['```mermaid-js', '```mermaid title="x"', '```mermaid {theme: dark}', '```{.mermaid .wide}'],
  ])('is drawn: %s', (fence) => {
    expect(read(block(fence))).toMatchObject({ drawn: 1, told: [] })
  })

  it.each(['```', '```text', '```flowchart'])('is told of where it is code: %s', (fence) => {
    expect(read(block(fence)).told).toEqual([
      'Unexpected Mermaid in a block of code, expected ```mermaid in its first line, which draws it',
    ])
  })

  it.each(['```sh', '```mdx'])('is code where its language is another: %s', (fence) => {
    expect(read(block(fence))).toMatchObject({ drawn: 0, told: [] })
  })

  it('keeps nothing inside by a bracket in a box', () => {
    const text = '```{.mermaid}\nflowchart LR\n  a["Pay (internal)"] --> b[Wait]\n```'
    expect(read(text).checks).toContain('seems-internal')
  })
})

describe('a diagram where none is drawn', () => {
  it.each([
    ['a list', `- We wait\n\n${block('```mermaid', '  ')}`],
    ['a list', '- <Diagram />'],
    ['a quote', block('```mmd', '> ')],
    ['a quote', '> <Diagram />'],
    ['a footnote', `We wait[^1].\n\n[^1]: See\n\n${block('```mermaid', '    ')}`],
    ['a table', '| a | b |\n| - | - |\n| <Diagram /> | c |'],
    ['a table', '| a | b |\n| - | - |\n| `mermaid flowchart LR a --> b` | c |'],
    ['a heading', '### Ways <Diagram />'],
    ['a sentence', 'We <Diagram /> wait.'],
  ])('is told of in %s', (holder, text) => {
    const [message, ...others] = read(text).told
    expect(message).toContain(`in ${holder}, where none is drawn`)
    expect(others).toEqual([])
  })

  it.each(['details', 'div', 'Statement', 'Quote', 'Columns', 'Slide', 'Page'])(
    'is drawn in <%s>',
    (name) => {
      expect(read(`<${name}>\n\n${block('```mermaid')}\n\n</${name}>`)).toMatchObject({
        drawn: 1,
        told: [],
      })
    },
  )
})
