/** What changed, as a reader finds it: of a small case with a history of its own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feedOf } from '../../src/node/publish/feed.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { renderPages } from '../../src/node/site/pages.ts'
import { makeRepository, type Repository } from '../node/repository.ts'
import { faultsOf } from './axe.ts'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite } from './site.ts'

const CASE = `# A case for one place to book

## Why

People book the same visit two or three times, and many of them give up.

## Sprint 1

Decision 1: We start with visits to clinics, since they are half of all bookings.

Evidence 1a: In our survey, 412 of 1,030 people gave up before they had a date.
`

/** A file that cannot be read, under a name that would be markup. */
const HOSTILE = '2 <img src=x onerror=alert(1)>.mdx'

/** Questions of a room; one is answered at the end. */
const asked = (state: string) => {
  const [question, title, createdAt] = [
    'of-the-room-1',
    '<b>Why</b> \u202eonly clinics?',
    '2020-03-08',
  ]
  const first = { question, title, about: 'decision-1', state, createdAt: `${createdAt}T10:00:00Z` }
  const second = { ...first, question: 'of-the-room-2', title: 'Who pays?', state: 'open' }
  const taken = { ...second, next: 'taken away', owner: 'Finance <i>', due: '2020-04-01' }
  return { 'feedback/2020-03-08-room.yaml': JSON.stringify([first, taken]) }
}

const TAG = 'sponsors<b>&"1"'

const NOTES = `- week: 2020-03-10
  note: |
    <script>alert(1)</script> We asked "how often?"

    Nobody knew.
`

let repository: Repository
let folder: string
let site: OpenSite
const commits: string[] = []

beforeAll(async () => {
  repository = makeRepository()
  const { write, commit, git } = repository
  write({ '1.mdx': CASE, 'case.yaml': 'repository: https://github.com/team/case\n' })
  commits.push(commit('2020-03-04'))
  write({ '1.mdx': `${CASE}\nEvidence 1b: A nurse told us that she asks everything twice.\n` })
  write({ 'changes.yaml': NOTES, ...asked('open') })
  commits.push(commit('2020-03-09'))
  git('tag', TAG)
  write({ [HOSTILE]: '<5\n' })
  commits.push(commit('2020-03-17'))
  write({ [HOSTILE]: undefined, ...asked('closed') })
  write({ '1.mdx': CASE.replace('many of them give up', 'nearly half of them give up') })
  commits.push(commit('2020-03-19'))
  folder = await mkdtemp(join(tmpdir(), 'changes-'))
  await renderPages(await readCase(repository.case), folder)
  site = await openSite(folder)
})
afterAll(async () => {
  await site.close()
  repository.remove()
  await rm(folder, { recursive: true, force: true })
})

describe('the page of changes', () => {
  it('tells each week, the latest first, what the team says on top', async () => {
    const page = await site.open('changes/')
    const weeks = await page.$$eval('.week', (sections) =>
      sections.map((section) =>
        [...section.querySelectorAll('h2, .week-note p, .change-says, .week-first, .week-unread')]
          .map((element) => element.textContent?.replace(/\s+/g, ' ').trim())
          .join(' | '),
      ),
    )
    const [first, second, broken, last] = commits
    expect(weeks).toEqual([
      `16 to 22 March 2020 | Evidence 1b removed. Commit ${last} | Section “Why” reworded. Commit ${last} | Decision 1: question answered. Commit ${last} | Commit ${broken} was left out, since ${HOSTILE} could not be read then.`,
      `9 to 15 March 2020 | The team says | <script>alert(1)</script> We asked "how often?" | Nobody knew. | Evidence 1b added, which supports decision 1. Commit ${second} | Decision 1: question asked 8 March 2020, not answered yet. Commit ${second} | Decision 1: question asked 8 March 2020, taken away by Finance <i>, until 1 April 2020. Commit ${second}`,
      `2 to 8 March 2020 | First published, 4 March 2020. Commit ${first}`,
    ])
    expect(await page.locator('main script, main img').count()).toBe(0)
    await site.putBack(page)
  })

  it('leads to what is still there, and to the commit', async () => {
    const page = await site.open('changes/')
    const links = await page.$$eval('.change-says a', (all) =>
      all.map((link) => [link.textContent, link.getAttribute('href')?.slice(0, 38)]),
    )
    const commit = 'https://github.com/team/case/commit/'
    expect(links.map(([words, href]) => [words, href?.slice(0, commit.length)])).toEqual([
      [`Commit ${commits[3]}`, commit],
      ['Section “Why”', '../#why'],
      [`Commit ${commits[3]}`, commit],
      ['Decision 1', '../#decision-1'],
      [`Commit ${commits[3]}`, commit],
      [`Commit ${commits[1]}`, commit],
      ['Decision 1', '../#decision-1'],
      [`Commit ${commits[1]}`, commit],
      ['Decision 1', '../#decision-1'],
      [`Commit ${commits[1]}`, commit],
    ])
    await page.click('text=Section “Why”')
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/#why')
    expect(await page.locator('#why').textContent()).toBe('Why')
    await site.putBack(page)
  })

  it('marks words for those who see no colour, and for those who hear them', async () => {
    const page = await site.open('changes/', { colorScheme: 'dark' })
    const heard = await page.locator('.change-text').last().textContent()
    expect(heard).not.toBe('')
    const words = page.locator('.change', { hasText: 'reworded' }).locator('.change-text')
    expect((await words.textContent())?.replace(/\s+/g, ' ').trim()).toMatch(
      /and \[taken out: many ?\] ?\[added: nearly half ?\] ?of them give up\.$/,
    )
    const line = (name: string) =>
      words.locator(name).evaluate((element) => getComputedStyle(element).textDecorationLine)
    expect([await line('ins'), await line('del')]).toEqual(['underline', 'line-through'])
    await site.putBack(page)
  })

  it.each(['light', 'dark'] as const)(
    'is clean, %s, and never scrolls sideways',
    async (scheme) => {
      const page = await site.open('changes/', {
        viewport: { width: 320, height: 640 },
        colorScheme: scheme,
      })
      expect(await faultsOf(page)).toEqual([])
      expect((await sidewaysOf(page)).wide).toEqual([])
      await site.putBack(page)
    },
  )
})

