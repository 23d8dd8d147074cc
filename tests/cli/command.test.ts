/** The command line as a shell sees it: words and exit codes. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runCommand } from '../../src/cli/index.ts'
import { root } from '../../src/node/paths/index.ts'
import { MARKER } from '../../src/node/site/output-folder.ts'

let empty: string

beforeAll(async () => {
  empty = await mkdtemp(join(tmpdir(), 'command-'))
})
afterAll(() => rm(empty, { recursive: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** As npm starts it, which says in which folder it was called; however these tests were started. */
const OF_NPM = { INIT_CWD: root, npm_package_json: join(root, 'package.json') }

/** The command in this process: a test of what the shell is given starts a program of its own. */
async function run(...args: readonly string[]): Promise<Ended> {
  for (const [name, value] of Object.entries(OF_NPM)) vi.stubEnv(name, value)
  let [out, err] = ['', '']
  vi.spyOn(console, 'log').mockImplementation((...words) => {
    out += `${words.join(' ')}\n`
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
    err += words
    return true
  })
  const code = await runCommand(args).finally(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  })
  return { code, out, err }
}

/** The same as a program. */
function start(...args: readonly string[]): Promise<Ended> {
  const command = join(root, 'src', 'cli', 'index.ts')
  const env = { ...process.env, ...OF_NPM }
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { cwd: empty, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

test.each([
  [
    [],
    'Expected a command, one of start, dev, build, present, export, check, changes, import, new, receipt, manual, bench, test.',
  ],
  [
    ['biuld'],
    'Unknown command biuld; expected build, one of start, dev, build, present, export, check, changes, import, new, receipt, manual, bench, test.',
  ],
  [['manual', 'gpa'], 'Unknown check gpa; expected gap.'],
  [
    ['manual', 'blah'],
    'Unknown check blah; expected the name in brackets behind a finding: npm run manual -- gap',
  ],
  [['build', '--bsae', '/x/'], 'Unknown option --bsae; expected --base.'],
  [
    ['check', '--out', 'x'],
    'Unknown option --out; expected one of --case, --audience, --format, --weakest, --what-if, --fit, --fix, --links, --pdf.',
  ],
  [
    ['check', '--format', 'xml'],
    'Unknown --format xml; expected text, one of text, json, sarif, github, gitlab.',
  ],
  [
    ['check', '--weakest', '--format', 'sarif'],
    'Unexpected --weakest with --format sarif; expected text or json.',
  ],
  [['export'], 'Expected a word after export, one of pptx, odp, docx, odt.'],
  [['export', 'doc'], 'Unknown doc after export; expected docx, one of pptx, odp, docx, odt.'],
  [['export', 'docx', '--base', '/x/'], 'Unknown option --base; expected --case.'],
])('%j is one clear line and exit code 2', async (args, line) => {
  expect(await run(...args)).toEqual({ code: 2, out: '', err: `${line}\n` })
})

test('a shell is told the same', async () => {
  const { code, out, err } = await start('export', 'doc')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/^Unknown doc after export; [^\n]+\n$/)
})

test.each(['check', 'build', 'present', 'start', 'dev'])(
  '%s of a missing or empty folder is one clear line and exit code 2',
  async (command) => {
    for (const folder of [join(empty, 'gone'), await mkdtemp(join(empty, 'none-'))]) {
      const tell = ['check', 'build'].includes(command) ? run : start
      const { code, out, err } = await tell(command, '--case', folder)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/^[^\n]+\n$/)
      expect(err).toContain(folder)
    }
  },
)

test('tells of commands and of their options to whoever asks for help', async () => {
  const { code, out } = await run('--help')
  expect(code).toBe(0)
  expect(out).toMatch(/^ {2}build {2,}build the case/m)
  for (const args of [
    ['import', '--help'],
    ['-h', 'import'],
    ['help', 'import'],
  ])
    expect((await run(...args)).out).toMatch(/^Usage: npm run import -- FILE\|DIR … \[OPTIONS\]/m)
  expect((await run('export', 'docx', '--help')).out).toMatch(/^ {2}--out DIR\|FILE {2,}where/m)
  expect(await run('help', 'biuld')).toMatchObject({ code: 2, out: '' })
})

test('says which version it is', async () => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  for (const word of ['--version', 'version'])
    expect(await start(word)).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

async function writeCase(text: string): Promise<string> {
  const folder = await mkdtemp(join(empty, 'case-'))
  await writeFile(join(folder, '10-case.mdx'), text)
  return folder
}

test('check shows all findings, and a case with errors is exit code 1', async () => {
  const folder = await writeCase('# A case\n\nObjective 1: Go.\n\nDecision 1: We go (O9).\n')
  const { code, out, err } = await start('check', '--case', folder)
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out).toContain(`${folder}/10-case.mdx:5:`)
  expect(out).toMatch(/ error .*O9.* \(undefined-citation\)\n/)
  expect(out).toMatch(/^Found 1 error/m)
})

test('check of a case that is merely unfinished is exit code 0', async () => {
  const folder = await writeCase('# A case\n\n## Benefits\n\nTo be written\n')
  expect((await run('check', '--case', folder)).code).toBe(0)
})

test.each(['json', 'sarif'])(
  'check as %s prints that alone, with the exit code as ever',
  async (format) => {
    const broken = await writeCase('# A case\n\nObjective 1: Go.\n\nDecision 1: We go (O9).\n')
    const unreadable = await writeCase('# A case\n\nLess than <5 people.\n')
    for (const folder of [broken, unreadable]) {
      const { code, out, err } = await start('check', '--case', folder, '--format', format)
      expect({ code, err }).toEqual({ code: 1, err: '' })
      expect(JSON.parse(out)).toMatchObject(
        format === 'json' ? { schema: 1 } : { version: '2.1.0' },
      )
    }
  },
)

