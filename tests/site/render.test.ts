/** Rendering in a process of its own: how it fails, and that nothing of it is left. */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { buildContext } from '../../src/core/model/build-context.ts'
import { fingerprintOf } from '../../src/node/read/fingerprint.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { RenderError, render } from '../../src/node/render/index.ts'
import { seal, unseal } from '../../src/node/store/seal.ts'
import { testStore } from '../store.ts'

let place: string
let folder: string

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'throughline-render-'))
  folder = join(place, 'site')
  await mkdir(join(place, 'case'))
  await writeFile(join(place, 'case', '1.mdx'), '# Why\n\nIt is slow.\n')
})

afterEach(() => rm(place, { recursive: true, force: true }))

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const sources = resolve(import.meta.dirname, '../../src')

/** What makes pages of a case as it is now. */
async function orderOf(caseFolder = join(place, 'case'), store = testStore) {
  const read = await readCase(caseFolder, undefined, { store })
  const context = buildContext({ caseFolder, store, fingerprint: fingerprintOf(read) })
  return { folder, context, read }
}

it('says where and why pages cannot be rendered, without a stack', async () => {
  await writeFile(join(place, 'case', '1.mdx'), '# Why\n\nIt <is slow.\n')
  const failed = await render(await orderOf(), Promise.resolve()).catch((error) => error)
  expect(failed).toBeInstanceOf(RenderError)
  expect(failed.message).toContain('1.mdx:3:')
  expect(failed.message).not.toMatch(/^\s+at /m)
})

it('writes no page once drawing has failed', async () => {
  const order = await orderOf()
  const drawn = Promise.reject(new Error('No browser'))
  await expect(render(order, drawn)).rejects.toThrow('No browser')
  await expect(readdir(folder)).rejects.toThrow('ENOENT')
})

it('makes no pages of a case that is changed meanwhile', async () => {
  const order = await orderOf()
  const changed = writeFile(join(place, 'case', '2.mdx'), '# What\n\nTwo states of it.\n')
  const rendering = render(order, changed)
  await expect(rendering).rejects.toThrow('changed while it was being built')
})

/** Files that are not read, since no address can hold their names; the last is none in UTF-8. */
const UNREAD = [
  ...['20%20c.mdx', 'what?.mdx', 'a#b.mdx', 'a\nb.mdx'].map((name) => Buffer.from(name)),
  Buffer.from('d\xff.mdx', 'latin1'),
]

it('renders cases at once, whatever the paths of case and output, and what else lies there', async () => {
  const names = ['50% # ?', `it's "Zoë's"`]
  const rendered = names.map(async (name, at) => {
    const from = join(place, name)
    await mkdir(from)
    await writeFile(join(from, '1.mdx'), `# Case ${at}\n\nSee ![a dot](<a dot.png>)\n`)
    await writeFile(join(from, 'a dot.png'), DOT)
    for (const unread of UNREAD)
      await writeFile(Buffer.concat([Buffer.from(`${from}/`), unread]), '## Unread\n')
    await render({ ...(await orderOf(from)), folder: join(from, 'out') }, Promise.resolve())
    return readFile(join(from, 'out', 'index.html'), 'utf8')
  })
  const pages = await Promise.all(rendered)
  const titles = pages.map((html) => /<title>(.*?)<\/title>/.exec(html)?.[1])
  expect(titles).toEqual(['Case 0', 'Case 1'])
  expect(pages.filter((html) => html.includes('Unread'))).toEqual([])
  const pictures = names.map((name) => readdirSync(join(place, name, 'out', '_astro')))
  for (const files of pictures) expect(files.join()).toMatch(/a-dot\.[\w-]+\.png/)
})

it('bundles its pages once, and never again for another case', async () => {
  const store = join(place, 'store')
  const first = await orderOf(undefined, store)
  await render(first, Promise.resolve())
  const [name = '', ...others] = await readdir(join(store, 'renderers'))
  expect(others).toEqual([])
  const kept = join(store, 'renderers', name)
  const bytes = await readFile(kept)
  // It serves every case, so nothing of this one is in it.
  const own = join(place, 'case')
  for (const word of ['It is slow', own, first.context.fingerprint ?? ''])
    expect(bytes.includes(word), word).toBe(false)
  const bundle = unseal<{ loaded: Map<string, Uint8Array> }>(bytes)
  // What is in none that is made anew.
  bundle?.loaded.set('used-again', Buffer.from('yes'))
  await writeFile(kept, seal(bundle))
  await writeFile(join(place, 'case', '1.mdx'), '# Another\n\nIt is slow.\n')
  const again = join(place, 'again')
  const changed = { ...(await orderOf(undefined, store)), folder: again }
  await render(changed, Promise.resolve())
  expect(await readFile(join(again, 'used-again'), 'utf8')).toBe('yes')
  const page = await readFile(join(again, 'index.html'), 'utf8')
  expect(page).toContain('<title>Another</title>')
  // Pages of a site, whatever mode of other tools we run in, such as this test's.
  expect(process.env.NODE_ENV).toBe('test')
  expect(page).toContain('href="handouts/narrative.pdf"')
  // It serves every address and theme too; what browsers load says neither.
  const loaded = [...(bundle?.loaded ?? [])].map(([, all]) => Buffer.from(all).toString('latin1'))
  expect(loaded.filter((all) => all.includes('base-of-this-build'))).toEqual([])
  const elsewhere = { ...changed.context, base: '/x/', theme: 'folio' as const }
  await render({ ...changed, context: elsewhere }, Promise.resolve())
  expect(await readdir(join(store, 'renderers'))).toHaveLength(1)
  const moved = await readFile(join(again, 'index.html'), 'utf8')
  expect(moved).toMatch(/href="\/x\/_astro\/source-serif-4[^"]*\.woff2"[\s\S]*"\/x\/_astro\/theme/)
  expect(moved).not.toMatch(/base-of-this-build|"\/_astro|atkinson/)
  for (const file of await readdir(join(store, 'unpacked'), { recursive: true }))
    if (file.endsWith('.mjs'))
      expect(await readFile(join(store, 'unpacked', file), 'utf8')).not.toContain('base-of-this')
})

it('ends with the program that is told to stop', async () => {
  const script = join(place, 'script.ts')
  await writeFile(
    script,
    `import { buildContext } from ${JSON.stringify(join(sources, 'core/model/build-context.ts'))}
    import { render } from ${JSON.stringify(join(sources, 'node/render/index.ts'))}
    import { readCase } from ${JSON.stringify(join(sources, 'node/read/read-case.ts'))}
    import { fingerprintOf } from ${JSON.stringify(join(sources, 'node/read/fingerprint.ts'))}
    import { replaceFolder } from ${JSON.stringify(join(sources, 'node/site/output-folder.ts'))}
    import { readdirSync } from 'node:fs'
    await replaceFolder(${JSON.stringify(folder)}, async (fresh) => {
      setInterval(() => readdirSync(fresh).length > 0 && console.log('writing'), 5)
      const caseFolder = ${JSON.stringify(join(place, 'case'))}
      const read = await readCase(caseFolder)
      const fingerprint = fingerprintOf(read)
      const store = ${JSON.stringify(testStore)}
      const context = buildContext({ caseFolder, store, fingerprint })
      await render({ folder: fresh, context, read }, Promise.resolve())
      await new Promise(() => {})
    })`,
  )
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdout.once('data', () => child.kill('SIGTERM'))
  // Only when nobody is left who could write to it.
  const code = await new Promise((done) => child.on('close', done))
  expect(code).toBe(143)
  expect((await readdir(place)).toSorted()).toEqual(['case', 'script.ts'])
})
