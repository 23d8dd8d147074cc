/** Whatever case.yaml, file names and text hold, in a built site it is words and nothing else. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'parse5'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { runCommand } from '../../src/build/command.ts'
import { elementsOf, type Page } from '../../src/build/offline/tree.ts'
import { type OpenSite, openSite } from './site.ts'

/** What breaks out of an attribute, an element, a script, CDATA, and a template. */
const EVIL = [
  '"><script>hacked=1</script><img src=x onerror=hacked=1>',
  "' ]]> </script> {{7*7}} $",
  '{7*7} <!-- \u202Eevil',
].join('')

const SETTINGS = {
  title: `T ${EVIL}`,
  team: `Team ${EVIL}`,
  phase: `Ph ${EVIL}`,
  period: `Per ${EVIL}`,
  caveat: `Cav ${EVIL}`,
  version: `V ${EVIL}`,
  ask: `Ask ${EVIL}`,
  published: true,
  address: 'https://example.org/case?a=%22%3E&b=<script>',
  repository: 'https://example.org/"><script>hacked=1</script>',
  feedback: [{ label: `F ${EVIL}`, url: 'https://example.org/"onclick="hacked=1' }],
  accessibility: {
    testedBy: `By ${EVIL}`,
    testedOn: '2026-03-14',
    problems: [`Problem ${EVIL}`],
    contact: 'mailto:a@example.org?subject="><script>hacked=1</script>',
  },
  links: { [`https://example.org/${EVIL}`]: 'why', 'javascript:hacked=1': 'why' },
  aliases: { [`old ${EVIL}`]: 'why' },
  accept: [{ check: 'single-source', reason: `R ${EVIL}`, owner: `O ${EVIL}` }],
  restricted: [`"><script>`],
  routes: { short: { title: `Rt ${EVIL}`, audience: `Au ${EVIL}`, minutes: 5, sections: ['why'] } },
}

const TEXT = `# [Alpha] A case

## Why

It costs much "\\>\\<script>hacked=1\\</script>, as [this](javascript:hacked=1), [that](data:text/html,hacked)
and <a href="java&#x73;cript:hacked=1">more</a> show.

## Decisions

Decision 1: We begin "\\>\\<script>hacked=1\\</script> \\{\\{7*7\\}\\} ]]>

Evidence 1a: Many said \\</script>\\<img src=x onerror=hacked=1> so.
`

let parent: string
let folder: string
let site: OpenSite
let files: readonly string[]

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'hostile-'))
  folder = join(parent, 'site')
  const cased = join(parent, 'case')
  await mkdir(cased)
  // A name may hold all but a slash.
  await writeFile(join(cased, `1 "><script>hacked=1<,script> {{7*7}}.mdx`), TEXT)
  await writeFile(join(cased, 'case.yaml'), stringify(SETTINGS))
  await runCommand(['build', '--case', cased, '--out', folder])
  files = (await readdir(folder, { recursive: true })).filter((file) =>
    /\.(?:html|svg|xml)$/.test(file),
  )
  site = await openSite(folder)
}, 180_000)

afterAll(async () => {
  await site?.close()
  await rm(parent, { recursive: true, force: true })
})

it('makes no element or attribute of what it is given', async () => {
  const found: string[] = []
  for (const file of files) {
    for (const { tagName, attrs } of elementsOf(await pageAt(file))) {
      const bad = attrs.filter(({ name }) => /^on/.test(name) || /hacked/.test(name))
      if (bad.length > 0 || (tagName === 'img' && attrs.some(({ value }) => value === 'x')))
        found.push(`${file}: ${tagName} ${bad.map(({ name }) => name).join()}`)
    }
  }
  expect(files).toContain('index.html')
  expect(found).toEqual([])
})

it('leads nowhere that runs something', async () => {
  const found: string[] = []
  for (const file of files) {
    for (const { attrs } of elementsOf(await pageAt(file))) {
      const leads = attrs.filter(({ name }) => /^(?:href|action|formaction)$/.test(name))
      found.push(
        ...leads
          .filter(({ value }) => /^\s*(?:javascript|vbscript|data:text)/i.test(value))
          .map(({ value }) => `${file}: ${value}`),
      )
    }
  }
  expect(found).toEqual([])
})

it('runs none of it on any page', async () => {
  const pages = files.filter((file) => file.endsWith('.html'))
  for (const path of pages) {
    const page = await site.open(path)
    expect(await page.evaluate(() => 'hacked' in globalThis), path).toBe(false)
    await page.context().close()
  }
})

it('says it in words', async () => {
  const page = await site.open('')
  const words = (await page.locator('body').textContent()) ?? ''
  for (const part of ['Team', 'Per', 'V', 'Ask']) expect(words).toContain(`${part} "><script>`)
  expect(words).toContain('{{7*7}}')
  await page.context().close()
})

it('keeps the map of the site well formed', async () => {
  const map = await readFile(join(folder, 'sitemap.xml'), 'utf8')
  expect(map).not.toMatch(/<script|&(?!amp;|apos;)/)
})

async function pageAt(file: string): Promise<Page> {
  return parse(await readFile(join(folder, file), 'utf8'))
}
