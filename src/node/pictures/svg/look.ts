/** What may be said of the look of a drawing: numbers, colours, and the words of CSS and SVG. */
import { lexer } from 'css-tree'
import { ATTRIBUTES } from './allowed.ts'

/** Words of SVG that CSS does not have, and what questions of media ask. */
const OF_SVG = `
  xMinYMin xMidYMin xMaxYMin xMinYMid xMidYMid xMaxYMid xMinYMax xMidYMax xMaxYMax meet slice defer
  userSpaceOnUse objectBoundingBox pad reflect repeat auto-start-reverse spacingAndGlyphs align exact
  over in out atop xor lighter arithmetic erode dilate duplicate wrap hueRotate luminanceToAlpha
  identity table discrete gamma fractalNoise turbulence stitch noStitch rgba whenNotActive remove
  freeze indefinite sum replace paced spline preserve SourceGraphic SourceAlpha BackgroundImage
  BackgroundAlpha FillPaint StrokePaint strokeWidth perceptual click begin end mouseover mouseout
  mousedown mouseup sRGB non-scaling-stroke bounding-box prefers-color-scheme prefers-reduced-motion
  no-preference reduce print all only and not or min-width max-width min-height max-height hover ltr
  rtl tb lr rl lr-tb rl-tb tb-rl middle top bottom center justify matrix new css shape-padding
  solid-color solid-opacity
`

let known: ReadonlySet<string> | undefined

function isKnown(word: string): boolean {
  known ??= new Set(
    `${JSON.stringify(lexer.dump())} ${OF_SVG} ${[...ATTRIBUTES].join(' ')}`
      .toLowerCase()
      .match(RE_KNOWN),
  )
  return known.has(word.toLowerCase())
}

const RE_KNOWN = /[a-z][a-z\d]*(?:-[a-z\d]+)*/g

// Matches "url(#dots)", a font in the text, "#a0522d", "--dark", "12.5px", "1e-3".
const RE_PLAIN =
  /url\(\s*["']?(?:#[^"')]*|data:(?:application\/(?:x-)?font|font)[^"')]*)["']?\s*\)|#[\da-f]{3,8}\b|--[\w-]+|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?:%|[a-z]{1,4}\b)?/gi

// Matches a word, and "zM" of a path too.
const RE_WORD = /[\p{L}_][\p{L}\p{M}\p{N}_-]*/gu
const RE_OF_PATH = /^[zZ]*[a-zA-Z]$/

// Matches the "liga" of font-feature-settings, with its marks.
const RE_FEATURE = /(["'])[a-z\d]{4}\1/gi

/** Whether a value draws: each of its words has a meaning there. @param own names that the file gives */
export function isLook(value: string, own: ReadonlySet<string> = new Set()): boolean {
  const rest = value.replace(RE_PLAIN, ' ').replace(RE_FEATURE, ' ')
  if (/["'\\]/.test(rest)) return false
  return [...rest.matchAll(RE_WORD)].every(
    ([word]) => RE_OF_PATH.test(word) || own.has(word) || isKnown(word),
  )
}

// Matches the name of a font in a list, with what "font" and "src" say before it.
const RE_FONT =
  /^\s*(?:[\w%./ -]{0,40}["'(]{0,2}[\p{L}\p{N} _.+&-]{1,40}["')]{0,2})?\s*(?:!important)?\s*$/u

/** Whether a value names fonts. */
export function isFont(value: string): boolean {
  return value
    .replace(RE_PLAIN, ' ')
    .split(',')
    .every((one) => RE_FONT.test(one))
}

/** What names fonts. */
export const FONTS: ReadonlySet<string> = new Set(['font', 'font-family', 'face', 'src'])