describe('the pages of what is new since', () => {
  it('are offered without a script: tags, and Mondays before which the case was another', async () => {
    const page = await site.open('changes/')
    await page.click('text=Since your last meeting')
    const offers = await page.$$eval('.since a', (all) =>
      all.map((link) => [link.textContent, link.getAttribute('href')]),
    )
    expect(offers).toEqual([
      [TAG, 'since/sponsors-b-1/'],
      ['16 March 2020', 'since/2020-03-16/'],
      ['9 March 2020', 'since/2020-03-09/'],
    ])
    await page.click(`.since a:text-is("${TAG.replaceAll('"', '\\"')}")`)
    expect(await page.locator('h1').textContent()).toBe(`What changed since ${TAG}`)
    expect(await page.locator('.change-says').allTextContents()).toEqual([
      'Evidence 1b removed.',
      'Section “Why” reworded.',
      'Decision 1: question answered.',
      'Decision 1: question asked 8 March 2020, taken away by Finance <i>, until 1 April 2020.',
    ])
    const open = page.locator('section:has(#still-open)')
    expect(await open.locator('.change-text').allTextContents()).toEqual(['Who pays?'])
    expect(await page.locator('.change-text bdi').allTextContents()).toEqual([
      '<b>Why</b> only clinics?',
      'Who pays?',
    ])
    await page.click('.change-says a')
    await expect.poll(() => new URL(page.url()).hash).toBe('#why')
    await site.putBack(page)
  })

  it('leave out what came and went', async () => {
    const page = await site.open('changes/since/2020-03-09/')
    expect(await page.locator('.change-says').allTextContents()).toEqual([
      'Section “Why” reworded.',
      'Decision 1: question asked 8 March 2020, answered.',
      'Decision 1: question asked 8 March 2020, taken away by Finance <i>, until 1 April 2020.',
    ])
    expect(await page.locator('.week-note').count()).toBe(1)
    await site.putBack(page)
  })

  it.each([
    ['changes/', 'light'],
    ['changes/since/sponsors-b-1/', 'light'],
    ['changes/since/sponsors-b-1/', 'dark'],
  ] as const)('are clean: %s, %s, on a phone', async (path, colorScheme) => {
    const page = await site.open(path, { viewport: { width: 320, height: 640 }, colorScheme })
    expect((await sidewaysOf(page)).wide).toEqual([])
    expect(await faultsOf(page)).toEqual([])
    await site.putBack(page)
  })
})

