/**
 * Whatever data holds — settings, files' names, git, receipts, feedback — every output has it as words,
 * at the worst path, beside files of other tools that nothing runs or reads.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'parse5'
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { changes } from '../../src/cli/commands/changes.ts'
import { check } from '../../src/cli/commands/check.ts'
import { runCommand } from '../../src/cli/index.ts'
import { unpack } from '../../src/node/export/office.ts'
import { asDict, dictIn, nameIn, textIn } from '../../src/node/print/read/objects.ts'
import { NEIGHBOUR, type Neighbours, writeNeighbours } from '../attacks/neighbours.ts'
import { makeRepository, type Repository } from '../node/repository.ts'
import { elementsOf, type Page } from '../page-tree.ts'
import { type OpenSite, openSite } from './site.ts'

/**
 * What breaks out of an attribute, an element, a script, CDATA, and a template; what moves the cursor
 * of a terminal, and what XML and UTF-8 can't hold.
 */
const EVIL = [
  '"><script>hacked=1</script><img src=x onerror=hacked=1>',
  "' ]]> </script> {{7*7}} $",
  '{7*7} <!- evil \u0001\u001b[31m\ufffe\ud800',
].join('')

/** As much of it as git takes for the name of a branch or a tag, and a disk for that of a file. */
const NAME = `x"><script>hacked=1<.script>&';$(id)\`{{7}}`
const TAG = `${NAME}evil`
const FILE = `1 ${TAG} -- ,;=+.mdx`

/** What addresses, shells and bundlers read as signs, letters of others, and 200 of them. */
const PATH = `100% #1? &"it's" $(x) [a]{b} ünï 案例 `.padEnd(194, 'long ')

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
  host: 'github',
  branch: NAME,
  contact: 'a.b+c@example.org',
  since: TAG,
  affirmed: { 1: '2026-03-14' },
  severities: { [EVIL]: 'off' },
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

const FEEDBACK = [
  {
    number: 1,
    title: `Challenge: Decision 1`,
    body: `About It (__proto__), v\n\nBody ${EVIL}`,
    state: 'OPEN',
    url: 'https://example.org/"><script>hacked=1</script>',
    author: { login: EVIL },
    labels: [{ name: EVIL }],
  },
  { iid: 2, title: `Title ${EVIL}`, description: null, state: 'opened', web_url: 'javascript:1' },
  { number: 3, title: `Challenge: constructor`, state: EVIL },
  {
    question: 'hostile-question',
    title: `Question ${EVIL}`,
    about: 'constructor',
    state: 'open',
    createdAt: '2020-03-02T10:00:00Z',
    name: `Name ${EVIL}`,
    nameMayBeShown: true,
    next: 'taken away',
    owner: `Owner ${EVIL}`,
    due: `Due ${EVIL}`,
  },
]

function receiptOf(commit: string): object {
  const nothing = { sections: [], items: [], links: [], gaps: [], findings: [] }
  return {
    schema: 1,
    name: `Receipt ${EVIL}`,
    day: '2026-03-03',
    commit,
    version: EVIL,
    case: { schema: 1, title: EVIL, ...nothing, [EVIL]: EVIL },
    pdfs: [{ file: `../../${EVIL}`, sha256: 'a'.repeat(64) }],
  }
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'

const TEXT = `# [Alpha] A case

## Why

It costs much "\\>\\<script>hacked=1\\</script>, as [this](javascript:hacked=1), [that](data:text/html,hacked)
and <a href="java&#x73;cript:hacked=1">more</a> show, and [nothing](constructor) too.

## Decisions

Decision 1: We begin "\\>\\<script>hacked=1\\</script> \\{\\{7*7\\}\\} ]]>

Evidence 1a: Many said \\</script>\\<img src=x onerror=hacked=1> so.

![A picture](<p '&quot;&gt;&lt;img onerror=hacked=1&gt;.svg>)

<Diagram of="decisions" />

\`\`\`mermaid
%%{init: {"securityLevel": "loose", "htmlLabels": true}}%%
flowchart LR
  a["<img src=x onerror=hacked=1>"] --> b["<script>hacked=1</script>"]
  click a href "javascript:hacked=1"
  click b call hacked(1)
\`\`\`
`

let repository: Repository
let neighbours: readonly Neighbours[]
let parent: string
let folder: string
let site: OpenSite
let files: readonly string[]
let documents: readonly Readonly<Record<'name' | 'xml', string>>[]
let pdfs: readonly ReadPdf[]

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), PATH))
  folder = join(parent, 'site')
  repository = makeRepository(PATH)
  const { git, write } = repository
  git('symbolic-ref', 'HEAD', `refs/heads/${NAME}`)
  write({ '-rf.mdx': TEXT })
  const first = commitAs(EVIL)
  git('tag', TAG)
  // What is shown was written by others, but for what git tells.
  write({
    '-rf.mdx': undefined,
    [FILE]: TEXT.replace('Many', 'Very many \u001b[2J'),
    'p \'"><img onerror=hacked=1>.svg': SVG,
    'case.yaml': stringify(SETTINGS),
    'changes.yaml': stringify([{ week: '2020-03-02', note: `Note ${EVIL}` }]),
    'feedback.json': JSON.stringify(FEEDBACK, null, 1),
    [`receipts/${NAME}.json`]: JSON.stringify(receiptOf(first)),
  })
  neighbours = [repository.folder, repository.case].map((one, at) =>
    writeNeighbours(one, join(parent, `marks-${at}`)),
  )
  commitAs(EVIL)
  await runCommand(['build', '--case', repository.case, '--out', folder])
  files = (await readdir(folder, { recursive: true })).filter((file) =>
    /\.(?:html|svg|xml)$/.test(file),
  )
  documents = (await Promise.all(['docx', 'pptx'].map(partsOf))).flat()
  pdfs = await readPdfs()
  site = await openSite(folder)
})

