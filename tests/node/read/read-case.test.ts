/** Case folders as people keep them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readCase } from '../../../src/node/read/read-case.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cäse with späces-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}

test('reads in natural order, below sub-folders, and leaves hidden and _ files alone', async () => {
  await write({
    '10-b.mdx': '# B',
    '9-a.mdx': '# A',
    'appendix/1.mdx': '# C',
    '_draft.mdx': '<5',
    '.git/x.mdx': '<5',
  })
  const { sources, unreadable } = await readCase(folder)
  expect(sources.map(({ file }) => file)).toEqual(['9-a.mdx', '10-b.mdx', 'appendix/1.mdx'])
  expect(unreadable).toBe(false)
})

test('names files that look like writing but are not read', async () => {
  await write({ '1.mdx': '# A', 'notes/README.MD': '# B', '2.MDX': '# C', '_left.md': '' })
  const { findings } = await readCase(folder)
  const unread = findings.filter(({ check }) => check === 'unread-file')
  expect(unread.map(({ place, severity }) => [place.file, severity]).sort()).toEqual([
    ['2.MDX', 'warning'],
    ['notes/README.MD', 'warning'],
  ])
  expect(unread.map(({ message }) => message).join()).toContain('expected 2.mdx')
})

test('names answers of readers that are not read', async () => {
  const read = ['feedback/a.yaml', 'feedback.json', 'feedback/b (1).yml', 'feedback/2026-ink.svg']
  const names = ['feedback/c.yaml.txt', 'Feedback/Room.YAML', 'feedback/board/d.json']
  const aside = ['feedback/_e.yaml.txt', 'data/feedback/f.yaml.txt', 'feedback/notes.txt']
  await write({
    '1.mdx': '# A',
    ...Object.fromEntries([...read, ...names, ...aside].map((name) => [name, '[]'])),
  })
  const { findings } = await readCase(folder)
  const unread = findings.filter(({ check }) => check === 'unread-file')
  expect(unread.map(({ message }) => /expected (\S+);/.exec(message)?.[1]).sort()).toEqual([
    ...['feedback/board-d.json', 'feedback/c.yaml', 'feedback/room.yaml'],
  ])
})

test('reads no copy that a program made beside a file, and says so', async () => {
  const copies = [
    ...['1-a (1).mdx', '1-a (Kim conflicted copy 2026-03-14).mdx', '1-a - Copy.mdx'],
    '1-a.sync-conflict-20260314-101112-ABCDEFG.mdx',
  ]
  await write({
    ...{ '1-a.mdx': '# A', '2-b (1).mdx': '# B', '3-c (2026).mdx': '# C' },
    ...Object.fromEntries(copies.map((name) => [name, '# A'])),
  })
  const { findings, sources } = await readCase(folder)
  expect(sources.map(({ file }) => file)).toEqual(['1-a.mdx', '2-b (1).mdx', '3-c (2026).mdx'])
  const unread = findings.filter(({ check }) => check === 'unread-file')
  expect(unread.map(({ place }) => place.file).sort()).toEqual(copies.toSorted())
  expect(unread[0]?.mend).toContain('into 1-a.mdx what that lacks')
})

test('names files of whose names no page can be made, and reads the others', async () => {
  await write({
    '1.mdx': '# A',
    ...Object.fromEntries(NAMES.map((name) => [name, '# B'])),
    'receipts/50%.json': '{}',
  })
  await writeFile(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), MDX]), '# C')
  const { findings, sources } = await readCase(folder)
  const unread = findings.filter(({ check }) => check === 'unread-file')
  expect(unread.map(({ message }) => /expected (\S+);/.exec(message)?.[1]).sort()).toEqual([
    ...['2-3.mdx', '50-.mdx', 'a-b.mdx', 'caf-.mdx', 'receipts/50-.json'],
    ...['what-/1.mdx', 'x-[31m.mdx'],
  ])
  expect(sources.map(({ file }) => file)).toEqual(['1.mdx'])
})

/** Each would end in pages without its words, or in no pages. */
const NAMES = ['2#3.mdx', '50%.mdx', 'what?/1.mdx', 'a\nb.mdx', 'x\u001b[31m.mdx']
const MDX = Buffer.from('.mdx')

test('gives the place of bytes that are not UTF-8', async () => {
  await write({ '1.mdx': Buffer.from('# A\n\nAt the caf\xe9 we met.\n', 'latin1') })
  const { findings, unreadable } = await readCase(folder)
  expect(unreadable).toBe(true)
  expect(findings).toContainEqual(
    expect.objectContaining({
      check: 'not-utf-8',
      severity: 'error',
      place: { file: '1.mdx', line: 3, column: 11 },
    }),
  )
})

test('says of feedback in another encoding that it is one, and reads the case', async () => {
  // As older shells of Windows write what a program prints.
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('[]', 'utf16le')])
  await write({ '1.mdx': '# A', 'feedback.json': utf16 })
  const { findings, unreadable } = await readCase(folder)
  const found = findings.filter(({ place }) => place.file === 'feedback.json')
  expect(found.map(({ check }) => check)).toEqual(['not-utf-8', 'unreadable-feedback'])
  expect(unreadable).toBe(false)
})

test.each([
  ['one file', '# A case\n\nHello.\n'],
  ['no headings', 'Just words.\n'],
  ['nothing in the file', ''],
  ['a byte order mark', '\uFEFF# A case\n'],
  ['lines that end as on Windows', '# A case\r\n\r\n## Key decisions\r\n\r\nDecision 1: Go.\r\n'],
])('reads a case with %s', async (_, text) => {
  await write({ '1.mdx': text })
  expect((await readCase(folder)).unreadable).toBe(false)
})

test('says what to rename where nothing is named .mdx', async () => {
  await write({ 'case.MD': '# A' })
  await expect(readCase(folder)).rejects.toThrow(
    /no \.mdx file.*rename case\.MD to case\.mdx, or bring .* import$/,
  )
})

test('reads a folder whatever its name', async () => {
  await write({ 'C# 50%?/1.mdx': '# A' })
  const { sources, unreadable } = await readCase(join(folder, 'C# 50%?'))
  expect(sources.map(({ file }) => file)).toEqual(['1.mdx'])
  expect(unreadable).toBe(false)
})

test('enters no folder of packages and none that is hidden or set aside', async () => {
  const aside = ['node_modules/a', 'part/node_modules/a', '.git', '.throughline/work', '_old']
  await write({ '1.mdx': '# A', 'part/2.mdx': '# B' })
  for (const within of aside) await write({ [`${within}/3.mdx`]: '# C', [`${within}/4.md`]: '# D' })
  const { sources, findings } = await readCase(folder)
  expect(sources.map(({ file }) => file)).toEqual(['1.mdx', 'part/2.mdx'])
  expect(findings.filter(({ check }) => check === 'unread-file')).toEqual([])
})

test('tells a file from a missing folder', async () => {
  await write({ '1.mdx': '# A' })
  await expect(readCase(join(folder, '1.mdx'))).rejects.toThrow(/it is a file/)
  await expect(readCase(join(folder, 'gone'))).rejects.toThrow(/it does not exist/)
})

test('refuses a folder where a file belongs', async () => {
  await writeFile(join(folder, '1.mdx'), '# A case\n')
  await mkdir(join(folder, 'case.yaml'))
  const { findings, unreadable } = await readCase(folder)
  expect(unreadable).toBe(true)
  const [first] = findings.filter(({ place }) => place.file === 'case.yaml')
  expect(first?.message).toMatch(/^Unexpected folder.* expected a file/)
})
