/** `present --room`: phones follow and steer, and nothing that is private leaves the presenters. */
import { type ChildProcess, spawn } from 'node:child_process'
import { appendFile, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fragmentOf, presentersFragmentOf } from '../../src/core/room/address.ts'
import { newRoom } from '../../src/node/room/index.ts'
import { openBrokerOfOthers } from '../node/room/broker-of-others.ts'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { openSite, sharedBrowser } from './site.ts'

const CASE = 'tests/fixtures/private'
/** In every private note of that case. */
const SECRET = /kestrel/i
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

let parent: string
let command: ChildProcess
let said = ''
const contexts: BrowserContext[] = []

const kase = () => join(parent, 'slides')
/** What the file of questions has. */
async function questions(): Promise<readonly Record<string, unknown>[]> {
  const files = await readdir(join(kase(), 'feedback'))
  const file = files.find((name) => name.endsWith('.yaml')) ?? ''
  return parse(await readFile(join(kase(), 'feedback', file), 'utf8'))
}

/** An address that the command has printed, as this machine reaches it without a network too. */
function addressOf(name: string): string {
  const [, address = ''] = new RegExp(`^${name} +(http://\\S+)$`, 'm').exec(said) ?? []
  return address
}

async function open(address: string, options: object = {}): Promise<Page> {
  const context = await (await sharedBrowser()).newContext({ reducedMotion: 'reduce', ...options })
  contexts.push(context)
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  await page.goto(address)
  return page
}

const shown = (page: Page) =>
  page.evaluate(() => document.querySelector('.slide.present:not(.stack)')?.id)
const isShown = (page: Page, slide: string) => expect.poll(() => shown(page)).toBe(slide)
const bar = (page: Page) => page.locator('.room-bar > p').first()
const saysBar = (page: Page, words: string) => bar(page).filter({ hasText: words }).waitFor()
const saysList = (page: Page, words: string) =>
  page.locator('.question-list').filter({ hasText: words }).waitFor()
const saysRoom = (page: Page, words: string) =>
  page.locator('.room-panel > [role="status"]').filter({ hasText: words }).waitFor()

/** Where the page of a presenter says that the deck is. */
const slideOf = (page: Page) =>
  page.evaluate(() => document.querySelector('[data-screen="now"] > *')?.id)

/** Many who follow, each in a window of its own, and each keeps the slides that it came to. */
async function crowd(count: number) {
  const context = await (await sharedBrowser()).newContext({ reducedMotion: 'reduce' })
  contexts.push(context)
  await context.addInitScript(() => {
    const path: string[] = []
    Object.assign(globalThis, { path })
    document.addEventListener(
      'slidechanged',
      () => {
        const { id } = document.querySelector('.slide.present:not(.stack)') ?? {}
        if (id && path.at(-1) !== id) path.push(id)
      },
      true,
    )
  })
  const pages = await Promise.all(
    Array.from({ length: count }, async () => {
      const page = await context.newPage()
      await page.goto(addressOf('Audience'))
      return page
    }),
  )
  return {
    context,
    areAt: (slide: string) => Promise.all(pages.map((page) => isShown(page, slide))),
    paths: () =>
      Promise.all(
        pages.map((page) =>
          page.evaluate(() => (globalThis as unknown as { path: string[] }).path),
        ),
      ),
  }
}

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'room-'))
  const out = join(parent, 'private')
  // What is asked is written into the case.
  await cp(CASE, kase(), { recursive: true })
  await appendFile(join(kase(), 'case.yaml'), 'address: https://example.org/bookings\n')
  const args = ['src/cli/index.ts', 'present', '--room', '--case', kase(), '--out', out]
  command = spawn(process.execPath, [...args, '--no-open', '--port', '4730'])
  await new Promise<void>((resolve, reject) => {
    command.stdout?.on('data', (words) => {
      said += words
      if (said.includes('Ctrl+C stops it.')) resolve()
    })
    command.stderr?.on('data', (words) => {
      said += words
    })
    command.on('exit', () => reject(new Error(said)))
  })
})
afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  command?.kill('SIGINT')
  await rm(parent, { recursive: true, force: true })
})

