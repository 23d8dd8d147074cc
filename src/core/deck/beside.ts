/** A decision and its evidence as one picture: the decision left, what it rests on right, on a ground of its own. */
import { NO_EVIDENCE } from '../graph/gaps-in-words.ts'
import type { Measure } from '../text/measure.ts'
import type { Badge } from './badges.ts'
import { atAnySize, canvas, heightOf, keepsWords, larger, memoised, sum } from './canvas.ts'
import { runningHeight, SMALLEST } from './fit.ts'
import type { Slide, SlideEvidence } from './slide.ts'

/** As layouts/decision.css and the master of office files set it, px; lines a little narrower, since few words stand on one. */
const ROOM = 536
const LEFT = 461
const RIGHT = 489
/** Above and below the line that joins them. */
const BRANCH = 28
const KICKER = { size: 26, below: 10 } as const
const BETWEEN = 30
const BADGE = { size: 22, across: 20, down: 11, gap: 8, above: 16, sign: 26 } as const

const HEADS = [80, 72, 64, 60, 54, 48, 44, 40, 36] as const
const BODIES = [64, 60, 56, 50, 46, 44, 42, 40, 38, 36, 34, 32, 30, 28] as const
/** Of the headline's size. */
const SMALLER = { least: 0.68, most: 0.8 } as const

/** So much larger, words of several pieces are worth a single badge that stands beside each name, and not below. */
const LARGER = 1.1

/** Evidence in full, or its first words where the slide below has the rest. */
export interface EvidenceChoice {
  readonly whole: SlideEvidence
  readonly opening: SlideEvidence
}

/** The slide; undefined where either side has too many words. As much evidence as fits stands there in full. */
export function fitBeside(
  measure: Measure,
  slide: Slide,
  choices: readonly EvidenceChoice[],
): Slide | undefined {
  const byLength = choices.toSorted((a, b) => lengthOf(b.whole) - lengthOf(a.whole))
  const ways = [['below', 'above'], ['none']] as const
  // Each way asks for most of them again.
  const heights = memoised((one: SlideEvidence) =>
    memoised((badges: Right['badges']) =>
      memoised((size: number) => height(measure, one, { size, badges })),
    ),
  )
  for (const places of ways) {
    for (let cut = 0; cut <= choices.length; cut += 1) {
      const short = new Set(byLength.slice(0, cut))
      const evidence = choices.map((one) => (short.has(one) ? one.opening : one.whole))
      const [first, other] = places.flatMap((badges) => {
        const right = (size: number) => sum(evidence.map((one) => heights(one)(badges)(size)))
        return sizesOf(measure, slide, { height: right, badges }) ?? []
      })
      const isLarger = (other?.beside?.size ?? 0) >= LARGER * (first?.beside?.size ?? 0)
      const isShort = evidence.length > 1 && evidence.every((one) => one.badges.length < 2)
      const sizes = isShort && isLarger ? (other ?? first) : first
      if (sizes) return { ...slide, evidence, ...sizes }
    }
  }
  return undefined
}

/** What stands right, and where badges stand: below the words, beside the name, or on the slide below alone. */
interface Right {
  /** Of all of it, at a size. */
  readonly height: (size: number) => number
  readonly badges: 'below' | 'above' | 'none'
}

function lengthOf({ body }: SlideEvidence): number {
  return sum(body.map(({ text }) => text.length))
}

/** The largest sizes at which both sides fit, and evidence is somewhat smaller than its decision. */
function sizesOf(
  measure: Measure,
  slide: Slide,
  { height: right, badges }: Right,
): Pick<Slide, 'headSize' | 'bodySize' | 'beside'> | undefined {
  const text = slide.head?.text ?? slide.title
  const rest = slide.body.length > 0 ? SMALLEST : 0
  const below = rest && runningHeight(measure, slide.body, { size: rest, width: LEFT, as: 'body' })
  const left = (size: number): number =>
    kickerHeight(measure, slide.kicker ?? '', LEFT) +
    heightOf(measure, text, { size, width: LEFT, as: 'head' }) +
    BRANCH * (below > 0 ? 2 : 1) +
    below
  const fits = (size: number): boolean => right(size) - BETWEEN <= ROOM
  // Larger words take no less.
  if (!fits(BODIES.at(-1) ?? 0)) return undefined
  const fitting = BODIES.filter(fits)
  for (const headSize of HEADS) {
    const set = { size: headSize, width: LEFT, as: 'head' } as const
    const isWhole = headSize === HEADS.at(-1) || keepsWords(measure, text, set)
    if (left(headSize) > ROOM || !isWhole) continue
    const own = fitting.find((size) => size <= headSize * SMALLER.most)
    if (own === undefined) return undefined
    if (own >= headSize * SMALLER.least)
      return { headSize, bodySize: rest, beside: { size: own, badges } }
  }
  return undefined
}

function height(
  measure: Measure,
  { name, body, badges }: SlideEvidence,
  at: { readonly size: number; readonly badges: Right['badges'] },
): number {
  const set = { size: at.size, width: RIGHT, as: 'body' } as const
  const words =
    body.length > 0 ? runningHeight(measure, body, set) : heightOf(measure, NO_EVIDENCE, set)
  const around =
    at.badges === 'above'
      ? lineHeight(measure, name, badges)
      : kickerHeight(measure, name, RIGHT) +
        badgesHeight(measure, at.badges === 'below' ? badges : [])
  return around + words + BETWEEN
}

function kickerHeight(measure: Measure, text: string, width: number): number {
  return heightOf(measure, text, { size: KICKER.size, width, as: 'head' }) * 1.2 + KICKER.below
}

/** Badges stand side by side as far as they fit; a long one has several lines. */
function badgesHeight(measure: Measure, badges: readonly Badge[]): number {
  if (badges.length === 0) return 0
  return atAnySize({ size: BADGE.size, width: RIGHT }, ({ size, width }) => {
    const line = size * 1.3 + BADGE.down
    let [high, used] = [line, 0]
    for (const { words, colour, locked } of badges) {
      const own = measure(words, size, 650) + BADGE.across + (colour || locked ? BADGE.sign : 0)
      if (used > 0 && used + own > width) [high, used] = [high + line + BADGE.gap, 0]
      high += Math.floor((own * 1.03) / width) * size * 1.3
      used += own + BADGE.gap
    }
    return BADGE.above + high
  })
}

/** The name, and behind it the words of badges, which do not grow with larger text. */
function lineHeight(measure: Measure, name: string, badges: readonly Badge[]): number {
  const widths = badges.map(
    ({ words, colour, locked }) =>
      measure(words, BADGE.size, 650) + 18 + (colour || locked ? BADGE.sign : 0),
  )
  const across = measure(name, KICKER.size * larger.text, 750) + 16 + sum(widths)
  return Math.ceil((across * 1.04) / ((RIGHT * larger.width) / canvas.width)) * 34 + KICKER.below
}
