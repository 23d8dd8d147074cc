/** The first picture of a film, as a browser shows it; and what stands there where there is none. */
import { createHash } from 'node:crypto'
import type { Browser } from 'playwright'
import { keepValue, readValue } from '../../store/values.ts'

/** px. */
interface Size {
  readonly width: number
  readonly height: number
}

/** The most that it is wide, px. */
const WIDEST = 1280

/** A place that no network has. */
const PLACE = 'http://film.invalid/'

/** The poster that was taken before, as JPEG; undefined where none was. */
export function readPoster(film: Buffer, store: string): Buffer | undefined {
  const held = readValue<string>(aboutOf(film, store))
  return held === undefined ? undefined : Buffer.from(held, 'base64')
}

/**
 * Takes the first picture of a film, and keeps it.
 * @returns whether the browser can show the film
 */
export async function takePoster(
  film: Buffer,
  extension: string,
  { store, start }: { readonly store: string; readonly start: () => Promise<Browser> },
): Promise<boolean> {
  const context = await (await start()).newContext()
  try {
    await context.route('**/*', (route) => {
      const isPage = route.request().url() === PLACE
      const contentType = extension === 'webm' ? 'video/webm' : 'video/mp4'
      return isPage
        ? route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
        : route.fulfill({ contentType, body: film })
    })
    const page = await context.newPage()
    await page.goto(PLACE)
    const taken = await page.evaluate(firstPicture, WIDEST)
    if (taken === '') return false
    await keepValue(aboutOf(film, store), taken.replace(/^.*,/, ''))
    return true
  } finally {
    await context.close().catch(() => undefined)
  }
}

/** Runs in the page. `''` where it does not play. */
async function firstPicture(widest: number): Promise<string> {
  const film = document.createElement('video')
  Object.assign(film, { muted: true, preload: 'auto', src: '/film' })
  const isShown = await new Promise<boolean>((done) => {
    film.addEventListener('loadeddata', () => done(true))
    film.addEventListener('error', () => done(false))
    setTimeout(done, 20_000, false)
  })
  if (!isShown || film.videoWidth === 0) return ''
  const scale = Math.min(1, widest / film.videoWidth)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(film.videoWidth * scale)
  canvas.height = Math.round(film.videoHeight * scale)
  canvas.getContext('2d')?.drawImage(film, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.85)
}

function aboutOf(film: Buffer, store: string) {
  const about = createHash('sha256').update(film).digest('hex')
  return { store, kind: 'posters', about } as const
}

/** A plain ground with the sign of a film, of its proportions. */
export function plainPoster({ width, height }: Size): Buffer {
  const [x, y, r] = [width / 2, height / 2, Math.min(width, height) / 8]
  const sign = `M${x - r} ${y - r * 1.2}L${x + r * 1.2} ${y}L${x - r} ${y + r * 1.2}Z`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#2b2f36"/><path d="${sign}" fill="#ffffff"/></svg>`,
  )
}