describe('the room', () => {
  let deck: Page
  let speaker: Page
  let wide: Page
  let narrow: Page
  let remote: Page
  /** Whatever came to those who follow. */
  const heard: string[] = []

  const listen = (page: Page): void => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => heard.push(payload.toString())),
    )
  }

  it('is joined by an address, and those who come are where the deck is', async () => {
    deck = await open(addressOf('Deck'))
    await isShown(deck, 'title')
    await deck.keyboard.press('ArrowRight')
    await isShown(deck, 'why-now')
    expect(new URL(deck.url()).hash).toBe('#/why-now')
    wide = await open('about:blank')
    listen(wide)
    await wide.goto(addressOf('Audience'))
    await isShown(wide, 'why-now')
    narrow = await open(addressOf('Audience'), { ...PHONE, colorScheme: 'dark' })
    await saysBar(narrow, 'You follow the presenter.')
    await expect.poll(() => narrow.evaluate(() => document.activeElement?.id)).toBe('why-now')
    await deck.keyboard.press('ArrowRight')
    await isShown(wide, 'in-our-own-way')
    await expect
      .poll(() => narrow.evaluate(() => document.activeElement?.id))
      .toBe('in-our-own-way')
  })

  it('shows steps as they come, and a black screen', async () => {
    const steps = () => wide.locator('.slide.present .fragment.visible').count()
    expect(await steps()).toBe(0)
    await deck.keyboard.press('ArrowRight')
    await expect.poll(steps).toBe(1)
    await deck.keyboard.press('b')
    await wide.locator('.room-black').waitFor()
    await deck.keyboard.press('b')
    await wide.locator('.room-black').waitFor({ state: 'hidden' })
  })

  it('lets one look back, and catch up', async () => {
    // First the step goes, then the slide.
    await wide.keyboard.press('ArrowLeft')
    await wide.keyboard.press('ArrowLeft')
    await saysBar(wide, 'You look around on your own.')
    await deck.keyboard.press('ArrowRight')
    await isShown(deck, 'chapter-key-decisions')
    await isShown(wide, 'why-now')
    await wide.getByRole('button', { name: 'Catch up' }).click()
    await isShown(wide, 'chapter-key-decisions')
    await saysBar(wide, 'You follow the presenter.')
  })

  it('is shown as a code by a key of the deck', async () => {
    await deck.keyboard.press('q')
    const dialog = deck.getByRole('dialog', { name: 'Follow on your own device' })
    await dialog.getByRole('img', { name: 'QR code that opens the room' }).waitFor()
    expect(await dialog.getByRole('link').getAttribute('href')).toBe(addressOf('Audience'))
    await deck.keyboard.press('Escape')
  })

  it('is steered from a phone after a yes in the speaker view, and by the deck again', async () => {
    speaker = await deck.context().newPage()
    await speaker.goto(addressOf('Speaker'))
    await saysRoom(speaker, 'The room follows.')
    remote = await open(addressOf('Presenter'), PHONE)
    await saysRoom(remote, 'Another device steers.')
    await expect
      .poll(() => remote.locator('[data-place="title"]').textContent())
      .toBe('Key decisions')
    await remote.getByRole('button', { name: 'Ask to steer' }).click()
    await speaker.getByText('Another presenter asks to steer.').waitFor()
    await speaker.getByRole('button', { name: 'Yes' }).click()
    await saysRoom(remote, 'You steer the room.')
    await remote.getByRole('button', { name: 'Previous' }).click()
    for (const page of [deck, wide]) await isShown(page, 'in-our-own-way')
    await expect.poll(() => wide.locator('.slide.present .fragment.visible').count()).toBe(1)
    await remote.getByRole('button', { name: 'Previous' }).click()
    await expect.poll(() => deck.locator('.slide.present .fragment.visible').count()).toBe(0)
    await remote.getByRole('button', { name: 'Black' }).click()
    await deck.locator('dialog.black[open]').waitFor()
    await remote.locator('.room-tools [aria-pressed="true"]').waitFor()
    expect(await faultsOf(remote)).toEqual([])
    await remote.getByRole('button', { name: 'Next' }).click()
    await deck.locator('dialog.black:not([open])').waitFor({ state: 'attached' })
    await deck.bringToFront()
    await deck.keyboard.press('ArrowRight')
    await isShown(wide, 'chapter-key-decisions')
    await saysRoom(remote, 'Another device steers.')
    await remote.getByRole('button', { name: 'Take over' }).click()
    await saysRoom(remote, 'You steer the room.')
    await isShown(deck, 'chapter-key-decisions')
  })

  it('shows what the phone of a presenter points at', async () => {
    const box = await remote.locator('.speaker-now').boundingBox()
    expect(box).not.toBeNull()
    if (!box) return
    await remote.mouse.move(box.x + box.width / 4, box.y + box.height / 2)
    await remote.mouse.down()
    await wide.locator('.room-dot').waitFor()
    await remote.mouse.up()
    await wide.locator('.room-dot').waitFor({ state: 'hidden' })
  })

  it('shows what presenters draw, to those who come late too, until it is erased', async () => {
    const strokes = (page: Page) => page.locator('.slide.present > .ink path, .ink-panel path')
    const see = (count: number, ...pages: readonly Page[]) =>
      Promise.all(pages.map((page) => expect.poll(() => strokes(page).count()).toBe(count)))
    const draw = async (page: Page, x: number, y: number) => {
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 60, y + 10, { steps: 4 })
      await page.mouse.move(x + 120, y, { steps: 4 })
      await page.mouse.up()
    }
    await deck.bringToFront()
    await deck.keyboard.press('d')
    await deck.locator('.pen-tools').waitFor()
    await draw(deck, 300, 300)
    await see(1, deck, wide, narrow)
    const shapeOf = (page: Page) => strokes(page).first().getAttribute('d')
    await expect.poll(() => shapeOf(wide)).toBe(await shapeOf(deck))
    // A phone that presents draws too, and points no more while it does.
    await remote.getByRole('button', { name: 'Draw', exact: true }).first().click()
    const box = await remote.locator('.speaker-now').boundingBox()
    await draw(remote, (box?.x ?? 0) + 20, (box?.y ?? 0) + 100)
    await see(2, deck, wide, narrow)
    expect(await wide.locator('.room-dot').isVisible()).toBe(false)
    await expect.poll(() => speaker.locator('.speaker-now .ink path').count()).toBe(2)
    const late = await open(addressOf('Audience'))
    await see(2, late)
    expect(await faultsOf(remote)).toEqual([])
    expect(await faultsOf(narrow)).toEqual([])
    await deck.reload()
    await see(2, deck)
    await deck.keyboard.press('d')
    await deck.getByRole('button', { name: 'Erase' }).click()
    await draw(deck, 300, 300)
    await see(1, deck, wide, narrow, late)
    await deck.getByRole('button', { name: 'Keep …' }).click()
    await deck.getByText('It is for the team: nothing publishes it.').waitFor()
    await deck.getByRole('button', { name: 'Keep a copy' }).click()
    const status = deck.getByRole('status').filter({ hasText: 'Kept: 1 slide, in ' })
    const file = (await status.textContent())?.replace('Kept: 1 slide, in ', '') ?? ''
    const copy = await readFile(join(kase(), file), 'utf8')
    expect(copy).toContain('>decisions</text>')
    expect(copy.match(/<path /g)).toHaveLength(1)
    await deck.keyboard.press('Escape')
    await deck.getByRole('button', { name: 'Clear slide' }).click()
    await see(0, deck, wide, narrow, late)
    await deck.getByRole('button', { name: 'Done' }).click()
    await remote.getByRole('button', { name: 'Done' }).click()
    await late.context().close()
  })

  it('takes questions from phones, keeps them in the case, and tells nobody who asks', async () => {
    await narrow.getByRole('button', { name: 'Ask', exact: true }).click()
    const dialog = narrow.getByRole('dialog', { name: 'Ask a question' })
    await dialog.getByText('What is kept: your words').waitFor()
    expect(await faultsOf(narrow)).toEqual([])
    await dialog.getByLabel('Your question').fill('What about <img src=x onerror=alert(1)>?')
    await dialog.getByLabel('Your name, if you like').fill('Ann Canary')
    await dialog.getByRole('button', { name: 'Send' }).click()
    await dialog.getByRole('status').filter({ hasText: 'Kept: who presents has it.' }).waitFor()
    // It is on the disk when the phone says so.
    expect(await questions()).toMatchObject([
      { title: 'What about <img src=x onerror=alert(1)>?', name: 'Ann Canary', confidential: true },
    ])
    await dialog.getByRole('button', { name: 'Close' }).click()
    await wide.getByRole('button', { name: 'Ask', exact: true }).click()
    await wide.getByRole('button', { name: 'Me too: What about' }).click()
    await wide.getByRole('button', { name: 'Close' }).click()
    await expect.poll(async () => (await questions())[0]?.same).toBe(1)
    await saysList(speaker, 'One more asks this')
    await saysList(remote, 'One more asks this')
    expect(await speaker.locator('.question-list').textContent()).toContain('Ann Canary')
  })

  it('keeps what a presenter writes down inside, and shows what a question is about by one key', async () => {
    await deck.bringToFront()
    await deck.keyboard.press('n')
    await deck.getByLabel('What was asked').fill('Does the kestrel pay?')
    await deck.keyboard.press('Enter')
    await saysList(speaker, 'Does the kestrel pay?')
    // On a phone there is no key.
    await remote.getByRole('button', { name: 'Keep a question' }).tap()
    await remote.getByLabel('What was asked').waitFor()
    expect(await faultsOf(remote)).toEqual([])
    await remote.getByRole('button', { name: 'Close' }).tap()
    await speaker.bringToFront()
    await speaker.keyboard.press('End')
    await isShown(deck, 'ask')
    await speaker.keyboard.press('1')
    await isShown(deck, 'chapter-key-decisions')
    await speaker.keyboard.press('Backspace')
    await isShown(deck, 'ask')
    await speaker.keyboard.press('2')
    await isShown(deck, 'chapter-key-decisions')
  })

  it('lets presenters say what becomes of a question', async () => {
    const first = remote.locator('.question-list > li').first()
    await first.getByRole('button', { name: 'Take away' }).click()
    await first.getByLabel('Who answers it').fill('Bo')
    await first.getByLabel('Until').fill('2030-03-04')
    await first.locator('form button').click()
    await saysList(speaker, 'Taken away by Bo until 2030-03-04')
    expect(await questions()).toMatchObject([
      { next: 'taken away', owner: 'Bo', due: '2030-03-04' },
      {},
    ])
    await narrow.getByRole('button', { name: 'Ask', exact: true }).click()
    await narrow.getByText('Taken away: the team answers later.').first().waitFor()
    await narrow.getByRole('button', { name: 'Close' }).click()
    expect(heard.join('\n')).toContain('onerror=alert(1)')
    expect(heard.join('\n')).not.toMatch(/Canary|Bo"|2030/)
  })

  it('says when the talk begins', async () => {
    await remote.getByLabel('When it begins').selectOption('in 5 min')
    await bar(narrow)
      .filter({ hasText: /4:5[0-7]/ })
      .waitFor()
    // Who comes later counts from what was said a moment ago.
    const late = await open(addressOf('Audience'))
    await saysBar(late, 'It begins in')
    const [first = 0, second = 0] = await Promise.all(
      [narrow, late].map(async (page) =>
        Number(/4:(\d\d)/.exec((await bar(page).textContent()) ?? '')?.[1]),
      ),
    )
    expect(Math.abs(first - second)).toBeLessThanOrEqual(2)
    await late.context().close()
    await remote.getByLabel('When it begins').selectOption('now')
    await saysBar(narrow, 'You follow the presenter.')
  })

  it('finds its place again when a page loads again', async () => {
    await narrow.reload()
    await expect
      .poll(() => narrow.evaluate(() => document.activeElement?.id))
      .toBe('chapter-key-decisions')
    await deck.reload()
    await isShown(deck, 'chapter-key-decisions')
  })

  it('has the slides alone, and says to those who follow a link where the rest is', async () => {
    await wide.bringToFront()
    await wide.locator('.slide.present a[href^="../#"]').first().click()
    await wide.getByRole('heading', { name: 'This page is not in the room' }).waitFor()
    const place = `https://example.org/bookings/${new URL(wide.url()).hash}`
    expect(place).toContain('#key-decisions')
    expect(await wide.getByRole('link', { name: 'https://' }).getAttribute('href')).toBe(place)
    expect(await faultsOf(wide)).toEqual([])
    await wide.getByRole('link', { name: 'Back to the slides' }).click()
    await saysBar(wide, 'You follow the presenter.')
    await isShown(wide, 'chapter-key-decisions')
    // Whoever sits at the machine has all of it.
    const own = await fetch(addressOf('Narrative'))
    expect([own.status, await own.text()]).toEqual([200, expect.stringContaining('Why now')])
  })

  it('brings twenty to each slide in order, whoever of two presenters steers, and one who comes late', async () => {
    const { context: own, ...followers } = await crowd(20)
    const other = await open(addressOf('Presenter'), PHONE)
    await saysRoom(other, 'Another device steers.')
    await other.getByRole('button', { name: 'Ask to steer' }).click()
    await speaker.bringToFront()
    await speaker.getByRole('button', { name: 'Yes' }).click()
    await saysRoom(other, 'You steer the room.')
    const first = (await shown(deck)) ?? ''
    await followers.areAt(first)
    // Faster than anybody follows.
    for (let step = 0; step < 4; step += 1)
      await other.getByRole('button', { name: 'Next' }).click()
    const last = (await slideOf(other)) ?? ''
    expect(last).not.toBe(first)
    await followers.areAt(last)
    await isShown(deck, last)
    const ids = await deck.evaluate(() =>
      [...document.querySelectorAll('.slides .slide:not(.stack)')].map(({ id }) => id),
    )
    for (const path of await followers.paths())
      expect(path.map((id) => ids.indexOf(id))).toEqual(
        path.map((id) => ids.indexOf(id)).toSorted((one, later) => one - later),
      )
    // Both at once: all are where the deck is, and one of them steers.
    await Promise.all([
      other.getByRole('button', { name: 'Previous' }).click(),
      remote.getByRole('button', { name: 'Take over' }).click(),
    ])
    await remote.getByRole('button', { name: 'Previous' }).click()
    await saysRoom(remote, 'You steer the room.')
    await saysRoom(other, 'Another device steers.')
    const late = await own.newPage()
    await late.goto(addressOf('Audience'))
    const there = (await slideOf(remote)) ?? ''
    await isShown(late, there)
    await isShown(deck, there)
    await followers.areAt(there)
    await Promise.all([own.close(), other.context().close()])
  })

  it('has buttons for thumbs on phones, and on a tablet that is held upright', async () => {
    const small = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('.room-bar, .speaker-desk')].flatMap((part) =>
          [...part.querySelectorAll('button:not(.cite-to), summary, select')].flatMap((one) => {
            const { width, height } = one.getBoundingClientRect()
            const isSmall = width > 0 && Math.min(width, height) < 43.9
            return isSmall ? [`${one.textContent}: ${width} × ${height} px`] : []
          }),
        ),
      )
    /** Buttons that stand alone in a row, or that their words are too long for. */
    const odd = (page: Page) =>
      page.evaluate(() =>
        ['.room-panel > .room-tools > *', '.speaker-timer > button', '.speaker-steps > *'].flatMap(
          (selector) => {
            const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(
              (one) => one.offsetWidth > 0,
            )
            const rows = Map.groupBy(all, (one) => Math.round(one.getBoundingClientRect().y))
            const alone = [...rows.values()].flatMap((row) => (row.length === 1 ? row : []))
            return [...alone, ...all.filter((one) => one.scrollWidth > one.clientWidth)].map(
              (one) => one.textContent,
            )
          },
        ),
      )
    expect(await small(narrow)).toEqual([])
    for (const size of [
      { width: 320, height: 640 },
      { width: 360, height: 640 },
      { width: 834, height: 1112 },
      PHONE.viewport,
    ]) {
      await remote.setViewportSize(size)
      expect(await small(remote)).toEqual([])
      expect(await odd(remote), `${size.width}`).toEqual([])
      const next = await remote.getByRole('button', { name: 'Next' }).boundingBox()
      expect(next?.y).toBeGreaterThan(size.height - 200)
    }
  })

  it('has notes right below the slide on a phone, and shows the code of presenters only when asked', async () => {
    const topOf = async (part: string) => (await remote.locator(part).boundingBox())?.y ?? 0
    const tops = await Promise.all(
      ['now', 'notes', 'after', 'questions', 'agenda'].map((part) => topOf(`.speaker-${part}`)),
    )
    expect(tops).toEqual(tops.toSorted((one, other) => one - other))
    await remote.getByRole('button', { name: 'Codes' }).click()
    const codes = remote.getByRole('dialog', { name: 'Ways into the room' })
    const code = codes.getByRole('img', { name: 'QR code for another presenter' })
    await codes.getByRole('img', { name: 'QR code for the audience' }).waitFor()
    expect(await code.isVisible()).toBe(false)
    await codes.getByText('Another presenter: who has this steers').click()
    await code.waitFor()
    expect(await faultsOf(remote)).toEqual([])
    await codes.getByRole('button', { name: 'Close' }).click()
  })

  it('has pages that pass axe', async () => {
    for (const page of [narrow, remote, speaker]) expect(await faultsOf(page)).toEqual([])
  })

  it('lets nothing private reach those who follow: by no page, no file and no message', async () => {
    const { origin } = new URL(addressOf('Audience'))
    const secretPath = new URL(addressOf('Presenter')).pathname.split('/')[1] ?? ''
    expect(secretPath).toMatch(/^[\da-f]{24}$/)
    const seen = new Set(['/', '/deck/', '/deck/speaker/', '/search.json', '/case.json', '/trace/'])
    for (const path of seen) {
      const response = await fetch(origin + path)
      const text = Buffer.from(await response.arrayBuffer()).toString('latin1')
      expect(text, path).not.toMatch(SECRET)
      expect(text, path).not.toContain(secretPath)
      if (!response.headers.get('content-type')?.match(/html|css|javascript/)) continue
      for (const [, link = ''] of text.matchAll(
        /["'(](?:\.\/)?(\/?[\w./-]+\.[a-z\d]{2,5})["')]/g,
      )) {
        const found = new URL(link, origin + path)
        if (found.origin === origin && seen.size < 500) seen.add(found.pathname)
      }
    }
    expect(seen.size).toBeGreaterThan(20)
    expect(heard.length).toBeGreaterThan(10)
    expect(heard.join('\n')).not.toMatch(SECRET)
    // A phone of a presenter has them, by its own path alone.
    expect(await (await fetch(addressOf('Presenter'))).text()).toMatch(SECRET)
    const [copy = ''] = (await readdir(join(kase(), 'feedback'))).filter((f) => f.endsWith('.svg'))
    expect(copy).toContain('-ink.svg')
    expect((await fetch(`${origin}/feedback/${copy}`)).status).toBe(404)
    expect([...seen].filter((path) => path.endsWith(copy))).toEqual([])
    const of = (path: string) =>
      fetch(`${origin}/${secretPath}/${path}`).then(({ status }) => status)
    expect([await of('deck/speaker/'), await of('case.json'), await of('')]).toEqual([
      200, 404, 404,
    ])
  })

  it('ends by a presenter: all are told what is kept, and its addresses lead nowhere', async () => {
    await speaker.bringToFront()
    await narrow.getByRole('button', { name: 'Ask', exact: true }).click()
    await speaker.getByRole('button', { name: 'End …' }).click()
    const ending = speaker.getByRole('dialog', { name: 'End the room' })
    await ending.getByText('2 questions are kept in feedback/').waitFor()
    expect(await faultsOf(speaker)).toEqual([])
    await ending.getByRole('button', { name: 'End the room' }).click()
    for (const page of [speaker, remote]) await saysRoom(page, 'The room has ended.')
    for (const page of [wide, narrow]) await saysBar(page, 'The room has ended. You can read on.')
    await narrow.getByText('The room has ended. It takes no more questions.').waitFor()
    await narrow.getByRole('button', { name: 'Close' }).click()
    expect(await narrow.getByRole('button', { name: 'Ask', exact: true }).isVisible()).toBe(false)
    await narrow.locator('.room-bar summary').click()
    await narrow.getByText('your browser keeps nothing of the room').waitFor()
    expect(await narrow.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([
      0, 0,
    ])
    const late = await open(addressOf('Audience'))
    await saysBar(late, 'The room has ended.')
    await isShown(late, 'title')
    expect((await fetch(addressOf('Presenter'))).status).toBe(404)
    await deck.bringToFront()
    await deck.keyboard.press('q')
    await deck.getByRole('dialog').getByText('The room has ended.').waitFor()
    await deck.keyboard.press('Escape')
    // What shows a code was never loaded here, and cannot be any more.
    await wide.bringToFront()
    await wide.context().setOffline(true)
    await wide.keyboard.press('q')
    await wide.getByRole('dialog').getByText('The room has ended.').waitFor()
    await wide.keyboard.press('Escape')
    await wide.context().setOffline(false)
    await wide.reload()
    await isShown(wide, (await shown(wide)) ?? '')
    expect(await wide.locator('.room-bar').count()).toBe(0)
  })

  it('loads nothing for a room where the address names none', async () => {
    const page = await open('about:blank')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    page.on('websocket', (socket) => asked.push(socket.url()))
    await page.goto(new URL('/deck/', addressOf('Audience')).href, { waitUntil: 'networkidle' })
    expect(asked.filter((path) => /room-|preload|ws:|\/pen\./.test(path))).toEqual([])
    expect(asked.length).toBeGreaterThan(1)
  })
})

