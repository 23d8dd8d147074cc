/** While a case is being written, its folder goes and comes: `dev` shows what is there, as soon as it is. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startDev } from '../bench/save.ts'

let place: string
let folder: string
let served: { readonly url: string; readonly stop: () => void }

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'recovers-'))
  folder = join(place, 'case')
  await mkdir(folder)
  await write('1-first.mdx', 'Words of Alder.')
  served = await startDev(folder, ['--port', '0'])
}, 240_000)
afterAll(async () => {
  served?.stop()
  await rm(place, { recursive: true, force: true })
})

function write(file: string, words: string): Promise<void> {
  return writeFile(join(folder, file), `# A case\n\n## Why ${file[0]}\n\n${words}\n`)
}

async function page(): Promise<string> {
  const answer = await fetch(served.url, { headers: { accept: 'text/html' } })
  return answer.text()
}

/** Waits until the narrative says something, and nothing else. */
async function shows(words: string, never = 'no such words'): Promise<void> {
  const said = async () => {
    const text = await page()
    return [text.includes(words), text.includes(never)]
  }
  await expect.poll(said, { timeout: 100_000, interval: 200 }).toEqual([true, false])
}

const GONE = 'The case cannot be read'

it('says that the folder is gone, and shows the one that is made in its place', async () => {
  await shows('Words of Alder')
  await rm(folder, { recursive: true })
  await shows(GONE)
  await mkdir(folder)
  await write('2-second.mdx', 'Words of Birch.')
  await shows('Words of Birch', 'Words of Alder')
  await write('2-second.mdx', 'Words of Cedar.')
  await shows('Words of Cedar', 'Words of Birch')
}, 240_000)

it('shows another folder that takes its place at once', async () => {
  await mkdir(join(place, 'other'))
  await writeFile(join(place, 'other', '3.mdx'), '# A case\n\n## Why\n\nWords of Elder.\n')
  await rename(folder, join(place, 'before'))
  await rename(join(place, 'other'), folder)
  await shows('Words of Elder', 'Words of Cedar')
}, 240_000)

it('shows what was written while a drive was away', async () => {
  await rename(folder, join(place, 'away'))
  await shows(GONE)
  await writeFile(join(place, 'away', '3.mdx'), '# A case\n\n## Why\n\nWords of Hazel.\n')
  await rename(join(place, 'away'), folder)
  await shows('Words of Hazel', 'Words of Elder')
}, 240_000)

it('shows a file that an editor has put in the place of the old one', async () => {
  await writeFile(join(folder, '.3.mdx.swp'), '# A case\n\n## Why\n\nWords of Larch.\n')
  await rename(join(folder, '.3.mdx.swp'), join(folder, '3.mdx'))
  await shows('Words of Larch', 'Words of Hazel')
}, 240_000)

it('shows the branch that is switched to, and back', async () => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], { cwd: place })
  git('init', '-q', '-b', 'one')
  git('add', 'case')
  git('commit', '-qm', 'One')
  git('checkout', '-q', '-b', 'two')
  await rm(join(folder, '3.mdx'))
  await write('4-other.mdx', 'Words of Maple.')
  await shows('Words of Maple', 'Words of Larch')
  git('add', '--all', 'case')
  git('commit', '-qm', 'Two')
  git('checkout', '-q', 'one')
  await shows('Words of Larch', 'Words of Maple')
  git('checkout', '-q', 'two')
  await shows('Words of Maple', 'Words of Larch')
}, 240_000)