/** Returns the whole id. */
function commitAs(words: string): string {
  const said = words.replaceAll('\ud800', '')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', `--author=${said.replace(/[<>]/g, '')} <a@b>`, `-m${said}`)
  return repository.git('rev-parse', 'HEAD')
}

afterAll(async () => {
  await site?.close()
  repository?.remove()
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
    await site.putBack(page)
  }
})

it('says it in words', async () => {
  const wordsOf = async (path: string) => {
    const page = await site.open(path)
    const words = (await page.locator('body').textContent()) ?? ''
    await site.putBack(page)
    return words
  }
  const narrative = await wordsOf('')
  for (const part of ['Team', 'Per', 'V', 'Ask', 'Body', 'Title'])
    expect(narrative).toContain(`${part} "><script>`)
  expect(narrative).toContain('{{7*7}}')
  const changed = await wordsOf('changes/')
  for (const part of ['Note ', 'Receipt ', 'x']) expect(changed).toContain(`${part}"><script>`)
})

it('shows no sign of a stranger that turns words round or that nobody sees', async () => {
  const page = await site.open('')
  const said = await page.locator('.challenges').allTextContents()
  await site.putBack(page)
  expect(said).toHaveLength(2)
  expect(said.join()).toContain('evil')
  expect(said.join()).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\ufffd\u202a-\u202e]/u)
})

it('runs and reads nothing of other tools that lies beside the case', async () => {
  const all = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  expect(all.length).toBeGreaterThan(40)
  for (const { parentPath, name } of all) {
    const file = join(parentPath, name)
    expect(file).not.toContain('evil.')
    expect((await readFile(file)).includes(NEIGHBOUR), file).toBe(false)
  }
  expect(documents.filter(({ xml }) => xml.includes(NEIGHBOUR))).toEqual([])
  expect(neighbours.flatMap(({ ran }) => ran())).toEqual([])
})

it('takes no word for a name that every object has', async () => {
  const page = await site.open('')
  const links = await page.getByRole('link', { name: 'nothing', exact: true }).count()
  const words = await page.locator('main').textContent()
  await site.putBack(page)
  // It leads to nothing in the case, and so the words stand alone.
  expect(links).toBe(0)
  expect(words).toContain('nothing')
})

it('leads readers to the repository and its files alone, and to the contact', async () => {
  const leads = elementsOf(await pageAt('index.html')).flatMap(({ attrs }) =>
    attrs.filter(({ name }) => name === 'href').map(({ value }) => value),
  )
  const edits = leads.filter((lead) => lead.includes('/edit/')).map((lead) => new URL(lead))
  expect(edits.length).toBeGreaterThan(2)
  for (const { origin, pathname, search, hash } of edits) {
    expect([origin, search]).toEqual(['https://example.org', ''])
    const path = pathname.split('/edit/')[1]?.split('/').map(decodeURIComponent).join('/')
    expect(path).toBe(`${NAME}/slides/${FILE}`)
    expect(hash).toMatch(/^#L\d+$/)
  }
})

it('writes well-formed XML', async () => {
  const published = ['sitemap.xml', 'changes.xml'].map(async (name) => ({
    name,
    xml: await readFile(join(folder, name), 'utf8'),
  }))
  const all = [...(await Promise.all(published)), ...documents, ...pdfs]
  const page = await site.open('')
  const broken = await page.evaluate(
    (texts) =>
      texts.flatMap(({ name, xml }) => {
        const read = new DOMParser().parseFromString(xml, 'application/xml')
        return read.querySelector('parsererror') ? [name] : []
      }),
    all.map(({ name, xml }) => ({ name, xml })),
  )
  await site.putBack(page)
  expect(documents.length).toBeGreaterThan(60)
  expect(broken).toEqual([])
})

it('tells readers of the feed in words', async () => {
  const xml = await readFile(join(folder, 'changes.xml'), 'utf8')
  const page = await site.open('')
  const said = await page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml')
    return [...feed.querySelectorAll('entry > content')].map((content) => {
      const { body } = new DOMParser().parseFromString(content.textContent ?? '', 'text/html')
      return {
        words: body.textContent ?? '',
        names: [...body.querySelectorAll('*')].map(({ localName }) => localName),
      }
    })
  }, xml)
  await site.putBack(page)
  expect(said.map(({ words }) => words).join()).toContain('Note "><script>')
  const known = new Set(['p', 'ul', 'li', 'ins', 'del'])
  expect(said.flatMap(({ names }) => names.filter((name) => !known.has(name)))).toEqual([])
})