it('lets a published deck ask the broker that the case names, no other page, and no file from disk', async () => {
  const built = await builtCase('tests/fixtures/films')
  const read = (page: string) => readFile(join(built, page), 'utf8')
  const policy = async (page: string) => /connect-src ([^;"]*)/.exec(await read(page))?.[1]
  const broker = "'self' wss://broker.example.org"
  const pages = ['deck/index.html', 'deck/speaker/index.html', 'index.html']
  expect(await Promise.all(pages.map(policy))).toEqual([broker, broker, "'self'"])
  const offline = await read('offline/deck.html')
  expect(offline).toContain("default-src 'none'")
  expect(offline).not.toContain('Catch up')
})

it('is followed where it is published, over a broker of others, by step and question', async () => {
  const [site, others] = [
    await openSite(await builtCase('tests/fixtures/films')),
    await openBrokerOfOthers(),
  ]
  const { room } = newRoom()
  /** A page of the published deck. The broker that its policy names is elsewhere: here another answers for it. */
  const come = async (path: string, fragment: string, options: object = {}) => {
    const page = await open('about:blank', options)
    await page.routeWebSocket('wss://broker.example.org/mqtt', (channel) => {
      const socket = new WebSocket(others.url, 'mqtt')
      socket.binaryType = 'arraybuffer'
      const isOpen = new Promise((done) => socket.addEventListener('open', done))
      channel.onMessage(
        (message) => void isOpen.then(() => socket.send(new Uint8Array(Buffer.from(message)))),
      )
      socket.addEventListener('message', ({ data }) => channel.send(Buffer.from(data)))
      channel.onClose(() => socket.close())
      socket.addEventListener('close', () => void channel.close())
    })
    await page.goto(`${site.url}${path}#${fragment}`)
    return page
  }
  const screen = await come('deck/', presentersFragmentOf(room))
  const desk = await come('deck/speaker/', presentersFragmentOf(room))
  const phone = await come('deck/', fragmentOf(room), PHONE)
  await saysBar(phone, 'You follow the presenter.')
  await screen.bringToFront()
  await screen.keyboard.press('ArrowRight')
  const slide = (await shown(screen)) ?? ''
  expect(slide).not.toBe('title')
  await expect.poll(() => slideOf(desk)).toBe(slide)
  // Anybody in the room may hear what is sent: nobody is asked for a name.
  await phone.getByRole('button', { name: 'Ask', exact: true }).tap()
  expect(await phone.getByLabel('Your name').count()).toBe(0)
  await phone.getByLabel('Your question').fill('What about <b>Scotland</b>?')
  await phone.getByRole('button', { name: 'Send' }).tap()
  await saysList(desk, 'What about <b>Scotland</b>?')
  // Only the browser of a presenter has it: no case, so the phone says nothing else.
  await phone.locator('.question-state').filter({ hasText: 'Sending' }).waitFor()
  // It is about what was shown.
  expect(await desk.locator('.question-list').textContent()).toContain(
    await screen.locator(`#${slide} h2`).first().textContent(),
  )
  await site.close()
  await others.close()
})
