/** Where the boxes of the case's diagrams stand, without any browser. */
import { expect, test } from 'vitest'
import { arrange } from '../../../src/node/mermaid/arrange.ts'
import type { MeasuredBox } from '../../../src/node/mermaid/box.ts'

function box(name: string, column: 'left' | 'right', more: Partial<MeasuredBox> = {}): MeasuredBox {
  const words = `${name.toUpperCase()} words`
  const kind = column === 'left' ? 'objective' : 'success-factor'
  return { name, kind, column, lines: [words], textWidth: 100, ...more }
}

function line(left: string, right: string, isDraft = false) {
  return { ends: [left, right], isDraft } as const
}

function drawn(boxes: readonly MeasuredBox[], edges: readonly ReturnType<typeof line>[]) {
  return arrange({ title: 'A title', description: 'What it shows.', boxes, edges })
}

/** Left and upper edge of the boxes in their order, px. */
function places(svg: string): readonly (readonly [number, number])[] {
  return [...svg.matchAll(/<rect class="shape" x="([\d.]+)" y="([\d.]+)"/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
}

test('sets columns side by side, as wide as their widest words', () => {
  const { svg, width, height } = drawn(
    [box('n0', 'left', { textWidth: 180.2 }), box('n1', 'right')],
    [line('n0', 'n1')],
  )
  const [left, right] = places(svg)
  expect(left).toEqual([2, 2])
  // 181 for the words, 22 on either side of them, 200 between the columns.
  expect(right).toEqual([2 + 181 + 44 + 200, 2])
  expect({ width, height }).toEqual({ width: 2 + 225 + 200 + 144 + 2, height: 2 + 45 + 2 })
})

test('centres a box on those that are joined to it alone', () => {
  const nodes = [box('n0', 'left'), box('n1', 'right'), box('n2', 'right')]
  const { svg } = drawn(nodes, [line('n0', 'n1'), line('n0', 'n2')])
  const [one, first, second] = places(svg).map(([, y]) => y)
  expect(one).toBe(((first ?? 0) + (second ?? 0)) / 2)
})

test('spreads both columns evenly where a box is shared', () => {
  const nodes = [box('n0', 'left'), box('n1', 'left'), box('n2', 'right')]
  const { svg } = drawn(nodes, [line('n0', 'n2'), line('n1', 'n2')])
  const [first, second, shared] = places(svg).map(([, y]) => y)
  expect(shared).toBe(((first ?? 0) + (second ?? 0)) / 2)
})

test('keeps boxes of one column apart, whatever their heights', () => {
  const tall = { lines: ['N1 a', 'b', 'c'] }
  const nodes = [box('n0', 'left'), box('n1', 'right', tall), box('n2', 'right')]
  const { svg } = drawn(nodes, [line('n0', 'n1'), line('n0', 'n2')])
  const [, first, second] = places(svg).map(([, y]) => y)
  // Three lines of 27, 9 above and below, and 14 between.
  expect((second ?? 0) - (first ?? 0)).toBe(3 * 27 + 18 + 14)
})

test('draws a line between boxes that are there, dashed for a draft', () => {
  const nodes = [box('n0', 'left'), box('n1', 'right'), box('n2', 'right')]
  const edges = [line('n0', 'n1', true), line('n0', 'n2'), line('n0', 'n9')]
  const { svg } = drawn(nodes, edges)
  expect(svg.match(/<path class="edge[^>]*>/g)).toEqual([
    expect.stringMatching(/class="edge draft [^"]*" .*stroke-dasharray/),
    expect.not.stringMatching(/dasharray/),
  ])
})

test('escapes words and addresses, and is a group where it holds links', () => {
  const nodes = [box('n0', 'left', { lines: ['O1 <b> & "c"'], href: '#a"b' })]
  const { svg } = drawn(nodes, [])
  expect(svg).toContain('role="group"')
  expect(svg).toContain('<a href="#a&quot;b" ')
  expect(svg).toContain('&lt;b&gt; &amp; &quot;c&quot;')
  expect(drawn([box('n0', 'left')], []).svg).toContain('role="img"')
})

test('sets boxes below those that they are joined to where it is asked, with a line from foot to side', () => {
  const nodes = [box('n0', 'left'), box('n1', 'right'), box('n2', 'left'), box('n3', 'right')]
  const edges = [line('n0', 'n1'), line('n2', 'n3')]
  const { svg } = arrange({ title: 'T', description: 'D', boxes: nodes, edges, isBelow: true })
  const [first, second, below, last] = places(svg)
  // 45 px a box, 14 to what is joined to it, 28 to the next.
  expect([first, below, second, last]).toEqual([
    [2, 2],
    [54, 61],
    [2, 134],
    [54, 193],
  ])
  expect(svg).toContain('d="M26 47V71.5Q26 83.5 38 83.5H54"')
})

test('never sets a box below two others', () => {
  const nodes = [box('n0', 'left'), box('n1', 'left'), box('n2', 'right')]
  const edges = [line('n0', 'n2'), line('n1', 'n2')]
  const { svg } = arrange({ title: 'T', description: 'D', boxes: nodes, edges, isBelow: true })
  expect(places(svg)[2]?.[0]).toBeGreaterThan(100)
})