it('leads from documents to the web and to letters alone', async () => {
  const targets = documents.flatMap(({ xml }) =>
    [...xml.matchAll(/ Target="([^"]*)"[^>]* TargetMode="External"/g)].map(([, to = '']) => to),
  )
  const leads = pdfs.flatMap((pdf) => pdf.leads)
  expect(targets.length).toBeGreaterThan(3)
  expect(leads.length).toBeGreaterThan(3)
  for (const to of [...leads, ...targets])
    expect(to).toMatch(/^(?:https?:|mailto:)(?:(?!["<>\\])[\x21-\x7e])+$/)
  expect(
    pdfs.flatMap(({ actions }) => actions).filter((one) => !/^(?:URI|GoTo)$/.test(one)),
  ).toEqual([])
})

it('gives servers and crawlers rules that no data has written', async () => {
  const lines = async (file: string) => (await readFile(join(folder, file), 'utf8')).split('\n')
  expect((await lines('_headers')).join()).not.toMatch(/evil|hacked|script>/)
  for (const line of await lines('robots.txt'))
    expect(line).toMatch(/^(?:|User-agent: \*|Allow: \/|Sitemap: https:\/\/example\.org\/\S+)$/)
})

it('moves no cursor of a terminal, and begins no line with a command', async () => {
  const said: string[] = []
  const print = (words: string) => void said.push(words)
  await check({ case: repository.case }, print)
  await check({ case: repository.case, weakest: true }, print)
  for (const changeFormat of ['text', 'md'] as const)
    await changes({ case: repository.case, since: TAG, changeFormat }, print)
  expect(said.join('\n')).toContain('Very many')
  expect(said.join('\n')).not.toMatch(/(?![\n\t])[\p{Cc}\u202a-\u202e]|^::/mu)
  expect(neighbours.flatMap(({ ran }) => ran())).toEqual([])
})

/** The parts that are text, of an export. */
async function partsOf(format: string): Promise<typeof documents> {
  const out = join(parent, `case.${format}`)
  await runCommand(['export', format, '--case', repository.case, '--out', out])
  return [...unpack(await readFile(out))].flatMap(([name, xml]) =>
    typeof xml === 'string' ? [{ name: `${format} ${name}`, xml }] : [],
  )
}

interface ReadPdf {
  readonly name: string
  /** What it says of itself. */
  readonly xml: string
  /** What its links do. */
  readonly actions: readonly string[]
  /** Addresses to which they lead. */
  readonly leads: readonly string[]
}

async function readPdfs(): Promise<readonly ReadPdf[]> {
  const handouts = join(folder, 'handouts')
  const names = (await readdir(handouts, { recursive: true })).filter((name) => /pdf$/.test(name))
  return Promise.all(
    names.map(async (name) => {
      const document = await PDFDocument.load(await readFile(join(handouts, name)))
      const actions = document.getPages().flatMap(({ node }) =>
        (node.Annots()?.asArray() ?? []).flatMap((entry) => {
          const annotation = asDict(document.context.lookup(entry))
          return (annotation && dictIn(annotation, 'A')) ?? []
        }),
      )
      const stream = document.catalog.lookup(PDFName.of('Metadata'))
      return {
        name,
        xml: stream instanceof PDFRawStream ? Buffer.from(stream.contents).toString('utf8') : '',
        actions: actions.flatMap((action) => nameIn(action, 'S') ?? []),
        leads: actions.flatMap((action) => textIn(action, 'URI') ?? []),
      }
    }),
  )
}

async function pageAt(file: string): Promise<Page> {
  return parse(await readFile(join(folder, file), 'utf8'))
}
