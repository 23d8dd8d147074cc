/** A browser page with Mermaid and the font of a theme in it, and what is drawn there. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { DRAWING_ID, type Drawn, SLIDE_ROOM } from '../../core/diagram/index.ts'
import { IN_COLUMNS, unescapeText } from '../../core/diagram/mermaid.ts'
import type { ThemeName } from '../../core/model/themes.ts'
import { packageFile } from '../paths/packages.ts'
import { readTheme } from '../theme/index.ts'
import { arrange, type Traced } from './arrange.ts'
import { asFailure } from './failure.ts'
import { authorLook, caseLook, FONT, isOfTheme } from './look.ts'
import { svgElement } from './svg.ts'

/** After so many ms, a diagram counts as one that does not draw. */
const PATIENCE = 20_000

/** A drawing, or what became of it. */
export interface Drawing {
  readonly drawn: Drawn
  /** True where it took too long, which may be the machine's fault. */
  readonly late: boolean
}

/** Draws one text at a time. What Mermaid can't draw is a value, not an exception. */
export interface MermaidPage {
  readonly draw: (text: string) => Promise<Drawing>
  /** False once its page is lost. */
  readonly isOpen: () => boolean
  readonly close: () => Promise<void>
}

/** Opens a page that can draw. It never reaches any network. */
export async function openMermaidPage(browser: Browser, theme: ThemeName): Promise<MermaidPage> {
  let page = await openPage(browser, theme)
  const close = () => page.context().close()
  return {
    close,
    isOpen: () => !page.isClosed() && browser.isConnected(),
    draw: async (text) => {
      const drawing = await drawIn(page, text)
      // It may still be drawing, and would keep the next ones waiting.
      if (drawing.late) {
        await close()
        page = await openPage(browser, theme)
      }
      return drawing
    },
  }
}

/** Names no machine (RFC 6761). Every request is answered from here, or not at all. */
const ORIGIN = 'https://mermaid.invalid'

/** The date of today in all drawings, so that they are the same on any day. */
const ANY_DAY = new Date('2000-01-01T00:00:00Z')

async function openPage(browser: Browser, theme: ThemeName): Promise<Page> {
  const scripts = join(import.meta.dirname, 'in-page')
  const style = `<style>${fontFaces(theme)}body{font-family:'${FONT}'}</style>`
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' })
  await context.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url())
    if (origin !== ORIGIN) return route.abort()
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: style })
    return route.fulfill({ contentType: 'text/javascript', path: join(scripts, pathname) })
  })
  await context.clock.setFixedTime(ANY_DAY)
  const page = await context.newPage()
  await page.goto(ORIGIN)
  await page.evaluate((font) => document.fonts.load(`22px '${font}'`), FONT)
  await page.addScriptTag({ path: join(dirname(packageFile('mermaid')), 'dist', 'mermaid.min.js') })
  await page.addScriptTag({ url: '/index.mjs', type: 'module' })
  await page.waitForFunction(() => 'stripDrawing' in globalThis)
  return page
}

async function drawIn(page: Page, text: string): Promise<Drawing> {
  const drawing = isOfTheCase(text) ? drawOfTheCase(page, text) : drawOfAnAuthor(page, text)
  const late = Promise.withResolvers<Drawing>()
  const timer = setTimeout(
    () => late.resolve({ drawn: asFailure(new Error('It took too long'), text), late: true }),
    PATIENCE,
  )
  try {
    return await Promise.race([drawing.then((drawn) => ({ drawn, late: false })), late.promise])
  } catch (error) {
    return { drawn: asFailure(error, text), late: false }
  } finally {
    clearTimeout(timer)
  }
}

function isOfTheCase(text: string): boolean {
  return text.includes(`\n${IN_COLUMNS}\n`)
}

async function drawOfTheCase(page: Page, text: string): Promise<Drawn> {
  const traced = await page.evaluate<Traced, [string, object]>(
    ([source, config]) => globalThis.traceDrawing(source, config),
    [text, caseLook],
  )
  return {
    ok: true,
    ...arrange({
      ...traced,
      title: unescapeText(traced.title),
      description: unescapeText(traced.description),
      nodes: traced.nodes.map((node) => ({ ...node, lines: node.lines.map(unescapeText) })),
    }),
  }
}

async function drawOfAnAuthor(page: Page, text: string): Promise<Drawn> {
  const { labelSize, parts, ...whole } = await page.evaluate<Stripped, [string, object, Setting]>(
    ([source, config, set]) => globalThis.stripDrawing(source, config, set),
    [text, authorLook, { id: DRAWING_ID, slide: SLIDE_ROOM }],
  )
  const theme = isOfTheme(whole.inner) ? 'theme-colours' : 'own-colours'
  const pictureOf = (one: Picture) => {
    const frame = { ...one, linked: one.inner.includes('<a ') }
    const svg = svgElement({ ...frame, classes: `drawing ${theme}` })
    return { svg, width: one.width, height: one.height }
  }
  const split = parts.length > 1 ? { parts: parts.map(pictureOf) } : {}
  return { ok: true, ...pictureOf(whole), labelSize, ...split }
}

interface Setting {
  readonly id: string
  readonly slide: typeof SLIDE_ROOM
}

interface Picture {
  readonly inner: string
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  readonly viewBox: string
  readonly looks: readonly (readonly [string, string])[]
}

interface Stripped extends Picture {
  readonly labelSize: number
  /** `[]` where it fits a slide, or can't be cut. */
  readonly parts: readonly Picture[]
}

declare global {
  /** Set by the files of `in-page`, in the browser only. */
  var traceDrawing: (text: string, config: object) => Promise<Traced>
  var stripDrawing: (text: string, config: object, set: Setting) => Promise<Stripped>
}

/** Those of a theme, all under one name. */
export function fontFaces(theme: ThemeName, name = FONT): string {
  return readTheme(theme)
    .faces.map(({ file, weights, range }) => {
      const source = `url(data:font/woff2;base64,${readFileSync(file).toString('base64')})`
      const letters = range === undefined ? '' : `unicode-range:${range};`
      return `@font-face{font-family:'${name}';src:${source} format('woff2');font-weight:${weights.join(' ')};${letters}}`
    })
    .join('')
}
