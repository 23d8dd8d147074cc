/** What may be typed after a command. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandRow } from '../../../src/cli/usage/command-row.ts'
import type { OptionName, Options } from '../../../src/cli/usage/options.ts'
import { parseCommand } from '../../../src/cli/usage/parse.ts'
import { root } from '../../../src/node/paths/index.ts'
import { UsageError } from '../../../src/node/run/usage-error.ts'

const all = [
  ...(['case', 'out', 'audience', 'base', 'port', 'format'] as const),
  ...(['pdf', 'weakest', 'whatIf', 'fit', 'fix', 'links'] as const),
] as const

/** What a command without words gets of what was typed after it. */
function parse(
  args: readonly string[],
  allowed: readonly OptionName[] = all,
  { from = root, ...more }: Partial<CommandRow> & { readonly from?: string } = {},
): Options {
  const row: CommandRow = {
    summary: 'try it',
    options: allowed,
    examples: ['try'],
    run: async () => 0,
    ...more,
  }
  return parseCommand(['try', ...args], { try: row }, from).options
}

test('fills in the defaults', () => {
  expect(parse([])).toEqual({
    case: join(root, 'slides'),
    out: join(root, 'dist'),
    audience: 'public',
    base: '/',
    port: 4321,
    format: 'text',
    changeFormat: 'text',
    since: undefined,
    pdf: undefined,
    weakest: false,
    open: true,
    fit: false,
    fix: false,
    links: false,
    room: false,
    peers: false,
    to: undefined,
    force: false,
    comments: false,
    sprint: undefined,
  })
})

test('counts relative folders from where the command was typed', () => {
  const from = resolve('/somewhere')
  const given = parse(['--case', 'mine', '--out=../there', '--pdf', 'a.pdf'], all, { from })
  expect(given.case).toBe(resolve(from, 'mine'))
  expect(given.out).toBe(resolve('/there'))
  expect(given.pdf).toBe(resolve(from, 'a.pdf'))
})

test.each([
  ['/prototype/', '/prototype/'],
  ['prototype', '/prototype/'],
  ['/a/b', '/a/b/'],
  ['/', '/'],
])('reads the base %s as %s', (typed, base) => {
  expect(parse(['--base', typed]).base).toBe(base)
})

test('reads a format, and an option that stands alone', () => {
  const given = parse(['--weakest', '--format', 'sarif'])
  expect(given).toMatchObject({ format: 'sarif', weakest: true })
})

test('reads doubts, which begin with a dash', () => {
  expect(parse(['--what-if', '-3a, EST2=1 to 2']).whatIf).toBe('-3a, EST2=1 to 2')
  expect(parse(['--what-if=-3a']).whatIf).toBe('-3a')
})

test('writes what is internal where nobody publishes it, or where it is told', () => {
  const inside = ['--audience', 'internal']
  expect(parse(inside).out).toBe(join(root, '.throughline', 'internal'))
  expect(parse([...inside, '--out', '/there']).out).toBe(resolve('/there'))
  for (const out of ['dist', 'dist/handouts/deck.pptx'])
    expect(() => parse([...inside, '--out', out])).toThrow(
      `Unexpected --out ${out} for what is internal, since it is there to be published; expected another folder, such as .throughline/internal.`,
    )
})

test('writes private notes where nobody publishes them', () => {
  expect(parse([], all, { isPrivate: true }).out).toBe(join(root, '.throughline', 'present'))
  expect(() => parse(['--out', 'dist'], all, { isPrivate: true })).toThrow(
    'Unexpected --out dist for what is private, since it is there to be published; expected another folder, such as .throughline/present.',
  )
})

test('reads a format of changes, where changes are told', () => {
  const args = ['--since', 'v1', '--format=md']
  expect(parse(args, ['since', 'changeFormat'])).toMatchObject({
    since: 'v1',
    changeFormat: 'md',
  })
  expect(() => parse(['--format', 'sarif'], ['since', 'changeFormat'])).toThrow(
    'Unknown --format sarif; expected text, one of text, md, json.',
  )
})

