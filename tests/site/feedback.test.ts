/** Readers answer beside what they read, and see what others have asked. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { makeRepository, type Repository } from '../node/repository.ts'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite } from './site.ts'

const HOST = 'https://github.com/team/case'
const CASE = `# A case

## Benefits of a very-long-and-unbreakable-title-for-phones

Fewer calls (O1, 1).

## Objectives

- Objective 1: Fewer calls

## Sprint 1

Decision 1: We start.

Evidence 1a: They asked.
`

const HOSTILE =
  '</details><script>document.title="taken"</script><img src=x onerror=alert(1)> \u202eevil'

const ISSUES = [
  {
    number: 1,
    title: 'Challenge: Decision 1',
    body: 'Have you asked **the clinics**? [x](https://evil.example)',
    state: 'OPEN',
    url: `${HOST}/issues/1`,
    author: { login: 'a-name-of-a-person' },
    createdAt: '2026-03-02T10:00:00Z',
  },
  {
    number: 2,
    title: 'Challenge: Decision 1',
    body: 'Is it legal?',
    state: 'CLOSED',
    url: 'https://evil.example/2',
    createdAt: '2026-03-01T10:00:00Z',
    closedAt: '2026-03-05T10:00:00Z',
  },
  { number: 3, title: 'Challenge: Objective 1', state: 'CLOSED' },
  { number: 4, title: HOSTILE, state: 'OPEN', url: 'javascript:alert(1)' },
]

let parent: string
let repository: Repository
let commit: string
let site: OpenSite
let page: Page

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'feedback-'))
  repository = makeRepository()
  repository.write({
    '10-a.mdx': CASE,
    'case.yaml': `ask: Fund it.\nrepository: ${HOST}\n`,
    'feedback.json': JSON.stringify(ISSUES),
  })
  commit = repository.commit('2026-03-06')
  site = await openBuilt(repository.case, 'site')
})

afterAll(async () => {
  await site?.close()
  repository?.remove()
  await rm(parent, { recursive: true, force: true })
})

beforeEach(async () => {
  page = await site.open('')
})
afterEach(() => site.putBack(page))

async function openBuilt(folder: string, name: string): Promise<OpenSite> {
  const out = join(parent, name)
  await buildSite({ read: await readCase(folder), out, base: '/', print: [] })
  return openSite(out)
}

/** Whether nothing covers the start of an element. */
function isOnTop(element: Element): boolean {
  const { left, top, height } = element.getBoundingClientRect()
  return element.contains(document.elementFromPoint(left + 8, top + height / 2))
}

/** The links that open with a disclosure, by their names. */
function linksIn(one: Page, summary: string): Promise<readonly (readonly string[])[]> {
  const opener = one.locator('summary', { hasText: summary })
  return opener.evaluate((element) => {
    const links =
      element.parentElement?.querySelectorAll<HTMLAnchorElement>('.respond-ways a') ?? []
    return [...links].map(({ textContent, href }) => [textContent ?? '', href])
  })
}

