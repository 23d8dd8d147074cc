/** Draws diagrams: Mermaid text to SVG, in one headless browser, kept until something changes. */

import { availableParallelism } from 'node:os'
import {
  type Drawn,
  diagramsOf,
  type Fit,
  mapDiagrams,
  placedDiagrams,
} from '../../core/diagram/index.ts'
import { stackedText } from '../../core/diagram/stacked.ts'
import { withSeverities } from '../../core/findings/accept.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import type { Place } from '../../core/model/case.ts'
import type { Finding, Found } from '../../core/model/finding.ts'
import { allBlocks } from '../../core/syntax/conventions/index.ts'
import { shorten } from '../../core/text/phrases.ts'
import { type Drawings, drawingsOf, isDrawn, readDrawing, writeDrawing } from './cache.ts'
import { type UsePages, usePagesOfNewBrowser } from './page-pool.ts'

export type { Drawn } from '../../core/diagram/index.ts'
export { drawingsOf, readDrawing } from './cache.ts'

/** A case, and where its drawings are kept. */
type CaseToDraw = Assembled & { readonly store: string }

/** A page costs about a second to open, so few diagrams share one. */
const DIAGRAMS_A_PAGE = 12

const FITS: readonly Fit[] = ['page', 'slide']

/**
 * Draws Mermaid texts in the font of a theme, in their order. Failures are values, and are kept as
 * well, except where it took too long: that may be the fault of a busy machine. Starts no browser
 * where all were drawn before.
 * @param usePages Where pages come from.
 * @throws NoBrowserError where one is needed and there is none.
 */
export async function draw(
  texts: readonly string[],
  of: Drawings,
  usePages: UsePages = usePagesOfNewBrowser,
): Promise<readonly Drawn[]> {
  const missing = [...new Set(texts)].filter((text) => !isDrawn(text, of))
  const fresh =
    missing.length === 0 ? new Map<string, Drawn>() : await drawAll(missing, of, usePages)
  return texts.map((text) => fresh.get(text) ?? readDrawing(text, of) ?? drawingGone(text))
}

/**
 * Draws every diagram that the outputs of a case show.
 * @returns One finding for each of the authors' diagrams that does not draw, or not so that it can be read.
 */
export async function drawDiagrams(
  read: CaseToDraw,
  usePages: UsePages = usePagesOfNewBrowser,
): Promise<readonly Finding[]> {
  const authors = authorDiagrams(read)
  const texts = [...generated(read), ...authors.flatMap(({ text }) => waysOf(text))]
  const drawn = await draw(texts, drawingsOf(read), usePages)
  return findBroken(read, new Map(texts.map((text, index) => [text, drawn[index]])))
}

/** What is known of the authors' diagrams that were drawn before; draws nothing. */
export function brokenDiagrams(read: CaseToDraw): readonly Finding[] {
  const of = drawingsOf(read)
  const known = authorDiagrams(read).map(({ text }) => [text, readDrawing(text, of)] as const)
  return findBroken(read, new Map(known))
}

/** How many of a case's diagrams were never drawn, or were drawn by another browser. */
export function undrawn(read: CaseToDraw): number {
  const texts = [...generated(read), ...authorDiagrams(read).map(({ text }) => text)]
  return new Set(texts.filter((text) => !isDrawn(text, drawingsOf(read)))).size
}

/** A diagram as its author wrote it, and as it stands where there is no room to its side. */
function waysOf(text: string): readonly string[] {
  return [text, stackedText(text) ?? []].flat()
}

/** The Mermaid blocks that authors wrote, in document order. */
export function authorDiagrams(
  read: CaseToDraw,
): readonly { readonly text: string; readonly place: Place }[] {
  return read.documents.flatMap(({ blocks }) =>
    [...allBlocks(blocks)].flatMap((block) =>
      block.type === 'diagram' ? [{ text: block.text, place: block.place }] : [],
    ),
  )
}

/** Texts of diagrams: those of every case, those for `<Diagram of>`, and the map of the case. */
function generated(read: CaseToDraw): readonly string[] {
  const asked = read.documents.flatMap(({ blocks }) =>
    [...allBlocks(blocks)].flatMap((block) =>
      block.type === 'element' && block.name === 'Diagram' ? (block.attributes['of'] ?? []) : [],
    ),
  )
  const diagrams = FITS.flatMap((fit) => [
    ...placedDiagrams(read.graph, fit).flatMap((placed) => placed.diagrams),
    ...asked.flatMap((of) => diagramsOf(read.graph, of, fit)),
  ])
  const all = [...diagrams, ...mapDiagrams(read.graph)]
  return all.flatMap(({ mermaid, upright }) => [mermaid, ...(upright ? [upright] : [])])
}

function findBroken(
  read: CaseToDraw,
  drawn: ReadonlyMap<string, Drawn | undefined>,
): readonly Finding[] {
  const found = authorDiagrams(read).flatMap(({ text, place }) => {
    const one = drawn.get(text)
    if (one?.ok === false) return [findingOf('broken-diagram', broken(one, place))]
    return one?.overlap ? [findingOf('diagram-overlap', overlapping(one.overlap, place))] : []
  })
  return withSeverities(found, read.settings)
}

async function drawAll(
  texts: readonly string[],
  of: Drawings,
  usePages: UsePages,
): Promise<ReadonlyMap<string, Drawn>> {
  const pages = Math.min(availableParallelism(), Math.ceil(texts.length / DIAGRAMS_A_PAGE))
  const waiting = [...texts]
  const drawn = new Map<string, Drawn>()
  await usePages({ count: pages, theme: of.theme }, async (page) => {
    for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) {
      const drawing = await page.draw(text)
      if (!drawing.late) await writeDrawing(text, of, drawing.drawn)
      drawn.set(text, drawing.drawn)
    }
  })
  return drawn
}

/** The fence's own line stands before the first line of the text. */
function broken({ message, line }: Extract<Drawn, { ok: false }>, place: Place): Found {
  const at = place.line === undefined || line === undefined ? place.line : place.line + line
  return {
    message: `Unexpected Mermaid block that does not draw: ${message}. Expected a diagram: mend the block`,
    place: { file: place.file, ...(at !== undefined && { line: at }) },
  }
}

function overlapping([first, second]: readonly [string, string], place: Place): Found {
  return {
    message: `Unexpected words “${shorten(first)}” over “${shorten(second)}” in a diagram, expected room for both: make them shorter`,
    place,
  }
}

/** A drawing that another process removed between drawing and reading. */
function drawingGone(text: string): never {
  throw new Error(`The drawing of a diagram was lost before it was read: ${text.slice(0, 80)}`)
}
