/** Pages that leave their site: what they hold, where their links lead, what they may run. */
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeOneFiles, writeZip } from '../../../src/node/offline/index.ts'
import { testStore } from '../../store.ts'

const NARRATIVE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A case</title>
<meta http-equiv="content-security-policy" content="script-src 'self'">
<link rel="icon" href="data:,"><link rel="preload" href="/p/_astro/f.woff2" as="font">
<link rel="alternate" href="changes.xml">
<link rel="stylesheet" href="/p/_astro/a.css"></head><body>
<p id="top">Also as <a href="deck/">slides</a><span data-optional>, <a href="handouts/n.pdf">PDF</a></span>.</p>
<p><a id="pdf" href="handouts/n.pdf" title="x">The paper</a>, <a href="#top">up</a>,
<a href="deck/#/evidence-1a">1a</a>, <a href="https://example.org/x">elsewhere</a>,
<a href="mailto:a@example.org">mail</a>, <a href="100%.html">odd</a>, <a href="_astro/big.png">large</a></p>
<img src="/p/_astro/big.png" srcset="/p/_astro/big.png 2x" alt="A map"><img src="gone.png" alt="Gone">
<svg><a href="handouts/n.pdf"><text>drawn</text></a><a href="#top"><text>up</text></a></svg>
</body></html>`

const DECK = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Slides</title>
<script type="module" src="/p/_astro/deck.js"></script></head><body>
<p id="/evidence-1a"><a href="../#top">The case</a>, <a href="../trace/?view=all#map">trace</a></p>
<section id="why"></section><a href="speaker/" target="speaker">Speaker view</a>
<script type="application/json">{"a":1}</script></body></html>`

