/** An output bears the state of the case from which it was made. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { fingerprintOf, isMadeFrom, writeFingerprint } from '../../../src/node/read/fingerprint.ts'
import { readCase } from '../../../src/node/read/read-case.ts'

const ANSWERS = JSON.stringify([{ title: 'Challenge: Why', state: 'OPEN', body: 'Too late?' }])

it.each([
  ['a text', '10-case.mdx', '# A case\n\n## Why\n\nIt is late.\n'],
  ['the settings', 'case.yaml', 'caveat: All figures are estimates\n'],
  [
    'what the team says of its weeks',
    'changes.yaml',
    '- week: 2020-03-02\n  note: We met the sponsors\n',
  ],
  ['what readers answer', 'feedback.json', ANSWERS],
])('is another one after a change of %s', async (_, file, text) => {
  const folder = await mkdtemp(join(tmpdir(), 'fingerprint-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, '10-case.mdx'), '# A case\n\n## Why\n\nIt is slow.\n')
  const before = await readCase(folder)
  await writeFingerprint(folder, before)
  expect(await isMadeFrom(folder, await readCase(folder))).toBe(true)
  await writeFile(join(folder, file), text)
  const after = await readCase(folder)
  expect(await isMadeFrom(folder, after)).toBe(false)
  expect(fingerprintOf(await readCase(folder, 'internal'))).not.toBe(fingerprintOf(after))
})
