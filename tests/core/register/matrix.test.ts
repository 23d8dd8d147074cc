/** Objectives × success factors, with their gaps. */
import { expect, it } from 'vitest'
import { type Matrix, matrixOf } from '../../../src/core/register/matrix.ts'
import { read } from '../read.ts'

it('says which success factor measures which objective, and which links are drafts', () => {
  const { graph } = read(`
Objective 1: Fewer calls.

Objective 2: Less waiting.

Success factor 1: Half as many calls (O1, O2).

Success factor 2: A day at most (draft: O2).
`)
  expect(spell(matrixOf(graph))).toEqual(['   CSF1 CSF2', 'O1 measures -', 'O2 measures draft'])
})

it('names what nothing measures and what measures nothing', () => {
  const { graph } = read(`
Objective 1: Fewer calls.

Objective 2: Less waiting.

Success factor 1: Half as many calls (O1).

Success factor 2: A day at most.
`)
  expect(spell(matrixOf(graph))).toEqual(['   CSF1 CSF2 gap', 'O1 measures -', 'O2 - - gap'])
})

it('shows a link as confirmed where another says it as a draft', () => {
  const { graph } = read(`
Objective 1: Fewer calls.

Success factor 1: Half as many calls (O1), and of those (draft: O1).
`)
  expect(spell(matrixOf(graph))).toEqual(['   CSF1', 'O1 measures'])
})

it('has rows without columns in a case of objectives alone', () => {
  const matrix = matrixOf(read('Objective 1: Fewer calls.').graph)
  expect(matrix.rows).toHaveLength(1)
  expect(matrix.columns).toEqual([])
})

function spell({ rows, columns }: Matrix): readonly string[] {
  const heads = columns.map(({ factor, gap }) => `${factor.id}${gap ? ' gap' : ''}`)
  const lines = rows.map(({ objective, cells, gap }) =>
    [objective.id, ...cells.map((cell) => cell ?? '-'), ...(gap ? ['gap'] : [])].join(' '),
  )
  return [`   ${heads.join(' ')}`, ...lines]
}
