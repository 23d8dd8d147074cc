/** A browser page with Mermaid and the font of a theme in it, and what is drawn there. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { type DiagramColumn, DRAWING_ID, type Drawn, SLIDE_ROOM } from '../../core/diagram/index.ts'
import {
  BOXES,
  type BoxWidth,
  boxRoom,
  IN_COLUMNS,
  widthComment,
} from '../../core/diagram/mermaid.ts'
import { columns } from '../../core/diagram/shape.ts'
import { builtInKinds } from '../../core/model/kinds.ts'
import type { ThemeName } from '../../core/model/themes.ts'
import { emojiIn } from '../../core/text/emoji.ts'
import { againIfBrowserEnded, inTime, isBrowserEnded, type Job, JobError } from '../browser/job.ts'
import { packageFile } from '../paths/packages.ts'
import { EMOJI_FAMILY, emojiFont } from '../theme/emoji.ts'
import { readTheme } from '../theme/index.ts'
import { arrange, type MeasuredDiagram } from './arrange.ts'
import type { MeasuredBox } from './box.ts'
import { c4AsFlowchart } from './c4.ts'
import { roomFor } from './charts.ts'
import { asFailure } from './failure.ts'
import { authorLook, caseLook, FONT, FONTS, isOfTheme } from './look.ts'
import { svgElement } from './svg.ts'

/** The most that one may take, seconds: a diagram of an author, which counts as broken then, and one of the case. */
const LONGEST = { author: 20, case: 180 } as const

const OPENING: Job = { what: 'opening a page to draw diagrams', seconds: 180 }

/** A drawing, or what became of it. */
interface Drawing {
  readonly drawn: Drawn
  /** True where it took too long or the browser was lost, which may be the machine's fault. */
  readonly late: boolean
}

/** Draws one text at a time. What Mermaid can't draw is a value, not an exception. */
export interface MermaidPage {
  readonly draw: (text: string) => Promise<Drawing>
  readonly close: () => Promise<void>
}

/**
 * A page that can draw, opened when something is first drawn, and anew where it was lost. It never
 * reaches any network.
 * @param start The browser, a new one if that was lost.
 */
export function mermaidPage(start: () => Promise<Browser>, theme: ThemeName): MermaidPage {
  let page: Promise<Page> | undefined
  const close = async (): Promise<void> => {
    const opened = page
    page = undefined
    // One that is lost cannot be closed, nor one that did not open.
    await opened?.then((known) => known.context().close()).catch(() => undefined)
  }
  const open = (): Promise<Page> => {
    page ??= start().then((browser) => openPage(browser, theme))
    return inTime(OPENING, page)
  }
  const drawOnce = async (text: string): Promise<Drawn> => {
    try {
      return await drawIn(await open(), text)
    } catch (error) {
      // It may still be drawing, and would keep the next ones waiting.
      await close()
      throw error
    }
  }
  return {
    close,
    draw: async (text) => {
      try {
        return { drawn: await againIfBrowserEnded(jobOf(text), () => drawOnce(text)), late: false }
      } catch (error) {
        // What the tool itself draws cannot be mended in the case, and nobody would see that it lacks.
        if (!(error instanceof JobError) || isLikeOurs(text)) throw error
        return { drawn: asFailure(new Error(error.why), text), late: true }
      }
    },
  }
}

function jobOf(text: string): Job {
  if (!isLikeOurs(text)) return { what: 'drawing a diagram', seconds: LONGEST.author }
  const title = RE_TITLE.exec(text)?.[1]
  return { what: `drawing the diagram ${title ?? 'of the case'}`, seconds: LONGEST.case }
}

/** Begins as a diagram of the case does. */
function isLikeOurs(text: string): boolean {
  return text.startsWith(`flowchart LR\n${IN_COLUMNS}\n`)
}

// Matches "accTitle: What decision 3 rests on".
const RE_TITLE = /^accTitle: (.+)$/m

/** Names no machine (RFC 6761). Every request is answered from here, or not at all. */
const ORIGIN = 'https://mermaid.invalid'

/** The date of today in all drawings, so that they are the same on any day. */
const ANY_DAY = new Date('2000-01-01T00:00:00Z')

async function openPage(browser: Browser, theme: ThemeName): Promise<Page> {
  const scripts = join(import.meta.dirname, 'in-page')
  const faces = fontFaces(theme) + emojiFont.faces('/emoji.woff2')
  const style = `<style>${faces}body{font-family:${FONTS}}</style>`
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' })
  await context.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url())
    if (origin !== ORIGIN) return route.abort()
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: style })
    if (pathname === '/emoji.woff2') return route.fulfill({ path: emojiFont.file() })
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

