/** The pictures of an export: diagrams, images of the case and the code of its address. */
import {
  type Diagram,
  DRAWING_ID,
  type Drawn,
  diagramsOf,
  type Fit,
} from '../../../core/diagram/index.ts'
import { onPaper, onSlide } from '../../../core/diagram/paper.ts'
import { qrCodeOf, shortAddress } from '../../../core/publish/qr-code.ts'
import { el } from '../../../core/text/xml.ts'
import { drawingsOf, readDrawing } from '../../mermaid/cache.ts'
import { mediaType } from '../../pictures/data-address.ts'
import { type PictureFolders, readPicture } from '../../read/pictures.ts'
import type { ReadCase } from '../../read/read-case.ts'
import { alternativeOf, alternativeOfDrawing } from '../alternative.ts'
import type { Shown } from '../text.ts'
import type { Original, Rasterised } from './rasterise.ts'

/** A picture that a file can hold, with its words. */
export interface ExportPicture extends Rasterised {
  /** Alternative text. */
  readonly alt: string
  /** Set where lines in it are drafts. */
  readonly drafts?: true
}

/** What is to be rasterised, or the words that stand for what can't be. */
export type PictureSource =
  | { readonly original: Original; readonly alt: string; readonly drafts?: true }
  | { readonly words: string }

/** Where sources come from. */
interface PictureContext {
  readonly read: Pick<ReadCase, 'folder' | 'graph' | 'settings' | 'store'>
  readonly fit: Fit
}

/** The pictures behind what is shown: several where a diagram is split; `[]` where it is empty. */
export function pictureSourcesOf(
  shown: Shown,
  { read, fit }: PictureContext,
): readonly PictureSource[] {
  if (shown.type === 'placed')
    return diagramsOf(read.graph, shown.of, fit).map((one) => diagramSource(one, read))
  if (shown.type === 'image') return [imageSource(shown, read)]
  const drawn = readDrawing(shown.text, drawingsOf(read))
  if (!drawn?.ok) return [{ words: 'A diagram that does not draw.' }]
  return picturesOf(drawn, fit, shown.part).map(({ svg }) => ({
    original: svgOriginal(svg),
    alt: alternativeOfDrawing(svg),
  }))
}

/** The whole, unless its words could not be read. */
function picturesOf(
  drawn: Extract<Drawn, { ok: true }>,
  fit: Fit,
  part: number | undefined,
): readonly { readonly svg: string }[] {
  if (fit === 'slide' || part !== undefined) return [onSlide(drawn, part)]
  return onPaper(drawn) === 'parts' ? (drawn.parts ?? [drawn]) : [drawn]
}

/** A diagram of the case; its words alone where it was not drawn. */
export function diagramSource(
  diagram: Diagram,
  read: Pick<ReadCase, 'graph' | 'settings' | 'store'>,
): PictureSource {
  const drawn = readDrawing(diagram.mermaid, drawingsOf(read))
  const alt = alternativeOf(diagram, read.graph.kinds)
  if (!drawn?.ok) return { words: alt }
  const drafts = diagram.edges.some(({ draft }) => draft) ? ({ drafts: true } as const) : {}
  return { original: svgOriginal(drawn.svg), alt, ...drafts }
}

const SVG = 'http://www.w3.org/2000/svg'

/** The address as a code; undefined where it is too long to be read in a room. */
export function codeSource(address: string): PictureSource | undefined {
  const code = qrCodeOf(address)
  if (!code) return undefined
  const { size, path } = code
  // The quiet zone is part of the code, so that it can be read from any background.
  const svg = el(
    'svg',
    { xmlns: SVG, viewBox: `0 0 ${size} ${size}`, width: size * 8, height: size * 8 },
    el('rect', { width: size, height: size, fill: '#ffffff' }),
    el('path', { d: path, fill: '#000000', 'shape-rendering': 'crispEdges' }),
  )
  return { original: { svg }, alt: `QR code that opens ${shortAddress(address)}` }
}

function svgOriginal(svg: string): Original {
  return { svg: svg.replaceAll(DRAWING_ID, 'drawing') }
}

/** An image of the case. What is on the web stays there: an export asks no network. */
function imageSource(
  { url, alt, file }: Extract<Shown, { type: 'image' }>,
  folders: PictureFolders,
): PictureSource {
  const picture = readPicture(url, file, folders)
  if (!picture) return { words: `Picture${alt === '' ? '' : `: ${alt}`}` }
  const { bytes, extension } = picture
  const type = extension === 'svg' ? undefined : mediaType(extension)
  const original = type === undefined ? { svg: bytes.toString('utf8') } : { type, bytes }
  return { original, alt }
}
