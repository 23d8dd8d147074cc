import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { check } from '../../../src/cli/commands/check.ts'
import { fileOf, readMeasured, storeMeasured } from '../../../src/node/fit/stored-findings.ts'
import { readCase } from '../../../src/node/read/read-case.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'measured-'))
  await writeFile(join(folder, '10-case.mdx'), '# A case\n\n## Why\n\nShort words.\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function checked(): Promise<{ readonly code: number; readonly words: string }> {
  const words: string[] = []
  const code = await check({ case: folder }, (line) => words.push(line))
  return { code, words: words.join('\n') }
}

it('says what no build has measured, and what the last one found', async () => {
  expect((await checked()).words).toContain('Whether slides fit was left unchecked')
  const place = { file: '10-case.mdx', line: 3, column: 1 }
  const finding = {
    check: 'slide-overflow',
    severity: 'error',
    message: 'Unexpected 20 px',
    place,
  } as const
  await storeMeasured(await readCase(folder), [finding])
  const after = await checked()
  expect(after.words).not.toContain('left unchecked')
  expect(after.words).toMatch(/10-case\.mdx:3:1 error .* Unexpected 20 px \(slide-overflow\)/)
  expect(after.code).toBe(1)
})

it('trusts no measurement of a case that has changed since', async () => {
  await storeMeasured(await readCase(folder), [])
  expect(readMeasured(await readCase(folder))).toEqual([])
  await writeFile(join(folder, '10-case.mdx'), '# A case\n\n## Why\n\nOther words.\n')
  expect(readMeasured(await readCase(folder))).toBeUndefined()
})

it.each([
  ['half written', '{"text":"a","findi'],
  ['of another shape', '{"text":1,"findings":{}}'],
  ['empty', ''],
])('takes what was kept for nothing where it is %s', async (_, damaged) => {
  const read = await readCase(folder)
  await storeMeasured(read, [])
  expect(readMeasured(read)).toEqual([])
  await writeFile(fileOf(read), damaged)
  expect(readMeasured(read)).toBeUndefined()
  expect((await checked()).words).toContain('Whether slides fit was left unchecked')
})
