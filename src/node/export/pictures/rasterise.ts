/** Rasterises pictures in the headless browser: vectors with colours of their own, and bitmaps. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import type { ThemeName } from '../../../core/model/themes.ts'
import { emojiIn } from '../../../core/text/emoji.ts'
import { doJob } from '../../browser/job.ts'
import { fontFaces } from '../../mermaid/mermaid-page.ts'
import { sources } from '../../paths/index.ts'
import { redrawSeen } from '../../pictures/redraw.ts'
import { EMOJI_FAMILY, emojiFont } from '../../theme/emoji.ts'
import { readTheme } from '../../theme/index.ts'
import { tableStyles } from '../../theme/kind-styles.ts'
import { fontsOf, type Ground } from '../palette.ts'
import { setHtmlWords } from './html-words.ts'
import { inlineLook } from './inline-look.ts'
import { placeText } from './place-text.ts'
import { shrink } from './shrink.ts'

/** What a picture is made from. */
export type Original =
  | { readonly svg: string }
  /** A media type that browsers show. */
  | { readonly type: string; readonly bytes: Uint8Array }

/** A picture as pixels, with its size. */
export interface Rasterised {
  /** For programs that show vectors. */
  readonly svg?: string
  /** For all others. */
  readonly bitmap: Uint8Array
  readonly extension: 'png' | 'jpeg' | 'gif'
  /** px at its intrinsic size. */
  readonly width: number
  readonly height: number
}

/** Bitmaps have so many pixels a px, so that they are sharp on a wall. */
const SCALE = 2

/** What office programs show as it is. */
const SHOWN_AS_IT_IS: Readonly<Record<string, Rasterised['extension']>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
}

/** The style sheets that give drawings their colours. */
const SHEETS = ['layers.css', 'marks.css', 'diagram.css']

/** A picture to make. */
interface PictureToRasterise {
  readonly original: Original
  /** Alternative text, by which its author knows it. */
  readonly alt: string
}

/** In which look, and for what. */
interface Look {
  readonly theme: ThemeName
  readonly on: Ground
}

/** The most that one picture may take, seconds. */
const LONGEST = 60

/**
 * Rasterises pictures in the look of a theme, in their order. Nothing is asked of any network.
 * @param start Asked for only where there are pictures to make.
 * @throws JobError for one that takes too long, or that no browser can take.
 */
export async function rasterise(
  start: () => Promise<Browser>,
  pictures: readonly PictureToRasterise[],
  look: Look,
): Promise<readonly Rasterised[]> {
  let page: Page | undefined
  // One that is lost cannot be closed.
  const close = () =>
    page
      ?.context()
      .close()
      .catch(() => undefined)
  const rasterised: Rasterised[] = []
  try {
    for (const { original, alt } of pictures) {
      const job = { what: `drawing the picture “${alt}”`, seconds: LONGEST }
      const made = await doJob(job, async () => {
        if (!page || page.isClosed() || isCrashed.has(page)) page = await openPage(await start())
        return rasteriseOne(page, original, look)
      })
      rasterised.push(made)
    }
    return rasterised
  } finally {
    await close()
  }
}

/** Pages that are lost although nobody closed them. */
const isCrashed = new WeakSet<Page>()

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    deviceScaleFactor: SCALE,
    javaScriptEnabled: true,
    colorScheme: 'light',
  })
  await context.route('**/*', (route) => route.abort())
  // Whoever asks says how long it may take.
  context.setDefaultTimeout(0)
  const page = await context.newPage()
  page.once('crash', () => isCrashed.add(page))
  return page
}

async function rasteriseOne(page: Page, original: Original, look: Look): Promise<Rasterised> {
  if ('svg' in original) {
    await page.setContent(
      `${headOf(look)}${await emojiStyle(original.svg)}<div id="sheet">${original.svg}</div>`,
    )
    await page.evaluate(() => document.fonts.ready)
    await page.evaluate(setHtmlWords)
    const size = await page.evaluate(inlineLook, fontsOfDrawings(look.theme))
    await page.evaluate(placeText)
    const svg = await page.evaluate(
      (drawing) => new XMLSerializer().serializeToString(document.querySelector(drawing) as Node),
      '#sheet > svg', // inlined just now, so it is there
    )
    return { ...size, svg, bitmap: await takeBitmap(page, 'svg'), extension: 'png' }
  }
  const { type } = original
  const bytes = await shrink(type, original.bytes)
  const source = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
  await page.setContent(`${headOf(look)}<div id="sheet"><img src="${source}"></div>`)
  const size = await page.evaluate(async () => {
    const image = document.querySelector('img')
    await image?.decode()
    return { width: image?.naturalWidth ?? 0, height: image?.naturalHeight ?? 0 }
  })
  const extension = SHOWN_AS_IT_IS[type]
  if (extension) return { ...size, bitmap: bytes, extension }
  return { ...size, bitmap: await takeBitmap(page, 'img'), extension: 'png' }
}

/** With what stands in, in programs that lack the theme's font. */
function fontsOfDrawings(theme: ThemeName): string {
  const { named, fallback, generic } = fontsOf(theme)
  return `'${named}', '${fallback}', '${EMOJI_FAMILY}', ${generic}`
}

/** With the emoji of a drawing. */
async function emojiStyle(svg: string): Promise<string> {
  const emoji = emojiIn(svg)
  if (emoji.length === 0) return ''
  const font = Buffer.from(await emojiFont.font(emoji)).toString('base64')
  return `<style>${emojiFont.faces(`data:font/woff2;base64,${font}`)}</style>`
}

/** As large as it is, whatever the window. */
async function takeBitmap(page: Page, selector: string): Promise<Uint8Array> {
  await page.evaluate(() => document.fonts.ready)
  const box = await page.locator(`#sheet > ${selector}`).boundingBox()
  if (!box) throw new Error('A picture without a size cannot be rasterised')
  const width = Math.ceil(box.width)
  const height = Math.ceil(box.height)
  await page.setViewportSize({ width, height })
  const drawn = await page.screenshot({
    clip: { x: 0, y: 0, width, height },
    omitBackground: true,
    animations: 'disabled',
  })
  // Faint edges have colours too.
  return (await redrawSeen(drawn, 'png')) ?? drawn
}

const heads = new Map<string, string>()

/** Style sheets and font, read once. */
function headOf({ theme, on }: Look): string {
  const known = heads.get(`${theme} ${on}`)
  if (known !== undefined) return known
  const { named } = fontsOf(theme)
  const sheet = [
    ...SHEETS.map((name) => readFileSync(join(sources, 'ui', 'styles', name), 'utf8')),
    tableStyles(),
    readFileSync(readTheme(theme).file, 'utf8'),
    fontFaces(theme, named),
    ...(on === 'paper' ? [':root{color-scheme:light}'] : []),
    // After the layers, so that nothing of a page's own layout gets in the way.
    `html,body,#sheet{margin:0;padding:0;background:none;font-family:'${named}','${EMOJI_FAMILY}'}`,
    '#sheet>svg,#sheet>img{display:block;inline-size:auto;min-inline-size:0}',
  ].join('\n')
  const head = `<!doctype html><style>${sheet}</style>`
  heads.set(`${theme} ${on}`, head)
  return head
}