describe('what opens with "Respond"', () => {
  it('leads to the line of a section and to an issue about it', async () => {
    expect(await linksIn(page, 'Respond to “Objectives”')).toEqual([
      ['Suggest a change to “Objectives”', `${HOST}/edit/main/slides/10-a.mdx#L7`],
      [
        'Challenge “Objectives”',
        expect.stringMatching(/\/issues\/new\?title=Challenge%3A\+Objectives&body=About\+/),
      ],
    ])
  })

  it('writes the words, the version and the place into the issue', async () => {
    const [suggest, challenge] = await linksIn(page, 'Respond to evidence 1a')
    expect(suggest).toEqual([
      'Suggest a change to evidence 1a',
      `${HOST}/edit/main/slides/10-a.mdx#L15`,
    ])
    expect(challenge?.[0]).toBe('Challenge evidence 1a')
    const { searchParams } = new URL(challenge?.[1] ?? '')
    expect(searchParams.get('title')).toBe('Challenge: Evidence 1a')
    expect(searchParams.get('body')).toMatch(
      `About Evidence 1a (evidence-1a), version ${commit}, 10-a.mdx, line 15\n\n> They asked.`,
    )
  })

  it('is a letter where there is no repository but a contact', async () => {
    const folder = join(parent, 'case')
    await cp(repository.case, folder, { recursive: true })
    await rm(join(folder, 'feedback.json'))
    await writeFile(join(folder, 'case.yaml'), 'ask: Fund it.\ncontact: team@example.org\n')
    const other = await openBuilt(folder, 'letter')
    const narrative = await other.open('')
    expect(await narrative.locator('details.respond').count()).toBe(6)
    const to = (what: string) =>
      new RegExp(`^mailto:team@example\\.org\\?subject=${what}%3A%20Decision%201&`)
    expect(await linksIn(narrative, 'around decision 1, respond')).toEqual([
      ['Suggest a change to decision 1', expect.stringMatching(to('Change'))],
      ['Challenge decision 1', expect.stringMatching(to('Challenge'))],
    ])
    await other.close()
  })

  it('is nothing where there is neither', async () => {
    const strong = 'tests/fixtures/strong'
    const { repository, contact } = (await readCase(strong)).settings
    expect([repository, contact]).toEqual([undefined, undefined])
    const other = await openSite(await builtCase(strong))
    const narrative = await other.open('')
    expect(await narrative.locator('#decision-1').count()).toBe(1)
    expect(await narrative.locator('details.respond').count()).toBe(0)
    await other.close()
  })

  it.each([
    {
      yaml: 'repository: https://gitlab.com/team/group/case',
      suggest: 'https://gitlab.com/team/group/case/-/edit/main/slides/10-a.mdx#L15',
      issue: 'https://gitlab.com/team/group/case/-/issues/new',
      fields: ['issue[title]', 'issue[description]'],
    },
    {
      yaml: 'repository: https://code.example.org/team/case\nhost: gitea',
      suggest: 'https://code.example.org/team/case/_edit/main/slides/10-a.mdx',
      issue: 'https://code.example.org/team/case/issues/new',
      fields: ['title', 'body'],
    },
  ])('arrives where $yaml says, with its words', async ({ yaml, suggest, issue, fields }) => {
    repository.write({ 'case.yaml': `ask: Fund it.\n${yaml}\n` })
    const other = await openBuilt(repository.case, new URL(issue).hostname)
    repository.git('checkout', '--', 'slides/case.yaml')
    const narrative = await other.open('')
    await narrative
      .context()
      .route(/^https:/, (route) => route.fulfill({ body: 'Arrived', contentType: 'text/html' }))
    for (const name of ['Suggest a change to evidence 1a', 'Challenge evidence 1a']) {
      await narrative.goto(other.url)
      await narrative.locator('summary', { hasText: 'Respond to evidence 1a' }).click()
      await narrative.getByRole('link', { name, exact: true }).click()
      await narrative.getByText('Arrived').waitFor()
      const at = new URL(narrative.url())
      if (name.startsWith('Suggest')) expect(at.href).toBe(suggest)
      else {
        expect(at.origin + at.pathname).toBe(issue)
        expect(fields.map((field) => at.searchParams.get(field))).toEqual([
          'Challenge: Evidence 1a',
          expect.stringMatching(/^About Evidence 1a \(evidence-1a\), version .*\n\n> They asked\./),
        ])
      }
    }
    await other.close()
  })

  it('opens by key, without a script, and of sections one at a time', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(site.url)
    const links = plain.locator('.respond-ways a:visible')
    expect(await links.count()).toBe(0)
    await plain.locator('summary', { hasText: 'Respond to evidence 1a' }).focus()
    await plain.keyboard.press('Enter')
    expect(await links.allTextContents()).toEqual([
      'Suggest a change to evidence 1a',
      'Challenge evidence 1a',
    ])
    await plain.locator('summary', { hasText: 'Respond to evidence 1a' }).press('Enter')
    for (const section of ['“Sprint 1”', '“Objectives”']) {
      await plain.locator('summary', { hasText: `Respond to ${section}` }).press('Enter')
      expect(await links.first().textContent()).toBe(`Suggest a change to ${section}`)
      expect(await links.count()).toBe(2)
    }
    await context.close()
  })

  it('is not on paper, which counts what readers have asked', async () => {
    await page.emulateMedia({ media: 'print' })
    expect(
      await page.locator('.trace:visible', { hasText: 'From readers' }).allTextContents(),
    ).toEqual(['From readers: 1 challenge, answered.', 'From readers: 2 challenges, 1 answered.'])
    expect(await page.locator(':is(.behind, .answers, .challenges):visible').count()).toBe(0)
  })

  it.each([
    { width: 320, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
    { width: 1240, colorScheme: 'light' },
  ] as const)('is clean and fits at $width px, $colorScheme', async ({ width, colorScheme }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    for (const opener of await page.locator('.respond summary').all()) {
      // What is open may cover the next one, until that has the focus.
      await opener.focus()
      expect(await opener.evaluate(isOnTop)).toBe(true)
      await opener.press('Enter')
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(scrollWidth).toBeLessThanOrEqual(width)
    }
    await page.locator('#decision-1 .respond summary').press('Enter')
    expect(await faultsOf(page)).toEqual([])
    if (width === 320) expect((await sidewaysOf(page)).wide).toEqual([])
  })
})

