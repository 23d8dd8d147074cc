/** Folders of plain Markdown as people keep them, taken in as a case. */
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { execute } from '../../../src/cli/index.ts'
import { readCase } from '../../../src/node/read/read-case.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
})
afterEach(() => rm(folder, { recursive: true }))

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function write(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

/** Imports what is named below the folder, and returns what was printed. */
async function run(...args: readonly string[]): Promise<string> {
  const printed: string[] = []
  const typed = args.map((arg) => (arg.startsWith('--') ? arg : join(folder, arg)))
  expect(await execute(['import', ...typed], (words) => printed.push(words))).toBe(0)
  return printed.join('\n')
}

async function filesIn(name: string): Promise<Readonly<Record<string, string>>> {
  const root = join(folder, name)
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const read = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    return [relative(root, path), await readFile(path, 'latin1')] as const
  })
  return Object.fromEntries((await Promise.all(read)).toSorted())
}

const textIn = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')

describe('a folder of Markdown', () => {
  beforeEach(() =>
    write({
      'in/README.md':
        '# Case {one}\n\nSee [why](notes/2-b.md#why-we), [all](10-a.MD), [x](gone.md).\n',
      'in/10-a.MD': '## Key decisions\n\nDecision 1: We <b>go</b>\n\nEvidence 1a: As said\n',
      'in/9-c.markdown': '## Benefits\n\nTo be written\n\n![A chart](img/a%20chart.png?raw=true)\n',
      'in/notes/2-b.md': Buffer.from(
        '## Why we\n\nAt the caf\xe9 (1a) ![](../img/no.png)\n',
        'latin1',
      ),
      'in/img/a chart.png': PNG,
      'in/_draft.md': '# Draft',
      'in/.git/a.md': '# No',
      'in/node_modules/a.md': '# No',
      'in/film.md': Buffer.from([0, 1, 2, 3]),
      'in/case.yaml': '# ours\nask: Fund a pilot.\n',
    }),
  )

  test('becomes a case that can be read, in reading order, with the README first', async () => {
    await run('in', '--to', 'case')
    const read = await readCase(join(folder, 'case'))
    expect(read.unreadable).toBe(false)
    expect(read.sources.map(({ file }) => file)).toEqual([
      '0-README.mdx',
      '9-c.mdx',
      '10-a.mdx',
      'notes/2-b.mdx',
    ])
    expect(read.case.title).toBe('Case {one}')
    expect(read.settings.ask).toBe('Fund a pilot.')
    expect(await textIn('case/case.yaml')).toBe('# ours\nask: Fund a pilot.\n')
  })

  test('keeps links between its files, as links inside the case', async () => {
    await run('in', '--to', 'case')
    expect(await textIn('case/0-README.mdx')).toContain(
      'See [why](#why-we), [all](#key-decisions), [x](gone.md).',
    )
  })

  test('takes its pictures along, and says which it did not find', async () => {
    const printed = await run('in', '--to', 'case')
    expect(await readFile(join(folder, 'case/img/a chart.png'))).toEqual(PNG)
    expect(await textIn('case/9-c.mdx')).toContain('![A chart](img/a%20chart.png)')
    expect(await textIn('case/notes/2-b.mdx')).toBe(
      '## Why we\n\nAt the café (1a) {/* picture that was not found: ../img/no.png */}\n',
    )
    expect(printed).toContain('Pictures:\nimg/a chart.png, 1 kB\n')
    expect(printed).toContain(
      `${folder}/in/notes/2-b.md:3:18 ![](../img/no.png) → {/* picture that was not found: ../img/no.png */}`,
    )
  })

  test('is told: what was recognised, each mend with its place, what is left out and next', async () => {
    const printed = await run('in', '--to', 'case')
    expect(printed).toContain('Recognised: 1 decision, 1 evidence, 1 citation, 1 gap.')
    expect(printed).toContain(`${folder}/in/README.md:1:8 { → \\{\n`)
    expect(printed).toContain(`${folder}/in/10-a.MD:3:16 <b> → **\n`)
    expect(printed).toContain(`${folder}/in/notes/2-b.md:1:1 Windows-1252 → UTF-8`)
    expect(printed).toMatch(/film\.md: no text/)
    expect(printed).toMatch(/_draft\.md: a _ in front/)
    expect(printed).toMatch(/README\.md → 0-README\.mdx/)
    expect(printed).toContain(`npm run check -- --case ${folder}/case`)
    expect(printed).toContain(`npm run dev -- --case ${folder}/case`)
  })

  test('stays the same, byte for byte, when its case is imported', async () => {
    await run('in', '--to', 'case')
    const printed = await run('case', '--to', 'again')
    expect(await filesIn('again')).toEqual(await filesIn('case'))
    expect(printed).not.toContain('Mended')
  })
})

test('gives the same name twice the folder it came from', async () => {
  await write({ 'a/intro.md': '# A', 'b/intro.MD': '# B', 'b/sub/intro.md': '# C' })
  await run('a', 'b', '--to', 'case')
  expect(Object.keys(await filesIn('case'))).toEqual(['b-intro.mdx', 'intro.mdx', 'sub/intro.mdx'])
})

test('leaves names that stand in the way of an address behind', async () => {
  await write({
    'in/100% [draft]?.md': '# A\n\n![a](p#1.png)\n![b](p%231.png)\n',
    'in/p#1.png': PNG,
    'in/x\u001b[2J\u009b.md': '# X',
  })
  const printed = await run('in', '--to', 'case')
  expect(Object.keys(await filesIn('case'))).toEqual(['100- -draft-.mdx', 'p-1.png', 'x-2J-.mdx'])
  expect(printed).toContain('x·[2J·.md → x-2J-.mdx')
  expect(await textIn('case/100- -draft-.mdx')).toContain('![b](p-1.png)')
})

