/** Whether a case folder holds what no commit has, told without a program of the repository's. */
import { createHash } from 'node:crypto'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isChanged } from '../../../src/node/git/working-files.ts'
import { makeRepository, type Repository } from '../repository.ts'

let repository: Repository

const PICTURE = 'many bytes of a picture'
const pointer = (bytes: string): string =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${createHash('sha256').update(bytes).digest('hex')}\nsize 23\n`

beforeEach(() => {
  repository = makeRepository()
  repository.write({
    '1.mdx': '# A\n\nWords.\n',
    'a/map.png': pointer(PICTURE),
    '.gitignore': 'tmp',
  })
  symlinkSync('1.mdx', join(repository.case, 'link.mdx'))
  repository.git('init', '--quiet', 'slides/part')
  repository.write({ 'part/notes.txt': 'Notes' })
  repository.git('-C', 'slides/part', 'add', '--all')
  repository.git('-C', 'slides/part', 'commit', '--quiet', '--message=Notes')
  repository.commit('2020-03-02')
})
afterEach(() => repository.remove())

it.each<readonly [string, Readonly<Record<string, string | undefined>>, boolean]>([
  ['nothing', {}, false],
  ['lines that end as on Windows', { '1.mdx': '# A\r\n\r\nWords.\r\n' }, false],
  ['a large file that Git LFS put in its place', { 'a/map.png': PICTURE }, false],
  ['a file that git ignores', { tmp: 'x' }, false],
  ['a receipt', { 'receipts/board.json': '{}' }, false],
  ['a file elsewhere', { '../other.mdx': '# B\n' }, false],
  ['other words', { '1.mdx': '# A\n\nWorks.\n' }, true],
  ['another large file', { 'a/map.png': `${PICTURE}!` }, true],
  ['a new file', { 'späte "Wörter".mdx': '# B\n' }, true],
  ['a file that is gone', { '1.mdx': undefined }, true],
  ['a link that is gone', { 'link.mdx': undefined }, true],
  ['a file in a submodule', { 'part/notes.txt': 'Other notes' }, true],
])('sees %s', async (_, files, changed) => {
  repository.write(files)
  expect(await isChanged(repository.case)).toBe(changed)
})

it('sees what is to be committed next, and another commit of a submodule', async () => {
  repository.write({ '2.mdx': '# B\n' })
  repository.git('add', '--all')
  expect(await isChanged(repository.case)).toBe(true)
  repository.commit('2020-03-03')
  expect(await isChanged(repository.case)).toBe(false)
  repository.git('-C', 'slides/part', 'commit', '--quiet', '--allow-empty', '--message=More')
  expect(await isChanged(repository.case)).toBe(true)
})

it('sees nothing in a submodule that nobody fetched', async () => {
  const clone = join(repository.folder, 'clone')
  repository.git('clone', '--quiet', '--no-recurse-submodules', '.', clone)
  expect(await isChanged(join(clone, 'slides'))).toBe(false)
  mkdirSync(join(clone, 'slides', 'part'), { recursive: true })
  writeFileSync(join(clone, 'slides', '1.mdx'), '# C\n')
  expect(await isChanged(join(clone, 'slides'))).toBe(true)
})
