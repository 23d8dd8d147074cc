/** What is typed as HTML or with signs of other tools, and means what Markdown has. */
import { expect, it } from 'vitest'
import { parse } from '../../../src/core/syntax/parse.ts'
import { type Node, textOf, walk } from '../../../src/core/syntax/tree.ts'
import { read } from '../read.ts'

function treeOf(text: string): Node {
  const { tree, findings } = parse(text, 'a.mdx')
  if (!tree) throw new Error(findings[0]?.message)
  return tree
}

const rowsIn = (tree: Node) =>
  [...walk(tree)]
    .filter(({ type }) => type === 'tableRow')
    .map(({ children = [] }) => children.map(textOf))

it('reads a table with its name, and leaves cells empty that another covers', () => {
  const tree = treeOf(`<table>
  <caption>Days of clinics</caption>
  <thead><tr><th>Clinic</th><th colspan="2">Mornings</th></tr></thead>
  <tbody>
    <tr><td rowspan="2">Eye</td><td>Mon</td><td>**Tue**</td></tr>
    <tr><td><p>Wed</p><p>Fri</p></td><td>Thu</td></tr>
  </tbody>
</table>`)
  expect(tree.children?.map(({ type }) => type)).toEqual(['paragraph', 'table'])
  expect(rowsIn(tree)).toEqual([
    ['Clinic', 'Mornings', ''],
    ['Eye', 'Mon', 'Tue'],
    ['', 'Wed Fri', 'Thu'],
  ])
})

it('leaves a table alone whose cells hold more than words', () => {
  const tree = treeOf('<table>\n<tr>\n<td>\n\n- One\n\n</td>\n</tr>\n</table>')
  expect(tree.children?.[0]?.name).toBe('table')
})

it('reads lists, with the number that they begin with', () => {
  const tree = treeOf('<ol start="3">\n<li>Ask</li>\n<li>Wait</li>\n</ol>\n\n<ul><li>So</li></ul>')
  const lists = (tree.children ?? []).map(({ type, ordered, start, children = [] }) => ({
    ...{ type, ordered, start },
    entries: children.map(textOf),
  }))
  expect(lists).toEqual([
    { type: 'list', ordered: true, start: 3, entries: ['Ask', 'Wait'] },
    { type: 'list', ordered: false, start: null, entries: ['So'] },
  ])
})

it('knows what a table of risks in HTML holds', () => {
  const row = (cell: string, words: readonly string[]) =>
    `<tr>${words.map((one) => `<${cell}>${one}</${cell}>`).join('')}</tr>`
  const table = `<table>${row('th', ['Risk', 'Likelihood'])}${row('td', ['Nobody comes', 'Low'])}</table>`
  const { graph } = read(`# T\n\n## Risks\n\n${table}\n`)
  expect([...graph.items.values()].map(({ id, text }) => `${id} ${text}`)).toEqual([
    'R1 Nobody comes',
  ])
})

it('still refuses what would run', () => {
  const { findings } = parse('<table><tr><td onclick="x">A</td></tr></table>', 'a.mdx')
  expect(findings.map(({ check }) => check)).toEqual(['unknown-markup'])
})

it('reads one tilde within a word as a sign that stands lower, and another as typed', () => {
  expect(textOf(treeOf('About ~20~30 people'))).toBe('About ~20~30 people')
  const tree = treeOf('CO~2~ and ~2~ and H~~2~~O')
  expect(
    [...walk(tree)].flatMap(({ type, name }) => name ?? (type === 'delete' ? type : [])),
  ).toEqual([...['sub', 'delete', 'delete']])
})

it('tells raised and lowered signs in plain words, so that no number becomes another', () => {
  const tree = treeOf(
    '10<sup>3</sup> m<sup>-2</sup>, H<sub>2</sub>O, x<sup>n</sup>, 4<sup>th</sup>',
  )
  expect(textOf(tree)).toBe('10³ m⁻², H₂O, x^n, 4th')
})

it('keeps words apart at a line break, in a cell too', () => {
  const tree = treeOf('| A | B |\n| --- | --- |\n| Phone<br/>line | 2 |\n\nWe<br/>wait')
  expect(textOf(tree)).toMatch(/Phone\s+line/)
  expect(textOf(tree)).toMatch(/We\s+wait/)
  const { graph } = read('# T\n\nDecision 1: We go<br/>now.\n')
  expect(graph.items.get('decision-1')?.text).toMatch(/^We go\s+now\.$/)
})
