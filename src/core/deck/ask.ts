/** The last slide: what the team asks, how to answer, and where the case is published. */
import type { Assembled } from '../model/assembled.ts'
import { shortAddress } from '../publish/qr-code.ts'
import type { Settings } from '../settings/case-yaml.ts'
import type { Measure } from '../text/measure.ts'
import { canvas, flow, heightOf, sum } from './canvas.ts'
import { continued, statementSize } from './fit.ts'
import type { Piece } from './piece.ts'
import { newSlide, type Slide } from './slide.ts'

/** The heading above the ways to answer, and of the last slide of a case without an ask. */
export const NO_ASK_TITLE = 'Tell us what you think'

/** Above the ask. */
const ASKED = { words: 'What we ask you to decide', height: 48 } as const

/** Height of the headline, px: as much as leaves room for what stands below. */
const HEAD_ROOMS = [300, 240, 200] as const
const SIZES = [32, 28] as const

/** Of headline and ways, alone and beside the code's column; layouts/ask.css sets the same. */
const WIDTHS = { alone: 980, besideCode: 716 } as const
const LABEL_WIDTH = 400
const ADDRESS_SIZE = 22
const GAP = 16
const ABOVE_WAYS = 48
/** The headline is bolder than a statement, and so a little wider. */
const BOLDER = 0.96

/**
 * One slide, as a rule: long lists of ways to answer do without their addresses. Several where even
 * that is too much for one.
 */
export function askSlides(
  { settings }: Pick<Assembled, 'settings'>,
  measure: Measure,
): readonly Slide[] {
  const named = settings.ask === undefined ? [] : setAsk(settings, measure, ASKED.words)
  return named.length === 1 ? named : setAsk(settings, measure)
}

function setAsk(settings: Settings, measure: Measure, name?: string): readonly Slide[] {
  const title = settings.ask ?? NO_ASK_TITLE
  const kicker = name === undefined ? {} : { kicker: name }
  const above = name === undefined ? 0 : ASKED.height
  const width = settings.address === undefined ? WIDTHS.alone : WIDTHS.besideCode
  const heads = HEAD_ROOMS.map((room) => {
    const size = statementSize(measure, title, room, width * BOLDER)
    const height = heightOf(measure, title, { size, width: width * BOLDER, as: 'statement' })
    return { size, left: canvas.height - height - ABOVE_WAYS - above }
  })
  const ways = (settings.feedback ?? []).map(wayPiece)
  const slide = newSlide({ id: 'ask', layout: 'ask', title, body: ways, ...kicker })
  for (const withoutAddresses of [false, true]) {
    for (const { size: headSize, left } of heads) {
      const height = (size: number) =>
        wayHeight(measure, { size, width, withoutAddresses, address: settings.address })
      const fits = (size: number) => sum(ways.map(height(size))) <= left
      const bodySize = SIZES.find(fits)
      if (bodySize)
        return [{ ...slide, headSize, bodySize, ...(withoutAddresses ? { withoutAddresses } : {}) }]
    }
  }
  const { size: headSize, left } = heads.at(-1) ?? { size: 32, left: 0 }
  const bodySize = SIZES[1]
  const height = wayHeight(measure, { size: bodySize, width, withoutAddresses: true })
  return continued(
    { ...slide, headSize, bodySize, withoutAddresses: true },
    flow(ways, left, height),
  )
}

/** What it says is its label. */
function wayPiece({ label, url }: NonNullable<Settings['feedback']>[number]): Way {
  return { type: 'way', url, text: label }
}

type Way = Extract<Piece, { readonly type: 'way' }>

interface WayStyle {
  readonly size: number
  readonly width: number
  readonly withoutAddresses: boolean
  /** Set where the code takes room: the address then stands below the label. */
  readonly address?: string | undefined
}

/** The height of one way with the gap below it. */
function wayHeight(measure: Measure, style: WayStyle): (way: Way) => number {
  const { size, withoutAddresses, address } = style
  const beside = !withoutAddresses && address === undefined
  const width = beside ? LABEL_WIDTH : style.width
  const addressWidth = beside ? style.width - LABEL_WIDTH : style.width
  return ({ url, text }) => {
    const label = heightOf(measure, text, { size, width, as: 'body' }) + GAP
    if (withoutAddresses) return label
    const words = shortAddress(url)
    const set = { size: ADDRESS_SIZE, width: addressWidth, as: 'body' } as const
    const below = heightOf(measure, words, set)
    return beside ? Math.max(label, below + GAP) : label + below
  }
}