test('copies no picture from outside the folder, whichever way leads there', async () => {
  const links = ['../x.png', 'sub/../../x.png', '/../x.png', '/x.png', 'pics/x.png', '%2e%2e/x.png']
  await write({ 'in/a.md': links.map((link) => `![x](${link})`).join('\n\n'), 'x.png': PNG })
  await symlink(folder, join(folder, 'in/pics'))
  const printed = await run('in', '--to', 'case')
  expect(Object.keys(await filesIn('case'))).toEqual(['a.mdx'])
  const why = links.map((link) =>
    link.startsWith('pics')
      ? `picture behind a symbolic link: ${link}`
      : link === '/x.png'
        ? `picture that was not found: ${link}`
        : `picture outside the folder that is imported: ${link}`,
  )
  expect(await textIn('case/a.mdx')).toBe(why.map((one) => `x {/* ${one} */}`).join('\n\n'))
  for (const one of why) expect(printed).toContain(`(${one.split(':')[0]})`)
})

test('writes a case.yaml where only front matter has the title', async () => {
  await write({ 'in/a.md': '---\ntitle: "A: case"\nlayout: x\n---\n\n## Start\n' })
  await run('in', '--to', 'case')
  expect((await readCase(join(folder, 'case'))).case.title).toBe('A: case')
})

test('does not follow symbolic links', async () => {
  await write({ 'in/a.md': '# A', 'out/b.md': '# B' })
  await symlink(join(folder, 'out'), join(folder, 'in/linked'))
  await symlink(join(folder, 'out/b.md'), join(folder, 'in/b.md'))
  const printed = await run('in', '--to', 'case')
  expect(Object.keys(await filesIn('case'))).toEqual(['a.mdx'])
  expect(printed).toMatch(/in\/b\.md: a symbolic link/)
})

describe('a target', () => {
  beforeEach(() => write({ 'in/a.md': '# New', 'case/a.mdx': '# Old', 'case/own.mdx': '# Own' }))

  test('that holds something is left alone', async () => {
    await expect(run('in', '--to', 'case')).rejects.toThrow(/Unexpected files in --to .*--force$/)
    expect(await textIn('case/a.mdx')).toBe('# Old')
  })

  test('keeps its other files when it is forced', async () => {
    await run('in', '--to', 'case', '--force')
    expect(await filesIn('case')).toEqual({ 'a.mdx': '# New', 'own.mdx': '# Own' })
  })

  test('stays as it was where a file cannot be put in its place', async () => {
    await write({ 'in/own.mdx': '# Other' })
    await rm(join(folder, 'case/own.mdx'))
    await write({ 'in/sub/b.md': '# B', 'case/sub': 'a file where a folder must go' })
    const before = await filesIn('case')
    await expect(run('in', '--to', 'case', '--force')).rejects.toThrow()
    expect(await filesIn('case')).toEqual(before)
  })

  test('leaves nothing beside it', async () => {
    await run('in', '--to', 'new/case')
    expect(await readdir(join(folder, 'new'))).toEqual(['case'])
    expect((await readdir(folder)).toSorted()).toEqual(['case', 'in', 'new'])
  })

  test.each([
    [['in', '--to', 'in/case'], /lies inside .*; expected a folder outside of it\.$/],
    [['in', '--to', 'in'], /lies inside/],
    [['in', '--to', 'in/a.md'], /lies inside/],
    [['in/a.md', '--to', 'in/a.md'], /Unexpected file at --to/],
  ])('is refused for %j', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message)
  })
})

describe('what cannot be meant', () => {
  test.each([
    [[], /^Expected files or folders to import: npm run import -- \.\.\/notes --to our-case$/],
    [['in'], /^Expected --to DIR: npm run import -- \.\.\/notes --to our-case$/],
    [['in', '--to'], /^Expected DIR after --to\.$/],
    [['in', '--to', 'case', '--froce'], /^Unknown option --froce; expected --force\.$/],
    [['gone', '--to', 'case'], /gone does not exist; expected a file or a folder\.$/],
    [
      ['in', '--to', 'case'],
      /^Nothing to import in .*; expected \.md, .*files\. Left out: .*a\.txt: call it \.md\.$/,
    ],
    [['in/a.txt', '--to', 'case'], /^Unexpected .*a\.txt; call it \.md\.$/],
    [['in/film.md', '--to', 'case'], /^No|^Nothing to import: .*film\.md: no text/],
  ])('%j is one clear line', async (args, message) => {
    await write({ 'in/a.txt': 'words' })
    if (args.includes('in/film.md')) await write({ 'in/film.md': Buffer.from([0, 1]) })
    const ended = run(...args)
    await expect(ended).rejects.toThrow(message)
    await expect(ended).rejects.toMatchObject({ name: 'UsageError' })
    expect(await readdir(folder)).toEqual(['in'])
  })
})

test('leaves a file out that has two versions of the same lines, and says what to do', async () => {
  await write({
    'in/a.md': '# A\n\n<<<<<<< HEAD\nIt costs £3.\n=======\nIt costs £4.\n>>>>>>> main\n',
    'in/b.md': '# B\n\nWords.\n',
  })
  const printed = await run('in', '--to', 'case')
  expect(printed).toContain(
    'a.md: from line 3 on, it has two versions of the same lines. Keep one of two versions: "It costs £3." (HEAD), or "It costs £4." (main).',
  )
  expect(Object.keys(await filesIn('case'))).toEqual(['b.mdx'])
})
