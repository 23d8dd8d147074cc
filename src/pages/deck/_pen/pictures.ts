/** The pictures and drawings of a slide, for the copy of what is drawn on it. */

/** One of them, in px of the canvas. Without `data`, the copy says that it is missing. */
interface KeptPicture {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** What it shows, in words; empty where it has none. */
  readonly words: string
  /** `data:image/jpeg;base64,…` */
  readonly data?: string
}

/** Words of a picture, and pictures of a slide, of which no more are kept. */
const [LONGEST, MOST] = [300, 60]
/** What all pictures of a slide may take, in letters: a server takes no more at once. */
const MOST_DATA = 3_000_000
/** What of the page's style a drawing needs, since a picture of it has no page. */
const STYLES = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-opacity', 'opacity', 'display', 'visibility', 'color'],
] as const

/**
 * Those of a slide.
 * @param slide as it is in the deck: its pictures are loaded
 * @param copy the same slide as it is measured
 * @param boxOf of an element of the copy, in px of the canvas
 */
export async function picturesOn(
  slide: HTMLElement,
  copy: HTMLElement,
  boxOf: (one: Element) => Pick<KeptPicture, 'x' | 'y' | 'width' | 'height'>,
): Promise<readonly KeptPicture[]> {
  const [own, measured] = [partsOf(slide), partsOf(copy)]
  const ground = groundOf(copy)
  const shown = measured
    .map((one, at) => ({ one, source: own[at] ?? one, box: boxOf(one) }))
    .filter(({ box: { x, y, width, height } }) => width > 8 && height > 8 && x < 1280 && y < 720)
  const kept: KeptPicture[] = []
  let size = 0
  for (const { one, source, box } of shown.slice(0, MOST)) {
    const data = await pictureOfPart(one, source, { ...box, ground }).catch(() => undefined)
    const fits = data !== undefined && size + data.length < MOST_DATA
    if (fits) size += data.length
    kept.push({ ...box, words: wordsOf(source), ...(fits && { data }) })
  }
  return kept
}

function partsOf(slide: HTMLElement): readonly Element[] {
  const all = slide.querySelectorAll('.canvas :is(img, video, svg)')
  return [...all].filter((one) => !one.parentElement?.closest('svg'))
}

function wordsOf(part: Element): string {
  const named = part.getAttribute('alt') ?? part.getAttribute('aria-label')
  return (named ?? part.querySelector('title')?.textContent ?? '').trim().slice(0, LONGEST)
}

/** What a drawing without a ground of its own stands on. */
function groundOf(copy: HTMLElement): string {
  const ground = getComputedStyle(copy.querySelector('.canvas') ?? copy).backgroundColor
  // Matches "rgba(0, 0, 0, 0)": none of its own.
  return /, 0\)$|^transparent$/.test(ground)
    ? getComputedStyle(document.body).backgroundColor
    : ground
}

async function pictureOfPart(
  measured: Element,
  source: Element,
  {
    width,
    height,
    ground,
  }: { readonly width: number; readonly height: number; readonly ground: string },
): Promise<string | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width)
  canvas.height = Math.round(height)
  const drawing = canvas.getContext('2d')
  if (!drawing) return undefined
  drawing.fillStyle = ground
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  const picture =
    measured instanceof SVGSVGElement ? await drawnApart(measured, width, height) : source
  if (picture instanceof HTMLImageElement) await picture.decode()
  else if (!(picture instanceof HTMLVideoElement && picture.readyState > 1)) return undefined
  const [own, fit] =
    picture instanceof HTMLVideoElement
      ? [{ x: picture.videoWidth, y: picture.videoHeight }, 'contain']
      : [
          { x: picture.naturalWidth, y: picture.naturalHeight },
          getComputedStyle(measured).objectFit,
        ]
  const [across, down] = [
    canvas.width / (own.x || canvas.width),
    canvas.height / (own.y || canvas.height),
  ]
  const scale = { cover: Math.max(across, down), contain: Math.min(across, down) }[fit]
  const [wide, high] = [
    own.x * (scale ?? across) || canvas.width,
    own.y * (scale ?? down) || canvas.height,
  ]
  drawing.drawImage(picture, (canvas.width - wide) / 2, (canvas.height - high) / 2, wide, high)
  return canvas.toDataURL('image/jpeg', 0.85)
}

/** A drawing as a picture of its own. Its words are kept as words, where they stand. */
async function drawnApart(
  svg: SVGSVGElement,
  width: number,
  height: number,
): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement // as its original is
  const parts = [svg, ...svg.querySelectorAll('*')]
  for (const [at, one] of [copy, ...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const style = getComputedStyle(parts[at] ?? svg)
    for (const name of STYLES) one.style.setProperty(name, style.getPropertyValue(name))
    if (one.localName === 'text') one.style.setProperty('display', 'none')
  }
  copy.setAttribute('width', `${width}`)
  copy.setAttribute('height', `${height}`)
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  return image
}
