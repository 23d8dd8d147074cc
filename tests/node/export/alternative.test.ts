/** What a diagram says to whoever does not see it. */
import { expect, it } from 'vitest'
import { diagramsOf } from '../../../src/core/diagram/index.ts'
import { alternativeOf, alternativeOfDrawing } from '../../../src/node/export/alternative.ts'
import { read } from '../../core/read.ts'

it('tells the whole graph, each item in full once', () => {
  const { graph } = read(
    '# Case\n\n## Objectives\n\n- Go\n- Stay\n\n## Success factors\n\n- Fast (O1, draft)\n- Cheap (draft: O1, O2)\n',
  )
  const [diagram] = diagramsOf(graph, 'objectives')
  expect(diagram && alternativeOf(diagram, graph.kinds)).toMatch(
    /^Objectives and success factors\. .* Objective O1: Go, joined to: Success factor CSF2: Cheap \(draft\)\. Objective O2: Stay, joined to: CSF2 \(draft\)\. Success factor CSF1: Fast \(O1, draft\)\.$/,
  )
})

it("tells an author's own title and description, else the words in the drawing", () => {
  expect(alternativeOfDrawing('<svg><title>Flow</title><desc>A &amp; B</desc></svg>')).toBe(
    'Diagram: Flow, A & B',
  )
  expect(alternativeOfDrawing('<svg><text><tspan>Ask</tspan></text><text>Go</text></svg>')).toBe(
    'Diagram: Ask, Go',
  )
  expect(alternativeOfDrawing('<svg/>')).toBe('Diagram')
})
