/** A drawing made ready for its place on a page. */
import { escapeXml } from '../text/xml.ts'
import { DRAWING_ID, type Drawn, type Fit } from './shape.ts'

/** Smallest label on a page of any width, px. */
const LEAST_LABEL = 14

/** Narrowest frame that a drawing may find: a 320 px phone less its margins, px. */
export const NARROWEST = 280

interface Place {
  /** Makes the ids of this use its own. */
  readonly id: string
  /** What stands before a key in a link: `#` or `#/`. */
  readonly linkBase: string
  readonly fit: Fit
  /** What it is called where its author gave it no title. */
  readonly name: string
}

interface Inlined {
  readonly svg: string
  /** The least width at which its labels have 14 px, px. */
  readonly least: number
  /** True where a narrow page has to scroll it and there is no link in it to scroll by. */
  readonly needsFocus: boolean
}

/**
 * Gives a drawing the ids and links of its place. On a page its `width` becomes the least at which
 * its labels have 14 px; the style sheet lets it grow from there.
 */
export function inlineDrawing(
  { svg, width, height, labelSize }: Extract<Drawn, { ok: true }>,
  { id, linkBase, fit, name }: Place,
): Inlined {
  const least = Math.ceil((width * LEAST_LABEL) / labelSize)
  const own = svg
    .replaceAll(DRAWING_ID, id)
    .replace(RE_LINK, (_, start: string) => `${start}${linkBase}`)
    .replace(` width="${width}" height="${height}"`, fit === 'page' ? ` width="${least}"` : '')
  return {
    svg: named(own, name),
    least,
    needsFocus: least > NARROWEST && !RE_ANY_LINK.test(svg),
  }
}

/** `<a href="#decision-3">`, and not `<use href="#…">` */
const RE_LINK = /(<a\b[^>]*\shref=")#/g

const RE_ANY_LINK = /<a\b/

/** A drawing without a title of its own gets a name. */
function named(svg: string, name: string): string {
  if (/<title\b/.test(svg)) return svg
  return svg.replace('<svg ', () => `<svg aria-label="${escapeXml(name)}" `)
}
