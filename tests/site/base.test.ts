/** A site built for a path of its own: every link and asset stays there, and is there. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

const ORIGIN = 'https://site.invalid'
const BASE = '/prototype/'

// `href="#evidence-3a"`, `src="/prototype/a.css"`
const RE_ADDRESS = /\s(?:href|src|poster|action|xlink:href)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

// `url(/prototype/font.woff2)`
const RE_CSS_URL = /url\(\s*["']?([^"')]+)["']?\s*\)/g

// What stands in a script is no address yet.
const RE_SCRIPT = /<script[\s>][\s\S]*?<\/script>/g

let parent: string
let folder: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'based-'))
  folder = join(parent, 'site')
  const command = resolve('src/build/command.ts')
  const args = [command, 'build', '--out', folder, '--base', BASE]
  await promisify(execFile)(process.execPath, args)
}, 120_000)

afterAll(() => rm(parent, { recursive: true, force: true }))

it('writes every output', async () => {
  const files = ['index.html', 'deck/index.html', 'trace/index.html', 'case.json', 'trace.csv']
  const served = ['404.html', 'accessibility/index.html', '_headers', 'robots.txt', 'share.png']
  const offline = ['offline/narrative.html', 'offline/deck.html', 'offline/case.zip']
  for (const file of [
    ...files,
    ...served,
    ...offline,
    'handouts/narrative.pdf',
    'handouts/deck.pdf',
  ]) {
    expect((await stat(join(folder, file))).size, file).toBeGreaterThan(0)
  }
})

it('has no link or asset that leaves the path or leads nowhere', async () => {
  const files = await readdir(folder, { recursive: true })
  const lost: string[] = []
  for (const file of files.filter((name) => /\.(html|css)$/.test(name))) {
    const text = await readFile(join(folder, file), 'utf8')
    const page = new URL(BASE + file.replace(/index\.html$/, ''), ORIGIN)
    for (const address of addressesIn(file, text)) {
      const fault = await faultOf(new URL(address, page))
      if (fault) lost.push(`${file}: ${address} ${fault}`)
    }
  }
  expect(lost).toEqual([])
})

it('has an error page that works at any depth', async () => {
  const text = await readFile(join(folder, '404.html'), 'utf8')
  const relative = [...addressesIn('404.html', text)].filter(
    (address) => !address.startsWith(BASE) && !address.startsWith('#'),
  )
  expect(relative).toEqual([])
})

function addressesIn(file: string, whole: string): ReadonlySet<string> {
  const text = whole.replace(RE_SCRIPT, '')
  const inHtml = file.endsWith('.html') ? [...text.matchAll(RE_ADDRESS)] : []
  const inCss = [...text.matchAll(RE_CSS_URL)]
  const found = [...inHtml, ...inCss].map((match) => match[1] ?? match[2] ?? '')
  return new Set(found.map((address) => address.replaceAll('&amp;', '&')))
}

/** What is wrong with an address of the site, if anything. */
async function faultOf(url: URL): Promise<string | undefined> {
  if (url.origin !== ORIGIN) return undefined
  if (!url.pathname.startsWith(BASE)) return 'leaves the path'
  const path = decodeURIComponent(url.pathname.slice(BASE.length))
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const text = await readFile(join(folder, file), 'utf8').catch(() => undefined)
  if (text === undefined) return 'is not there'
  const id = decodeURIComponent(url.hash.replace(/^#\/?/, ''))
  if (id === '' || !file.endsWith('.html') || text.includes(`id="${id}"`)) return undefined
  return 'has no such anchor'
}
