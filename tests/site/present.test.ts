/** `npm run present`: private notes reach the speaker view of that build, and no other file anywhere. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/cli/index.ts'
import { faultsOf } from './axe.ts'
import { type OpenSite, openSite } from './site.ts'

const CASE = 'tests/fixtures/private'
/** In every private note of that case, and in the name of its picture. */
const SECRET = /kestrel/i

let parent: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'present-'))
})
afterAll(() => rm(parent, { recursive: true, force: true }))

describe('a build for everyone', () => {
  it('has private notes in no file: pages, data, PDFs, offline files, pictures', async () => {
    const out = join(parent, 'public')
    expect(await runCommand(['build', '--case', CASE, '--out', out])).toBe(0)
    expect(await readdir(join(out, 'handouts'))).toContain('one-page.pdf')
    expect(await tellingFiles(out)).toEqual([])
  })
})

describe('npm run present', () => {
  let command: ChildProcess
  let said = ''
  let site: OpenSite

  beforeAll(async () => {
    const out = join(parent, 'private')
    const args = ['src/cli/index.ts', 'present', '--case', CASE, '--out', out]
    command = spawn(process.execPath, [...args, '--no-open', '--port', '4700'])
    await new Promise<void>((resolve, reject) => {
      command.stdout?.on('data', (words) => {
        said += words
        if (said.includes('Ctrl+C stops it.')) resolve()
      })
      command.on('exit', () => reject(new Error(said)))
    })
    site = await openSite(out)
  })

  afterAll(async () => {
    await site?.close()
    command?.kill('SIGINT')
  })

  it('serves deck and speaker view on this machine alone, and says where they are', async () => {
    const address = /^Speaker +(http:\/\/127\.0\.0\.1:\d+\/deck\/speaker\/)$/m.exec(said)?.[1]
    expect(said).toMatch(/^Deck +http:\/\/127\.0\.0\.1:\d+\/deck\/$/m)
    expect(said).toContain('There are 8 private notes, in the speaker view alone.')
    expect((await fetch(address ?? '')).status).toBe(200)
  })

  it('has private notes in the speaker view and its own pictures alone', async () => {
    const files = await tellingFiles(join(parent, 'private'))
    expect(
      files.filter((file) => !/^(?:\.throughline|_astro\/kestrel\.[\w-]+\.svg)$/.test(file)),
    ).toEqual(['deck/speaker/index.html'])
    expect(await readdir(join(parent, 'private'))).not.toContain('handouts')
  })

  it('marks them as private, apart from the public notes, with links and citations that work', async () => {
    const page = await site.open('deck/speaker/#/why-now')
    const notes = page.locator('[data-place="notes"]')
    const own = notes.locator('.speaker-private')
    expect(await own.getByRole('heading').textContent()).toBe('Private note')
    expect(await own.locator('li').allTextContents()).toEqual(['Kestrel first', 'Kestrel second'])
    expect(await own.locator('strong').textContent()).toBe('slowly')
    expect(await own.getByRole('link', { name: 'ask them' }).getAttribute('href')).toBe(
      'https://kestrel.example/plan',
    )
    await notes.getByRole('heading', { name: 'Public notes' }).waitFor()
    expect(await own.getByText('People wait for weeks').count()).toBe(0)
    expect(await notes.getByText('People wait for weeks').count()).toBe(1)
    expect(await page.locator('[data-place="evidence"] h3').allTextContents()).toEqual([
      'Evidence 1a',
    ])
    expect(await faultsOf(page)).toEqual([])
    await own.getByRole('button', { name: 'Evidence 1a' }).click()
    await page.locator('#card-evidence-1a').waitFor()
    await page.context().close()
  })
})

it('refuses to write private notes into the folder that is published', async () => {
  expect(await runCommand(['present', '--case', CASE, '--out', 'dist', '--no-open'])).toBe(2)
})

/** Files of a folder, and of the zips in it, whose name or text tells a secret. */
async function tellingFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const told = await Promise.all(
    files.map(async (file) => {
      const text = await textOf(file, await readFile(join(folder, file)))
      return SECRET.test(file) || SECRET.test(text)
    }),
  )
  return files.filter((_, index) => told[index]).sort()
}

async function textOf(file: string, bytes: Uint8Array): Promise<string> {
  if (file.endsWith('.pdf')) return textOfPdf(bytes)
  if (!file.endsWith('.zip')) return Buffer.from(bytes).toString('utf8')
  const inside = Object.entries(unzipSync(bytes))
  return (
    await Promise.all(inside.map(async ([name, part]) => name + (await textOf(name, part))))
  ).join()
}

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1))
  const contents = await Promise.all(pages.map(async (page) => (await page).getTextContent()))
  return contents
    .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
    .join(' ')
}
