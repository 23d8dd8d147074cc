/** The command line where it is a package of somebody's, who may be in a folder without a case. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { parseCommand } from '../../src/cli/usage/parse.ts'

vi.mock('../../src/node/paths/index.ts', async (original) => ({
  ...(await original<object>()),
  isInstalled: true,
}))

const empty = realpathSync(mkdtempSync(join(tmpdir(), 'nothing in späces-')))
afterAll(() => rmSync(empty, { recursive: true }))

const read = (...args: readonly string[]) => parseCommand(args, commands, empty)

test('says where a case was looked for, and how to begin one', () => {
  for (const command of ['start', 'dev', 'build', 'present', 'check'])
    expect(() => read(command)).toThrow(
      `Expected a case, found no case.yaml, .mdx file or folder slides in ${empty} or around it; ` +
        'for one elsewhere: --case DIR; to begin one here: npx throughline new case .',
    )
})

test('needs no case for what is about none', () => {
  expect(read('manual', 'gap').words).toEqual(['gap'])
  expect(read('new', 'case', '.').words).toEqual([empty])
  expect(read('import', 'notes', '--to', 'mine').options.to).toBe(join(empty, 'mine'))
  expect(read('check', '--pdf', 'deck.pdf').options.pdf).toBe(join(empty, 'deck.pdf'))
  expect(read('check', '--case', 'mine').options.case).toBe(join(empty, 'mine'))
})

test('names commands as they are typed there, and none of the checkout', () => {
  expect(() => read('bench')).toThrow('Unknown command bench')
  expect(() => read('receipt')).toThrow('npx throughline receipt "Sponsor meeting 3 March"')
})