/** @throws where the page is lost, and JobError where it takes too long. */
async function drawIn(page: Page, text: string): Promise<Drawn> {
  // Their widths are measured.
  const emoji = emojiIn(text).join('')
  if (emoji !== '')
    await page.evaluate(([font, letters]) => document.fonts.load(`22px '${font}'`, letters), [
      EMOJI_FAMILY,
      emoji,
    ] as const)
  try {
    return await inTime(jobOf(text), drawText(page, text))
  } catch (error) {
    if (isBrowserEnded(error) || error instanceof JobError) throw error
    return asFailure(error, text)
  }
}

async function drawText(page: Page, text: string): Promise<Drawn> {
  const ofTheCase = isLikeOurs(text) ? await readOfTheCase(page, text) : undefined
  return ofTheCase ? { ok: true, ...arrange(ofTheCase) } : drawOfAnAuthor(page, text)
}

/** A diagram of the case, as Mermaid reads it; undefined where an author has written more into one. */
async function readOfTheCase(page: Page, text: string): Promise<MeasuredDiagram | undefined> {
  const widths = Object.keys(BOXES) as readonly BoxWidth[] // the keys of the table itself
  const width = widths.find((one) => text.includes(`\n${widthComment(one)}\n`)) ?? 'usual'
  const rooms = Object.fromEntries(columns.map((column) => [column, boxRoom(width, column).wrap]))
  const { isPlain, ...read } = await page.evaluate<ReadColumns, [string, object, object]>(
    ([source, config, rooms]) => globalThis.readColumns(source, config, rooms),
    [text, caseLook, rooms],
  )
  const boxes = read.boxes.flatMap(({ classes, column, ...box }) => {
    const kind = classes.find(isLook)
    return kind && column ? [{ ...box, kind, column }] : []
  })
  const isOurs = isPlain && boxes.length > 0 && boxes.length === read.boxes.length
  return isOurs ? { ...read, boxes, gap: BOXES[width].gap, isBelow: width === 'below' } : undefined
}

function isLook(name: string): name is MeasuredBox['kind'] {
  return name === 'gap' || [...builtInKinds.keys()].some((kind) => kind === name)
}

async function drawOfAnAuthor(page: Page, text: string): Promise<Drawn> {
  const { labelSize, parts, one, overlap, ...whole } = await page.evaluate<
    Stripped,
    [string, object, Setting]
  >(
    ([source, config, set]) => globalThis.stripDrawing(source, config, set),
    [
      c4AsFlowchart(text),
      { ...authorLook, ...roomFor(text) },
      { id: DRAWING_ID, slide: SLIDE_ROOM },
    ],
  )
  const theme = isOfTheme(whole.inner) ? 'theme-colours' : 'own-colours'
  const pictureOf = (one: Picture) => {
    const frame = { ...one, linked: one.inner.includes('<a ') }
    const svg = svgElement({ ...frame, classes: `drawing ${theme}` })
    return { svg, width: one.width, height: one.height }
  }
  const split = parts.length > 0 ? { parts: parts.map(pictureOf) } : {}
  return {
    ...{ ok: true, ...pictureOf(whole), labelSize, ...split },
    ...(one && { one: pictureOf(one) }),
    ...(overlap && { overlap }),
  }
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
  readonly overlap?: readonly [string, string]
  /** `[]` where it fits a slide, or can't be cut. */
  readonly parts: readonly Picture[]
  readonly one?: Picture
}

/** What the page has read and measured. */
interface ReadColumns extends Pick<MeasuredDiagram, 'title' | 'description' | 'edges'> {
  readonly isPlain: boolean
  readonly boxes: readonly ReadBox[]
}

interface ReadBox extends Pick<MeasuredBox, 'name' | 'href' | 'lines' | 'textWidth'> {
  readonly classes: readonly string[]
  readonly column?: DiagramColumn
}

declare global {
  /** Set by the files of `in-page`, in the browser only. */
  var readColumns: (text: string, config: object, rooms: object) => Promise<ReadColumns>
  var stripDrawing: (text: string, config: object, set: Setting) => Promise<Stripped>
}

/** The font faces of a theme, all under one name. */
export function fontFaces(theme: ThemeName, name = FONT): string {
  return readTheme(theme)
    .faces.map(({ file, weights, range }) => {
      const source = `url(data:font/woff2;base64,${readFileSync(file).toString('base64')})`
      const letters = range === undefined ? '' : `unicode-range:${range};`
      return `@font-face{font-family:'${name}';src:${source} format('woff2');font-weight:${weights.join(' ')};${letters}}`
    })
    .join('')
}
