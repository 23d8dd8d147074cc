/** Objectives and success factors, and decisions and evidence, that are joined so much that no picture shows it. */
import { expect, it } from 'vitest'
import { flatten, planDeck } from '../../../src/core/deck/index.ts'
import { placedDiagrams } from '../../../src/core/diagram/index.ts'
import { guessedMeasure } from '../../../src/core/text/measure.ts'
import { read } from '../read.ts'

/** So many of both, each factor joined to so many objectives. */
function caseOf(objectives: number, factors: number, joined: number): string {
  const ids = Array.from({ length: objectives }, (_, index) => index + 1)
  const all = ids.map((id) => `- Objective ${id}: People at office ${id} book once`)
  const measured = Array.from({ length: factors }, (_, index) => {
    const own = ids.slice(0, joined).map((_, n) => `O${((index + n) % objectives) + 1}`)
    return `- Success factor ${index + 1}: Fewer people ring twice (${own.join(', ')})`
  })
  return `# Case\n\n## Objectives\n\n${all.join('\n')}\n\n## Success factors\n\n${measured.join('\n')}`
}

const diagramsIn = (text: string) =>
  flatten(planDeck(read(text), guessedMeasure)).filter(({ id }) => id.startsWith('diagram-'))

it('are diagrams where these take few slides', () => {
  const slides = diagramsIn(caseOf(3, 6, 1))
  expect(slides.length).toBeGreaterThan(0)
  expect(slides.every(({ layout }) => layout === 'diagram')).toBe(true)
})

it('are lines where they would take many, and then nothing is drawn for slides', () => {
  const text = caseOf(8, 10, 8)
  const slides = diagramsIn(text)
  expect(slides[0]?.body[0]?.text).toBe(
    'O1 People at office 1 book once: CSF1, CSF2, CSF3, CSF4, CSF5, CSF6, CSF7, CSF8, CSF9, CSF10',
  )
  expect(slides.flatMap(({ body }) => body)).toHaveLength(8)
  expect(slides.length).toBeLessThan(4)
  const { graph } = read(text)
  expect(placedDiagrams(graph, 'slide').flatMap(({ diagrams }) => diagrams)).toEqual([])
  expect(placedDiagrams(graph, 'page').flatMap(({ diagrams }) => diagrams).length).toBeGreaterThan(
    1,
  )
})

it('are lines too where decisions of a sprint rest on much, and where they are few they are drawn', () => {
  const sprint = (count: number) => {
    const decisions = Array.from({ length: count }, (_, index) => {
      const id = index + 1
      const evidence = ['a', 'b', 'c', 'd', 'e'].map(
        (sign) => `Evidence ${id}${sign}: So many said so`,
      )
      return [`Decision ${id}: We open office ${id}`, ...evidence].join('\n\n')
    })
    return `# Case\n\n## Key decisions\n\n### Sprint 2\n\n${decisions.join('\n\n')}`
  }
  expect(diagramsIn(sprint(4)).map(({ layout }) => layout)).toEqual(Array(4).fill('diagram'))
  const [slide] = diagramsIn(sprint(5))
  expect(slide?.id).toBe('diagram-sprint-2')
  expect(slide?.title).toBe('Sprint 2: decisions and evidence')
  expect(slide?.body[0]?.text).toBe('1 We open office 1: 1a, 1b, 1c, 1d, 1e')
})
