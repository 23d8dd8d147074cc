/** A site built for a path of its own: every link and asset stays there, and is there. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { makeRepository, type Repository } from '../node/repository.ts'
import { addressesIn, deadAddresses, type Files, faultOf, filesIn, type Root } from './crawl.ts'
import { waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

const BASE = '/team/prototype/'
const ADDRESS = `https://case.example${BASE}`

/** Written before the rest: a section that is renamed, a decision that goes. */
const BEFORE = {
  '90-extra.mdx': '## What we learned\n\n![A map](map.png)\n\nDecision 20: We begin.\n',
}
const AFTER = {
  '90-extra.mdx': `## What we have found

![A map](map.png)

As [the benefits](#benefits) and [sprint 2](#sprint-2) show, after [what we learned](#old-name) of
[decision 3](#decision-3). Not so [the map](map.png), [the slides](/deck/) and [the rest](#rest).

Decision 21: We follow [the benefits](#benefits) and [the map](map.png).

Evidence 21a: As [decision 3](#decision-3) says.
`,
}

/** The last of its routes: what is true of one is so of each. */
const SECOND = /^ {2}board-20:\n(?: {4}.*\n?)+/m

let parent: string
let repository: Repository
let folder: string
let site: Root
let open: OpenSite

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'based-'))
  repository = makeRepository()
  await cp(resolve('slides'), repository.case, { recursive: true })
  await cp(resolve('public/apple-touch-icon.png'), join(repository.case, 'map.png'))
  const settings = (await readFile(join(repository.case, 'case.yaml'), 'utf8')).replace(SECOND, '')
  expect(settings).toMatch(/^ {2}sponsor-5:/m)
  expect(settings).not.toContain('board-20')
  repository.write({
    ...BEFORE,
    'case.yaml': `${settings}\naddress: ${ADDRESS}\npublished: true\naliases: { old-name: introduction }\n`,
  })
  repository.commit('2026-02-02')
  repository.git('tag', 'first-showing')
  repository.write(AFTER)
  repository.commit('2026-03-02')
  folder = join(parent, 'site')
  await buildSite({ read: await readCase(repository.case), out: folder, base: BASE })
  site = { at: ADDRESS, files: await filesIn(folder) }
  open = await openSite(folder, BASE)
})

afterAll(async () => {
  await open?.close()
  repository?.remove()
  await rm(parent, { recursive: true, force: true })
})

it('writes every output', () => {
  for (const file of [
    ...['index.html', 'deck/index.html', 'trace/index.html', 'case.json', 'trace.csv'],
    ...['404.html', 'accessibility/index.html', '_headers', 'robots.txt', 'sitemap.xml'],
    ...['changes.xml', 'changes/index.html', 'changes/since/first-showing/index.html', 'share.png'],
    ...['offline/narrative.html', 'offline/deck.html', 'offline/case.zip'],
    ...['handouts/narrative.pdf', 'handouts/deck.pdf', 'handouts/sponsor-5/notes.pdf'],
  ])
    expect(site.files.get(file)?.length, file).toBeGreaterThan(0)
})

it('has no link, asset, feed or map that leaves the path or leads nowhere', () => {
  expect(deadAddresses(site)).toEqual([])
})

it('names whole addresses of every page that one may look for, and of its feed and picture', () => {
  const named = (file: string) => [...addressesIn(file, textOf(file))]
  for (const page of ['deck/', 'changes/', 'changes/since/first-showing/', 'deck/sponsor-5/', '']) {
    expect(named('sitemap.xml')).toContain(ADDRESS + page)
    expect(textOf(`${page}index.html`)).toContain(`<link rel="canonical" href="${ADDRESS}${page}">`)
    expect(named(`${page}index.html`)).toContain(`${ADDRESS}share.png`)
    expect(textOf(`${page}index.html`)).not.toContain('content="noindex"')
  }
  expect(named('changes.xml')).toContain(`${ADDRESS}changes/#week-2026-03-02`)
  expect(textOf('robots.txt')).toContain(`Sitemap: ${ADDRESS}sitemap.xml`)
  for (const page of ['404.html', 'deck/speaker/index.html'])
    expect(textOf(page)).toContain('<meta name="robots" content="noindex">')
})

