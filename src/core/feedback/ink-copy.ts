/** A copy of what was drawn on slides: a picture of each, of its strokes and the words under them. */
import { z } from 'zod'
import { pathOf } from '../ink/outline.ts'
import type { Stroke } from '../ink/strokes.ts'
import { INK_CANVAS, saidOf } from '../room/messages.ts'
import { el, escapeXml } from '../text/xml.ts'

const px = z.number().min(-2000).max(4000)

// Matches what a page makes of its pictures.
const RE_PICTURE = /^data:image\/jpeg;base64,[A-Za-z\d+/]+={0,2}$/

const slide = z.object({
  id: z.string().max(200),
  /** `Slide 7 of 24: Costs` */
  title: z.string().max(500),
  words: z
    .array(z.object({ x: px, y: px, width: px, height: px, word: z.string().max(200) }))
    .max(3000),
  pictures: z
    .array(
      z.object({
        ...{ x: px, y: px, width: px, height: px, words: z.string().max(300) },
        // A photograph or a drawing as the page shows it: nothing in it can run.
        data: z.string().max(4_000_000).regex(RE_PICTURE).optional(),
      }),
    )
    .max(60)
    .default([]),
  strokes: z
    .array(z.custom<Stroke>((value) => saidOf('ink', value) !== undefined))
    .min(1)
    .max(1000),
})

/** A slide that was drawn on, in px of its canvas. */
export type InkedSlide = z.infer<typeof slide>

/** The slide that a page posts; undefined where the text is not right. */
export function readInkedSlide(text: string): InkedSlide | undefined {
  try {
    return slide.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Colours on white, since a file has no theme. */
const COLOURS: Readonly<Record<Stroke['colour'], string>> = {
  accent: '#c1121f',
  text: '#16181d',
  blue: '#0b5c86',
  green: '#0a6b50',
}

/** The edge keeps a line apart from pictures. What is highlighted is seen through, so its edge lies below it. */
const LOOKS: Readonly<Record<Stroke['tool'], (d: string, colour: string) => readonly string[]>> = {
  marker: (d, colour) => [
    el('path', { d, fill: 'none', stroke: '#fff', 'stroke-width': 7 }),
    el('path', { d, fill: colour, 'fill-opacity': 0.38, stroke: colour, 'stroke-width': 2 }),
  ],
  pen: (d, colour) => [
    el('path', { d, fill: colour, stroke: '#fff', 'stroke-width': 5, 'paint-order': 'stroke' }),
  ],
}

/** Px: a slide, and the line with its title. */
const [WIDTH, HEIGHT, TITLE] = [INK_CANVAS.x / 2, INK_CANVAS.y / 2, 64]

/** All of them in one picture (SVG), one below the other. */
export function inkSvg(slides: readonly InkedSlide[]): string {
  const sheets = slides.map((one, at) => `\n${sheetOf(one, at * (HEIGHT + TITLE))}`)
  const viewBox = `0 0 ${WIDTH} ${slides.length * (HEIGHT + TITLE)}`
  const xmlns = 'http://www.w3.org/2000/svg'
  return `${el('svg', { xmlns, viewBox, 'font-family': 'sans-serif' }, ...sheets, '\n')}\n`
}

function sheetOf({ title, words, pictures, strokes }: InkedSlide, top: number): string {
  const under = words.map(({ x, y, width, height, word }) => {
    const place = { x, y: y + height * 0.78, 'font-size': height * 0.75 }
    const fit = { textLength: width, lengthAdjust: 'spacingAndGlyphs' }
    return el('text', { ...place, ...fit }, escapeXml(word))
  })
  const drawn = (['marker', 'pen'] as const).map((tool) => {
    const paths = strokes
      .filter((one) => one.tool === tool)
      .flatMap((one) => LOOKS[tool](pathOf(one), COLOURS[one.colour]))
    return el('g', {}, ...paths)
  })
  return el(
    'g',
    { transform: `translate(0 ${top})` },
    el('text', { x: 16, y: 42, 'font-size': 24, 'font-weight': 700 }, escapeXml(title)),
    el('rect', { y: TITLE, width: WIDTH, height: HEIGHT, fill: '#fff', stroke: '#999' }),
    el(
      'g',
      { transform: `translate(0 ${TITLE})` },
      ...pictures.map(pictureOf),
      el('g', { fill: '#777' }, ...under),
      ...drawn,
    ),
  )
}

/** A picture of a slide; where it could not be kept, its frame says so. */
function pictureOf({ words, data, ...box }: InkedSlide['pictures'][number]): string {
  if (data !== undefined)
    return el(
      'image',
      { ...box, href: data, preserveAspectRatio: 'none' },
      ...(words ? [el('title', {}, escapeXml(words))] : []),
    )
  const missing = `Not kept here: ${words || 'a picture'}`
  const place = { x: box.x + 12, y: box.y + 28, 'font-size': 18, fill: '#555' }
  const frame = { ...box, fill: 'none', stroke: '#777', 'stroke-dasharray': '6 4' }
  return el('rect', frame) + el('text', place, escapeXml(missing))
}