const SPEAKER = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Speaker “view”</title>
<link rel="stylesheet" href="/p/_astro/s.css"><script type="module" src="/p/_astro/speaker.js"></script></head><body>
<main data-plan="[]"><a href="../">The deck</a></main><section id="why">Again
<aside class="private-notes"><a href="../../#top">Say it</a> <img src="/p/_astro/big.png" alt=""></aside>
</section></body></html>`

const FILES: Readonly<Record<string, string>> = {
  'index.html': NARRATIVE,
  'deck/index.html': DECK,
  'deck/speaker/index.html': SPEAKER,
  'trace/index.html':
    '<!doctype html><html lang="en"><head><title>Trace</title></head><body><h2 id="map"><a href="../">Case</a></h2></body></html>',
  'handouts/n.pdf': '%PDF',
  '_astro/a.css': `@font-face{src:url(/p/_astro/f.woff2)format("woff2")}i{background:url('gone.png')}\r\nq::after{content:"</style>"}`,
  '_astro/f.woff2': 'font',
  '_astro/big.png': 'picture',
  '_astro/deck.js': `import{w}from"./shared.js";document.title=w+"</script><!--"`,
  '_astro/s.css': 'main{color:red}',
  '_astro/speaker.js': 'new BroadcastChannel("x")',
  '_astro/shared.js': 'export const w="shared "',
  '.throughline': 'marker',
}

let parent: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'offline-'))
})
afterAll(() => rm(parent, { recursive: true }))

/** Writes the site into a new folder and makes its offline files; returns how to read them. */
async function make(address?: string) {
  const folder = await mkdtemp(join(parent, 'site-'))
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const order = { folder, base: '/p/', store: testStore, address }
  const paths = [...(await writeOneFiles(order)), await writeZip(order)]
  const read = (file: string) => readFile(join(folder, 'offline', file))
  const zip = unzipSync(await read('case.zip'))
  return {
    folder,
    paths: paths.map((path) => path.slice(folder.length + 1).replaceAll('\\', '/')),
    narrative: (await read('narrative.html')).toString(),
    deck: (await read('deck.html')).toString(),
    zipped: (path: string) => Buffer.from(zip[path] ?? '').toString(),
    names: Object.keys(zip),
    bytes: await read('case.zip'),
  }
}

describe('a page as one file', () => {
  it('holds its style, font and pictures, and asks for no other file', async () => {
    const { narrative, paths } = await make()
    expect(paths).toEqual(['offline/narrative.html', 'offline/deck.html', 'offline/case.zip'])
    expect(narrative).not.toMatch(/<link rel="(alternate|stylesheet|preload)"|srcset|_astro\/(a|f)/)
    expect(narrative).toContain(`url("data:font/woff2;base64,${btoa('font')}")format("woff2")`)
    expect(narrative).toContain(`<img src="data:image/png;base64,${btoa('picture')}" alt="A map">`)
  })

  it('leaves what an author named and nobody has as it is', async () => {
    const { narrative } = await make()
    expect(narrative).toContain('<img src="gone.png" alt="Gone">')
    expect(narrative).toContain("url('gone.png')")
  })

  it('has links that lead to the other file, to itself and elsewhere', async () => {
    const { narrative, deck } = await make()
    expect(narrative).toContain('<a href="deck.html">slides</a>')
    expect(narrative).toContain('<a href="deck.html#/evidence-1a">1a</a>')
    expect(narrative).toContain('<a href="#top">up</a>')
    expect(narrative).toContain('<a href="https://example.org/x">elsewhere</a>')
    expect(narrative).toContain('<a href="mailto:a@example.org">mail</a>')
    expect(deck).toContain('<a href="narrative.html#top">The case</a>')
  })

  it('keeps the words of a link to what stays behind, or drops them where they are optional', async () => {
    const { narrative, deck } = await make()
    expect(narrative).toContain('<span id="pdf" title="x">The paper</span>')
    expect(narrative).toContain('slides</a>.</p>')
    expect(narrative).toContain('<g><text>drawn</text></g><a href="#top"><text>up</text></a>')
    expect(narrative).toContain('<span>odd</span>')
    expect(deck).toContain('<span>trace</span>')
  })

  it('leads to the published case instead where there is one', async () => {
    const { narrative, deck } = await make('https://example.org/our-case')
    expect(narrative).toContain('href="https://example.org/our-case/handouts/n.pdf" title="x"')
    expect(narrative).toContain(', <a href="https://example.org/our-case/handouts/n.pdf">PDF</a>')
    expect(deck).toContain('href="https://example.org/our-case/trace/?view=all#map"')
    expect(deck).toContain('href="narrative.html#top"')
  })

  it('has one script of many, which cannot end its own element', async () => {
    const { deck } = await make()
    const [, script = '', more] = scriptsIn(deck)
    expect(script).toContain('shared ')
    expect(script).not.toMatch(/\bimport\b|<!--/)
    expect(script).toContain('<\\/script>')
    expect(more).toBeUndefined()
  })

  it('has a policy for its own script and style alone', async () => {
    const { narrative, zipped } = await make()
    const deck = zipped('deck/index.html')
    expect(policiesOf(deck)).toEqual([
      `default-src 'none'; script-src ${hashOf(scriptsIn(deck)[0] ?? '')}; style-src 'none'; font-src data:; img-src data:; media-src data:; base-uri 'none'; form-action 'none'`,
    ])
    const style = /<style>([\s\S]*?)<\/style>/.exec(narrative)?.[1] ?? ''
    expect(style).toContain('<\\/style>')
    expect(policiesOf(narrative).join()).toContain(`script-src 'none'; style-src ${hashOf(style)};`)
    expect(narrative.indexOf('security-policy')).toBeLessThan(narrative.indexOf('<style>'))
  })
})

describe('the deck as one file', () => {
  it('carries the desk of its speaker view, private notes and no second set of slides', async () => {
    const { deck } = await make()
    expect(deck).toContain('<a href="?speaker" target="speaker">Speaker view</a>')
    const [, title, asleep = ''] =
      /<template data-speaker="([^"]*)">([\s\S]*?)<\/template>/.exec(deck) ?? []
    expect(title).toBe('Speaker “view”')
    expect(asleep).toContain('<main data-plan="[]"><a href="?deck">The deck</a></main>')
    expect(asleep).toContain(
      '<aside class="private-notes" data-of="why"><a href="narrative.html#top">',
    )
    expect(asleep).toContain(`<img src="data:image/png;base64,${btoa('picture')}" alt="">`)
    expect(deck).not.toContain('Again')
  })

  it('runs the speaker view before the deck, after what joins windows from disk, all by its policy', async () => {
    const { deck, zipped } = await make()
    const [speaker = '', own = ''] = scriptsIn(deck)
    expect(speaker).toContain('BroadcastChannel')
    expect(own).toContain('shared ')
    const [, joins = ''] = /<script>([\s\S]*?)<\/script>/.exec(deck) ?? []
    expect(joins).toContain('postMessage')
    expect(deck.indexOf(joins)).toBeLessThan(deck.indexOf(speaker))
    expect(deck).toContain('<style data-of="speaker" media="not all">main{color:red}</style>')
    for (const text of [joins, speaker, own, 'main{color:red}'])
      expect(policiesOf(deck).join()).toContain(hashOf(text))
    expect(zipped('deck/speaker/index.html')).toContain(joins)
    expect(zipped('deck/index.html')).not.toContain('<script>')
  })
})

describe('the zip', () => {
  it('holds every page and file, and of loaded files only what a link leads to', async () => {
    expect((await make()).names).toEqual([
      'deck/index.html',
      'deck/speaker/index.html',
      'handouts/n.pdf',
      'index.html',
      'trace/index.html',
      '_astro/big.png',
    ])
  })

  it('has links to files by name, relative to where the page is', async () => {
    const { zipped } = await make('https://example.org/')
    expect(zipped('index.html')).toContain('<a href="deck/index.html#/evidence-1a">1a</a>')
    expect(zipped('index.html')).toContain('<a href="handouts/n.pdf">PDF</a>')
    expect(zipped('index.html')).toContain('<a href="_astro/big.png">large</a>')
    expect(zipped('deck/index.html')).toContain('<a href="../index.html#top">The case</a>')
    expect(zipped('deck/index.html')).toContain('href="../trace/index.html?view=all#map"')
    expect(zipped('trace/index.html')).toContain('<a href="../index.html">Case</a>')
    expect(zipped('handouts/n.pdf')).toBe('%PDF')
  })

  it('is the same bytes each time, whatever the clock and its zone say', async () => {
    const zone = process.env.TZ
    const [first, second] = [await make(), await inZone('Pacific/Auckland', make)]
    expect(process.env.TZ).toBe(zone)
    expect(first.bytes.equals(second.bytes)).toBe(true)
    expect(first.deck).toBe(second.deck)
  })

  it('is made anew from a site that has one already', async () => {
    const { folder, bytes } = await make()
    const again = join(parent, 'again')
    await cp(folder, again, { recursive: true })
    await writeZip({ folder: again, base: '/p/', store: testStore })
    expect((await readFile(join(again, 'offline/case.zip'))).equals(bytes)).toBe(true)
  })
})

async function inZone<T>(zone: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}

/** Texts of the scripts that run. */
function scriptsIn(html: string): readonly string[] {
  const found = html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)
  return [...found].map(([, text = '']) => text)
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function policiesOf(html: string): readonly string[] {
  const found = html.matchAll(/<meta http-equiv="content-security-policy" content="([^"]*)"/g)
  return [...found].map(([, policy = '']) => policy)
}