test('check ranks the weakest links, as text and as data', async () => {
  const folder = await writeCase('# A case\n\nDecision 1: We go.\n\nDecision 2: On (1).\n')
  const text = await run('check', '--case', folder, '--weakest')
  expect(text.code).toBe(0)
  expect(text.out).toMatch(/^ *\d+\. Decision 1: We go\.$/m)
  expect(text.out).toMatch(/\nFound \d+ warnings/)
  const { out } = await run('check', '--case', folder, '--weakest', '--format', 'json')
  expect(JSON.parse(out).weakest).toContainEqual(
    expect.objectContaining({ name: 'Decision 1', standing: 1, reason: expect.any(String) }),
  )
})

test('check says what falls with something, as text and as data', async () => {
  const folder = await writeCase(
    '# A case\n\nDecision 1: We go.\n\nEvidence 1a: They wait.\n\nEvidence 1b (internal): They said so.\n',
  )
  const doubt = (typed: string, ...more: readonly string[]) =>
    run('check', '--case', folder, '--what-if', typed, ...more)
  const text = await doubt('-1a')
  expect(text.code).toBe(0)
  expect(text.out).toMatch(
    /^If evidence 1a does not hold:\nWhat the case will ask no longer stands/,
  )
  expect(text.out).toContain('  Decision 1 stands on nothing: “We go”.')
  expect(text.out).toMatch(/\nFound \d+/)
  const { whatIf } = JSON.parse((await doubt('-1a', '--format', 'json')).out)
  expect(whatIf.ask).toMatchObject({ stands: false })
  expect(whatIf.parts[0].lines[0].keys).toEqual(['decision-1'])
  // For everyone what is internal is not there; for the team it holds the decision.
  expect(await doubt('-1b')).toMatchObject({
    code: 2,
    err: 'Unexpected 1b, which this case does not have; expected one of 1, 1a.\n',
  })
  expect((await doubt('-1a', '--audience', 'internal')).out).toContain('still rests on evidence 1b')
  expect(await doubt('-1a', '--weakest')).toMatchObject({
    code: 2,
    err: 'Unexpected --weakest with --what-if; expected one of them.\n',
  })
})

test('check of a case that cannot be read ranks nothing, and says why', async () => {
  const folder = await writeCase('# A case\n\nLess than <5 people.\n')
  const { code, out } = await run('check', '--case', folder, '--weakest')
  expect(code).toBe(1)
  expect(out).toMatch(/10-case\.mdx:3:\d+ error /)
})

test('build of a case that cannot be read leaves the previous output whole', async () => {
  const folder = await writeCase('# A case\n\nLess than <5 people.\n')
  const out = join(folder, 'out')
  await mkdir(out)
  await writeFile(join(out, MARKER), '\nindex.html\n')
  await writeFile(join(out, 'index.html'), 'before')
  const ended = await start('build', '--case', folder, '--out', out)
  expect(ended.code).toBe(1)
  expect(ended.out).toMatch(/10-case\.mdx:3:\d+ error /)
  expect(await readdir(out)).toEqual([MARKER, 'index.html'])
})

test('export of a case that cannot be read leaves the previous file whole', async () => {
  const folder = await writeCase('# A case\n\nLess than <5 people.\n')
  const file = join(folder, 'mine.docx')
  await writeFile(file, 'before')
  const { code, out } = await run('export', 'docx', '--case', folder, '--out', file)
  expect(code).toBe(1)
  expect(out).toMatch(/10-case\.mdx:3:\d+ error /)
  expect(await readFile(file, 'utf8')).toBe('before')
})

test('export writes the file that is named, or one in the folder that is named', async () => {
  const folder = await writeCase('# A case\n\n## Why\n\nIt matters.\n')
  const file = join(folder, 'mine.docx')
  const named = await run('export', 'docx', '--case', folder, '--out', file)
  expect(named).toMatchObject({ code: 0, out: `Exported ${file}: the narrative, for Word\n` })
  expect(await run('export', 'pptx', '--case', folder, '--out', folder)).toMatchObject({ code: 0 })
  expect((await readdir(folder)).sort()).toEqual(['10-case.mdx', 'handouts', 'mine.docx'])
  expect(await readdir(join(folder, 'handouts'))).toEqual(['deck.pptx'])
})

test('export of a missing folder is one clear line and exit code 2', async () => {
  const { code, err } = await run('export', 'docx', '--case', join(empty, 'gone'))
  expect(code).toBe(2)
  expect(err).toMatch(/gone/)
})

test('build refuses an --out with files that it did not make', async () => {
  const folder = await writeCase('# A case\n')
  const { code, err } = await start('build', '--case', folder, '--out', folder)
  expect(code).toBe(2)
  // A slow machine says first how long it has read the case.
  expect(err).toMatch(/^(?:Reading [^\n]+\n)?Unexpected files in --out [^\n]+\n$/)
  expect(await readdir(folder)).toEqual(['10-case.mdx'])
})

test('keeps what Node has compiled, so that the next command loads it', async () => {
  const store = join(empty, 'store')
  const { NODE_COMPILE_CACHE, ...env } = process.env
  const args = [join(root, 'src', 'cli', 'index.ts'), 'check', '--case', join(root, 'slides')]
  await promisify(execFile)(process.execPath, args, { env: { ...env, THROUGHLINE_STORE: store } })
  const kept = await readdir(join(store, 'compiled'), { recursive: true })
  expect(kept.length).toBeGreaterThan(300)
})