it('has an error page that works at any depth, and offers only what is there', () => {
  const page = textOf('404.html')
  const relative = [...addressesIn('404.html', page)].filter(
    (address) => !address.startsWith(BASE) && !/^(?:#|https:)/.test(address),
  )
  expect(relative).toEqual([])
  const [, json = ''] = /id="offers">([\s\S]*?)<\/script>/.exec(page) ?? []
  const { home, offers } = JSON.parse(json) as { home: string; offers: { to: string }[] }
  const lost = offers.flatMap(({ to }) => faultOf(new URL(home + to, ADDRESS), [site]) ?? [])
  expect([home, offers.length > 10, lost]).toEqual([BASE, true, []])
})

it('holds in its zip all to which the pages in it lead, or leads to the web', () => {
  const zip: Files = new Map(
    Object.entries(unzipSync(site.files.get('offline/case.zip') ?? new Uint8Array())),
  )
  expect(zip.size).toBeGreaterThan(10)
  expect(deadAddresses({ at: 'https://zip.invalid/', files: zip }, [site])).toEqual([])
})

it('leads from its PDFs to pages that are there', async () => {
  const lost: string[] = []
  let seen = 0
  for (const [file, bytes] of site.files) {
    if (!file.endsWith('.pdf')) continue
    for (const url of await linksOfPdf(bytes)) {
      const fault = faultOf(new URL(url), [site])
      if (fault) lost.push(`${file}: ${url} ${fault}`)
      seen += Number(url.startsWith(ADDRESS))
    }
  }
  expect(lost).toEqual([])
  expect(seen).toBeGreaterThan(5)
})

describe('in a browser that is sent _headers', () => {
  it('loads all it asks for, and nothing breaks a policy', async () => {
    const faults: string[] = []
    const page = await openWithHeaders(faults)
    for (const file of site.files.keys()) {
      if (!file.endsWith('.html')) continue
      await page.goto(open.url + file, { waitUntil: 'networkidle' })
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('opens the speaker view beside the deck, which follows', async () => {
    const page = await openWithHeaders([])
    await page.goto(`${open.url}deck/#/decision-2`)
    await waitForDeck(page)
    const [speaker] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('s'),
    ])
    await expect
      .poll(() => speaker.locator('[data-place="title"]').textContent())
      .toContain('relationship between DDaT and Policy')
    expect(new URL(speaker.url()).pathname).toBe(`${BASE}deck/speaker/`)
    await page.context().close()
  })

  it('finds an address of before at any depth', async () => {
    const page = await open.open('old/path/what-we-learned.html')
    const offer = page.locator('[data-nearest] a')
    expect(await offer.getAttribute('href')).toBe(`${BASE}#what-we-have-found`)
    await offer.click()
    await page.locator('#what-we-have-found').waitFor()
    await open.putBack(page)
  })
})

/** A page whose every answer has the headers that `_headers` asks for; `faults` grows. */
async function openWithHeaders(faults: string[]) {
  const context = await open.browser.newContext()
  const rules = textOf('_headers').trim().split(/\n\n/)
  const own = rules.map((rule) => {
    const [path = '', ...lines] = rule.split('\n')
    const pairs = lines.map((line) => /^ {2}([^:]+): (.*)$/.exec(line)?.slice(1) ?? [])
    return { start: path.replace(/\*$/, ''), headers: Object.fromEntries(pairs) }
  })
  await context.route('**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const sent = own.filter(({ start }) => pathname.startsWith(start))
    const response = await route.fetch()
    const headers = Object.assign(response.headers(), ...sent.map((rule) => rule.headers))
    await route.fulfill({ response, headers })
  })
  const page = await context.newPage()
  page.on('console', (message) => faults.push(`${page.url()}: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${page.url()}: ${response.url()}`)
  })
  return page
}

function textOf(file: string): string {
  return Buffer.from(site.files.get(file) ?? []).toString()
}

async function linksOfPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const reader = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const links: string[] = []
  for (let number = 1; number <= reader.numPages; number += 1)
    for (const { url } of await (await reader.getPage(number)).getAnnotations())
      if (url) links.push(url)
  return links
}