describe('what readers have asked', () => {
  it('stands beside its item, counted, with state, dates and link', async () => {
    const own = page.locator('#decision-1 .respond')
    expect(await own.locator('summary').textContent()).toBe(
      '1 section, 2 challenges, 1 answered around decision 1',
    )
    await own.locator('summary').click()
    expect(await own.locator('.challenges li').allInnerTexts()).toEqual([
      'Have you asked **the clinics**? [x](https://evil.example)\nAsked 2 March 2026. Not answered yet.',
      'Is it legal?\nAsked 1 March 2026. Answered 5 March 2026.',
    ])
    const hrefs = await own
      .locator('.challenges a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(hrefs).toEqual([`${HOST}/issues/1`])
    expect(await page.locator('#objective-1 summary').last().textContent()).toContain(
      '1 challenge, answered',
    )
  })

  it('stands at the end where it names no item, as plain words', async () => {
    const words = await page.locator('.answers .challenges bdi').allTextContents()
    expect(words).toEqual([HOSTILE.replace('\u202e', '')])
    expect(await page.title()).toBe('A case')
    expect(await page.locator('.answers :is(script, img, a)').count()).toBe(0)
  })

  it('stands at the foot of the slide of its item until it is answered', async () => {
    await page.goto(`${site.url}deck/?view=slides#/decision-1`)
    const marked = page.locator('section.slide:has(.mark-foot)')
    expect(await marked.evaluateAll((all) => all.map(({ id }) => id))).toEqual(['decision-1'])
    expect(await page.locator('.mark-foot').textContent()).toBe('Challenged by readers')
  })

  it('names nobody', async () => {
    expect(await page.content()).not.toContain('a-name-of-a-person')
  })

  it('shows on the cards, in the trace, and among the weakest links', async () => {
    expect(await page.locator('#card-decision-1 .card-challenges').textContent()).toBe(
      '2 challenges, 1 answered',
    )
    await page.goto(`${site.url}trace/`)
    expect(await page.locator('.register-challenged').count()).toBe(1)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'challenged, unanswered' }).click()
    await expect.poll(() => page.url()).toBe(`${site.url}#decision-1`)
    await page.goto(`${site.url}trace/weakest/`)
    expect(await page.locator('.weak-reason').allTextContents()).toContainEqual(
      expect.stringContaining('a reader has challenged it without an answer'),
    )
  })
})
