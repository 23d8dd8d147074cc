/** C4 diagrams are drawn as flowcharts, which give the words of relations room. */
import { expect, it } from 'vitest'
import { c4AsFlowchart } from '../../../src/node/mermaid/c4.ts'

const linesOf = (text: string) =>
  c4AsFlowchart(text)
    .split('\n')
    .filter((line) => !line.startsWith('classDef') && line !== '')

it('has all that is said, in quotes that nothing can leave', () => {
  expect(
    linesOf(`C4Container
  title Trees "of" ours
  %% a comment
  Person(end, "Resident", "Reports \`a\` tree; [x]")
  System_Boundary(ours, "Ours") {
    ContainerDb(db, "Register", "Postgres", "Keeps<br/>trees")
    Container_Ext(map, Map service, $descr="Shows trees", $techn="GIS", $link="https://a.uk")
  }
  Rel(end, db, "Reports a tree with a photograph, by phone", "HTTPS")
  BiRel(db, map, "Asks")
  Rel_Back(end, map, "Shows")
  UpdateRelStyle(end, db, $offsetX="5")`),
  ).toEqual([
    '---',
    'title: "Trees \\"of\\" ours"',
    '---',
    'flowchart LR',
    '%% c4',
    'c1(["Resident<br/>[Person]<br/>Reports ’a’ tree; [x]"]):::Person',
    'subgraph c2["Ours<br/>[System]"]',
    'c3[("Register<br/>[Container: Postgres]<br/>Keeps<br/>trees")]:::Container',
    'c4["Map service<br/>[Container: GIS]<br/>Shows trees"]:::Ext',
    'end',
    'c1 -->|"Reports a tree<br/>with a photograph,<br/>by phone<br/>[HTTPS]"| c3',
    'c3 <-->|"Asks"| c4',
    'c4 -->|"Shows"| c1',
  ])
})

it('numbers the relations of a dynamic diagram', () => {
  const text =
    'C4Dynamic\nSystem(a, "A")\nSystem(b, "B")\nRel(a, b, "Asks")\nRelIndex(7, b, a, "Says")'
  expect(linesOf(text).slice(-2)).toEqual(['c1 -->|"1: Asks"| c2', 'c2 -->|"2: Says"| c1'])
})

it.each([
  'flowchart LR\n  a --> b',
  'C4Context\n  Person(a, "A")\n  Rel(a, b, "To nobody")',
  'C4Context\n  Robot(a, "A")',
  'C4Context\n  Person(a, "A" and "B")',
])('leaves to Mermaid what it does not know: %j', (text) => {
  expect(c4AsFlowchart(text)).toBe(text)
})