test.each([
  [['--bas', '/x/'], 'Unknown option --bas; expected --base.'],
  [['-c', 'x'], 'Unknown option -c; expected --case.'],
  [['--cases=x'], 'Unknown option --cases; expected --case.'],
  [['mine'], 'Unexpected mine; expected options only.'],
  [['--case'], 'Expected DIR after --case.'],
  [['--case='], 'Expected DIR after --case.'],
  [['--case', '--out', 'x'], 'Expected DIR after --case.'],
  [
    ['--base', 'https://example.org/'],
    'Unexpected --base https://example.org/; expected a path such as /prototype/.',
  ],
  [['--base', '/../x/'], 'Unexpected --base /../x/; expected a path such as /prototype/.'],
  [
    ['--format', 'jsn'],
    'Unknown --format jsn; expected json, one of text, json, sarif, github, gitlab.',
  ],
  [['--audience', 'team'], 'Unknown --audience team; expected internal, one of public, internal.'],
  [['--format'], 'Expected NAME after --format.'],
  [['--what-if', '--fit'], 'Expected DOUBTS after --what-if.'],
  [['--weakest=10'], 'Unexpected 10 after --weakest; expected nothing.'],
  [['--weakest', '10'], 'Unexpected 10; expected options only.'],
  [['--port', 'x'], 'Unexpected --port x; expected a number from 0 to 65535.'],
  [['--port', '70000'], 'Unexpected --port 70000; expected a number from 0 to 65535.'],
])('refuses %j', (args, message) => {
  expect(() => parse(args)).toThrow(new UsageError(message))
})

test('refuses an option of another command', () => {
  expect(() => parse(['--out', 'x'], ['case'])).toThrow('Unknown option --out; expected --case.')
  expect(() => parse(['--out', 'x'], [])).toThrow('Unknown option --out; expected no options.')
})

describe('in the repository of a case', () => {
  let repository: string

  beforeEach(() => {
    repository = realpathSync(mkdtempSync(join(tmpdir(), 'repository in späces-')))
    mkdirSync(join(repository, '.git'))
    mkdirSync(join(repository, 'slides'))
    writeFileSync(join(repository, 'slides', '1.mdx'), '# Case\n')
  })
  afterEach(() => rmSync(repository, { recursive: true }))

  test('needs no word of where it is, and writes its outputs there', () => {
    const from = join(repository, 'slides')
    const at = (...args: readonly string[]) => parse(args, all, { from })
    expect(at()).toMatchObject({ case: from, out: join(repository, 'dist') })
    expect(at('--audience', 'internal').out).toBe(join(repository, '.throughline', 'internal'))
    expect(parse([], all, { from, isPrivate: true }).out).toBe(
      join(repository, '.throughline', 'present'),
    )
    const elsewhere = parse(['--case', from], all, { from: resolve('/') })
    expect(elsewhere).toMatchObject({ case: from, out: join(repository, 'dist') })
  })

  test('never writes what is internal or private where its public output goes', () => {
    const dist = join(repository, 'dist')
    mkdirSync(dist)
    const link = join(repository, 'public')
    symlinkSync(dist, link)
    const from = repository
    for (const out of [dist, join(dist, 'inside'), join(link, 'inside'), `${dist}/../public`]) {
      const refused = /there to be published; expected another folder, such as .*\.throughline/
      expect(() => parse(['--audience', 'internal', '--out', out], all, { from })).toThrow(refused)
      expect(() => parse(['--out', out], all, { from, isPrivate: true })).toThrow(refused)
      expect(parse(['--out', out], all, { from }).out).toBe(resolve(out))
    }
    const beside = join(repository, 'dist-internal')
    expect(parse(['--audience', 'internal', '--out', beside], all, { from }).out).toBe(beside)
  })
})