describe('the narrative', () => {
  it('marks what changed in the latest week alone, and leads to it', async () => {
    const page = await site.open('')
    const marks = page.locator('main .changed')
    expect(await marks.allTextContents()).toEqual(['Changed 19 March 2020'])
    await marks.locator('a').click()
    await page.waitForURL(`${site.url}changes/#week-2020-03-16`)
    await site.putBack(page)
  })

  it('has its history at the end, open on paper', async () => {
    const page = await site.open('')
    const facts = await page.locator('.about > div').allTextContents()
    expect(facts.map((fact) => fact.replace(/\s+/g, ' ').trim()).slice(0, 2)).toEqual([
      'Published4 March 2020',
      'Updated19 March 2020',
    ])
    const history = page.locator('.page-history')
    expect(await history.locator('dl').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    await history.locator('dl').waitFor()
    expect(await history.locator('dt').allTextContents()).toEqual([
      '19 March 2020',
      '9 to 15 March 2020',
      '4 March 2020',
    ])
    expect(await history.locator('dd').nth(1).textContent()).toContain('<script>alert(1)</script>')
    await site.putBack(page)
  })

  it.each(['light', 'dark'] as const)('is clean with them, %s', async (colorScheme) => {
    const page = await site.open('', { viewport: { width: 320, height: 640 }, colorScheme })
    await page.click('.page-history summary')
    expect(await faultsOf(page)).toEqual([])
    expect((await sidewaysOf(page)).wide).toEqual([])
    await site.putBack(page)
  })
})

describe('the feed', () => {
  it('is Atom by the rules of RFC 4287, with an entry a week', async () => {
    const page = await site.open('changes/')
    const feed = await page.evaluate(async () => {
      const xml = await (await fetch('../changes.xml')).text()
      const document = new DOMParser().parseFromString(xml, 'application/xml')
      const root = document.documentElement
      const textsOf = (parent: Element, name: string) =>
        [...parent.children]
          .filter((child) => child.localName === name && child.namespaceURI === root.namespaceURI)
          .map((child) => child.textContent ?? '')
      return {
        isBroken: document.querySelector('parsererror') !== null,
        root: [root.localName, root.namespaceURI],
        ids: textsOf(root, 'id'),
        titles: textsOf(root, 'title'),
        updated: textsOf(root, 'updated'),
        authors: [...root.querySelectorAll(':scope > author > name')].map((one) => one.textContent),
        links: root.querySelectorAll('link').length,
        entries: [...root.querySelectorAll(':scope > entry')].map((entry) => ({
          ids: textsOf(entry, 'id'),
          titles: textsOf(entry, 'title'),
          updated: textsOf(entry, 'updated'),
          type: entry.querySelector('content')?.getAttribute('type'),
          content: textsOf(entry, 'content'),
        })),
      }
    })
    const id = /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/
    expect(feed).toMatchObject({
      isBroken: false,
      root: ['feed', 'http://www.w3.org/2005/Atom'],
      ids: [expect.stringMatching(id)],
      titles: ['What changed: A case for one place to book'],
      updated: ['2020-03-19T12:00:00Z'],
      authors: ['A case for one place to book'],
      links: 0,
    })
    expect(feed.entries.map(({ updated }) => updated)).toEqual([
      ['2020-03-19T12:00:00Z'],
      ['2020-03-10T00:00:00Z'],
      ['2020-03-04T12:00:00Z'],
    ])
    const ids = [...feed.ids, ...feed.entries.flatMap((entry) => entry.ids)]
    expect(new Set(ids).size).toBe(4)
    for (const each of ids) expect(each).toMatch(id)
    for (const { titles, content, type } of feed.entries)
      expect([titles.length, content.length, type]).toEqual([1, 1, 'html'])
    expect(feed.entries[1]?.content).toEqual([
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; We asked &quot;how often?&quot;</p><p>Nobody knew.</p><ul><li>Evidence 1b added, which supports decision 1.<p>A nurse told us that she asks everything twice.</p></li><li>Decision 1: question asked 8 March 2020, not answered yet.<p>&lt;b&gt;Why&lt;/b&gt; only clinics?</p></li><li>Decision 1: question asked 8 March 2020, taken away by Finance &lt;i&gt;, until 1 April 2020.<p>Who pays?</p></li></ul>',
    ])
    expect(feed.entries[0]?.content[0]).toContain('<del>many</del> <ins>nearly half</ins> of them')
    await site.putBack(page)
  })

  it('keeps its ids while the case grows, and has absolute links where it has an address', async () => {
    const read = await readCase(repository.case)
    const idsOf = (xml: string) => xml.match(/urn:uuid:[\w-]+/g) ?? []
    const { steps = [], isWhole = true } = read.line ?? {}
    const earlier = feedOf({ ...read, line: { steps: steps.slice(0, 2), isWhole } })
    expect(idsOf(feedOf(read))).toEqual(expect.arrayContaining(idsOf(earlier)))
    const settings = { ...read.settings, address: 'https://example.org/case' }
    expect(
      feedOf({ ...read, settings })
        .match(/<link [^>]*>/g)
        ?.slice(0, 3),
    ).toEqual([
      '<link rel="self" type="application/atom+xml" href="https://example.org/case/changes.xml"/>',
      '<link rel="alternate" type="text/html" href="https://example.org/case/changes/"/>',
      '<link rel="alternate" type="text/html" href="https://example.org/case/changes/#week-2020-03-16"/>',
    ])
  })

  it.each(['', 'changes/'])('is named by the page at %o', async (path) => {
    const page = await site.open(path)
    const link = page.locator('head link[rel="alternate"][type="application/atom+xml"]')
    const href = await link.evaluate((element) => (element as HTMLLinkElement).href)
    expect(href).toBe(`${site.url}changes.xml`)
    await site.putBack(page)
  })
})
