/** Where the boxes of the case's diagrams stand, without any browser. */
import { expect, test } from 'vitest'
import { arrange } from '../../../src/node/mermaid/arrange.ts'
import type { TracedNode } from '../../../src/node/mermaid/box.ts'

function node(name: string, column: string, more: Partial<TracedNode> = {}): TracedNode {
  const classes = ['node', 'default', column, column === 'left' ? 'objective' : 'success-factor']
  const place = Number(name.slice(1))
  return { name, place, classes, lines: [`${name.toUpperCase()} words`], textWidth: 100, ...more }
}

function edge(name: string, ...classes: readonly string[]) {
  return { name, classes }
}

function drawn(nodes: readonly TracedNode[], edges: readonly ReturnType<typeof edge>[]) {
  return arrange({ title: 'A title', description: 'What it shows.', nodes, edges })
}

/** Left and upper edge of the boxes in their order, px. */
function places(svg: string): readonly (readonly [number, number])[] {
  return [...svg.matchAll(/<rect class="shape" x="([\d.]+)" y="([\d.]+)"/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
}

test('sets columns side by side, as wide as their widest words', () => {
  const { svg, width, height } = drawn(
    [node('n0', 'left', { textWidth: 180.2 }), node('n1', 'right')],
    [edge('n0_n1')],
  )
  const [left, right] = places(svg)
  expect(left).toEqual([2, 2])
  // 181 for the words, 22 on either side of them, 200 between the columns.
  expect(right).toEqual([2 + 181 + 44 + 200, 2])
  expect({ width, height }).toEqual({ width: 2 + 225 + 200 + 144 + 2, height: 2 + 45 + 2 })
})

test('centres a box on those that are joined to it alone', () => {
  const nodes = [node('n0', 'left'), node('n1', 'right'), node('n2', 'right')]
  const { svg } = drawn(nodes, [edge('n0_n1'), edge('n0_n2')])
  const [one, first, second] = places(svg).map(([, y]) => y)
  expect(one).toBe(((first ?? 0) + (second ?? 0)) / 2)
})

test('spreads both columns evenly where a box is shared', () => {
  const nodes = [node('n0', 'left'), node('n1', 'left'), node('n2', 'right')]
  const { svg } = drawn(nodes, [edge('n0_n2'), edge('n1_n2')])
  const [first, second, shared] = places(svg).map(([, y]) => y)
  expect(shared).toBe(((first ?? 0) + (second ?? 0)) / 2)
})

test('keeps boxes of one column apart, whatever their heights', () => {
  const tall = { lines: ['N1 a', 'b', 'c'] }
  const nodes = [node('n0', 'left'), node('n1', 'right', tall), node('n2', 'right')]
  const { svg } = drawn(nodes, [edge('n0_n1'), edge('n0_n2')])
  const [, first, second] = places(svg).map(([, y]) => y)
  // Three lines of 27, 9 above and below, and 14 between.
  expect((second ?? 0) - (first ?? 0)).toBe(3 * 27 + 18 + 14)
})

test('orders boxes as the text does, not as the browser gives them', () => {
  const nodes = [node('n2', 'right'), node('n0', 'left'), node('n1', 'right')]
  const { svg } = drawn(nodes, [edge('n0_n1'), edge('n0_n2')])
  expect([...svg.matchAll(/N(\d)<\/tspan>/g)].map(([, id]) => id)).toEqual(['0', '1', '2'])
})

test('draws a line between boxes that are there, dashed for a draft', () => {
  const nodes = [node('n0', 'left'), node('n1', 'right'), node('n2', 'right')]
  const edges = [edge('n0_n1', 'edge-pattern-dotted'), edge('n0_n2'), edge('n0_n9')]
  const { svg } = drawn(nodes, edges)
  expect(svg.match(/<path class="edge[^>]*>/g)).toEqual([
    expect.stringMatching(/class="edge draft" .*stroke-dasharray/),
    expect.not.stringMatching(/dasharray/),
  ])
})

test('escapes words and addresses, and is a group where it holds links', () => {
  const nodes = [node('n0', 'left', { lines: ['O1 <b> & "c"'], href: '#a"b' })]
  const { svg } = drawn(nodes, [])
  expect(svg).toContain('role="group"')
  expect(svg).toContain('<a href="#a&quot;b">')
  expect(svg).toContain('&lt;b&gt; &amp; &quot;c&quot;')
  expect(drawn([node('n0', 'left')], []).svg).toContain('role="img"')
})
