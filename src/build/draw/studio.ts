/** A browser page with Mermaid and the travelling font in it, and what is drawn there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { DRAWING_ID, type Drawn } from '../../core/diagram/index.ts'
import { IN_COLUMNS, unescapeText } from '../../core/diagram/mermaid.ts'
import { arrange, type Traced } from './arrange.ts'
import { projectFolder } from './cache.ts'
import { asFailure } from './failure.ts'
import { authorLook, caseLook, FONT, isOfTheme } from './look.ts'
import { svgElement } from './svg.ts'

/** After this an author's diagram counts as one that does not draw, ms. */
const PATIENCE = 20_000

/** Opens a page that can draw. It never reaches any network. */
export async function openStudio(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ offline: true })
  const page = await context.newPage()
  const modules = join(projectFolder(), 'node_modules')
  await page.setContent(`<style>${fontFaces(modules)}body{font-family:'${FONT}'}</style>`)
  await page.evaluate((font) => document.fonts.load(`22px '${font}'`), FONT)
  await page.addScriptTag({ path: join(modules, 'mermaid', 'dist', 'mermaid.min.js') })
  await page.addScriptTag({ content: readFileSync(inPage(), 'utf8'), type: 'module' })
  await page.waitForFunction(() => 'stripDrawing' in globalThis)
  return page
}

/** Draws one text. What Mermaid can't draw is a value, not an exception. */
export async function drawIn(page: Page, text: string): Promise<Drawn> {
  const drawing = isOfTheCase(text) ? drawOfTheCase(page, text) : drawOfAnAuthor(page, text)
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('It took too long.')), PATIENCE)
  try {
    return await Promise.race([drawing, late.promise])
  } catch (error) {
    return asFailure(error, text)
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
  const { width, height, labelSize, ...stripped } = await page.evaluate<
    Stripped,
    [string, object, string]
  >(
    ([source, config, id]) => globalThis.stripDrawing(source, config, id),
    [text, authorLook, DRAWING_ID],
  )
  const theme = isOfTheme(stripped.inner) ? 'theme-colours' : 'own-colours'
  const frame = { ...stripped, width, height, linked: stripped.inner.includes('<a ') }
  const svg = svgElement({ ...frame, classes: `drawing ${theme}` })
  return { ok: true, svg, width, height, labelSize }
}

interface Stripped {
  readonly inner: string
  readonly width: number
  readonly height: number
  readonly labelSize: number
  readonly title: string
  readonly description: string
  readonly viewBox: string
  readonly looks: readonly (readonly [string, string])[]
}

declare global {
  /** Set by `in-page.mjs`, in the browser only. */
  var traceDrawing: (text: string, config: object) => Promise<Traced>
  var stripDrawing: (text: string, config: object, id: string) => Promise<Stripped>
}

function inPage(): string {
  return join(projectFolder(), 'src', 'build', 'draw', 'in-page.mjs')
}

function fontFaces(modules: string): string {
  const files = join(modules, '@fontsource-variable', 'atkinson-hyperlegible-next', 'files')
  return ['latin-ext', 'latin']
    .map((subset) => {
      const file = join(files, `atkinson-hyperlegible-next-${subset}-wght-normal.woff2`)
      const source = `url(data:font/woff2;base64,${readFileSync(file).toString('base64')})`
      const range = subset === 'latin-ext' ? 'unicode-range:U+0100-02FF,U+1E00-1EFF;' : ''
      return `@font-face{font-family:'${FONT}';src:${source} format('woff2');font-weight:200 800;${range}}`
    })
    .join('')
}
