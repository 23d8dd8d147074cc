/** The large cases of the benchmark. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCase } from '../../src/node/read/read-case.ts'
import { writeLongRead, writeSynthetic } from './synthetic.ts'

test('holds what it says, without an error', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synthetic-'))
  const size = await writeSynthetic(folder, 4)
  const read = await readCase(folder)
  const ofKind = (kind: string) => read.case.items.filter((item) => item.kind === kind).length
  expect(size).toEqual({ files: 4, decisions: 20, evidence: 100 })
  expect([ofKind('decision'), ofKind('evidence')]).toEqual([20, 100])
  expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  await rm(folder, { recursive: true })
})

test('reads long, with few slides and without an error', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synthetic-'))
  await writeLongRead(folder, 3)
  const read = await readCase(folder)
  expect(read.case.sections.map(({ title }) => title)).toEqual([
    'What talk 1 taught us',
    'What talk 2 taught us',
    'What talk 3 taught us',
  ])
  expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  await rm(folder, { recursive: true })
})
