/** An SVG without anything that is not drawn: what editors say, layers that are hidden, other files. */
import { optimize } from 'svgo'
import { dataAddress, readDataAddress } from '../data-address.ts'
import type { Cleaned } from '../picture.ts'
import { plainFonts } from './fonts.ts'
import { dropHidden } from './hidden.ts'
import { renumber } from './ids.ts'
import { HIDDEN, keepDrawn, placeholder, type SvgTraces } from './keep.ts'
import { trimRules } from './rules.ts'
import { writeSize } from './size.ts'
import { readSvg } from './text.ts'
import { elementsIn, type XastChild, type XastRoot } from './tree.ts'
import { unseenWords } from './unseen.ts'

/** Cleans a picture within one; undefined for what is none. */
type CleanWithin = (bytes: Buffer, extension: string) => Promise<Cleaned | undefined>

/**
 * Cleans an SVG, and the pictures in it.
 * @returns undefined for what is no SVG, as browsers read it
 * @throws where it is no XML
 */
export async function cleanSvg(
  bytes: Buffer,
  cleanWithin: CleanWithin,
): Promise<Cleaned | undefined> {
  const found: SvgTraces = { removed: new Set(), pictures: [] }
  const text = drawnText(withSpaces(readSvg(bytes)), found)?.replaceAll(SPACE, ' ')
  if (text === undefined) return undefined
  let whole = text
  for (const [index, address] of found.pictures.entries()) {
    const picture = readDataAddress(address)
    const cleaned = picture && (await cleanWithin(picture.bytes, picture.extension))
    for (const said of cleaned?.removed ?? []) found.removed.add(said)
    // One that can't be read draws nothing there.
    const shown = picture && cleaned ? dataAddress(cleaned.bytes, picture.extension) : 'data:,'
    whole = whole.replaceAll(placeholder(index), shown)
  }
  const { svg, isLess } = await plainFonts(whole)
  if (isLess) found.removed.add('font')
  const unseen = await unseenWords(svg)
  const said = unseen.length > 0 ? { unseen } : {}
  return { bytes: Buffer.from(svg), removed: [...found.removed], ...said }
}

// Matches words between two tags.
const RE_WORDS = />([^<]*[^<\s][^<]*)(?=<)/g

/** Stands for a space that svgo would take away, and is no sign in any language. */
const SPACE = '\uFDD0'

/** The same, with the spaces kept at the edges of words in HTML. */
function withSpaces(svg: string): string {
  const [from, to] = [svg.indexOf('foreignObject'), svg.lastIndexOf('foreignObject')]
  if (from < 0 || to < from) return svg
  const html = svg.slice(from, to).replace(RE_WORDS, (_, words: string) => {
    const [before, after] = [words.trimStart() !== words, words.trimEnd() !== words]
    return `>${before ? SPACE : ''}${words.trim()}${after ? SPACE : ''}`
  })
  return svg.slice(0, from) + html + svg.slice(to)
}

function drawnText(svg: string, found: SvgTraces): string | undefined {
  let isSvg = false
  let drawn = 0
  const before = (root: XastRoot): void => {
    isSvg = keepDrawn(root, found) && root.children.every(isSized)
    dropHidden(root, found)
    drawn = elementsIn(root).length
  }
  const after = (root: XastRoot): void => {
    const elements = elementsIn(root)
    if (elements.length < drawn) found.removed.add(HIDDEN)
    trimRules(elements)
    renumber(elements)
  }
  const { data } = optimize(svg, {
    plugins: [
      { name: 'keep-drawn', fn: before },
      'removeHiddenElems',
      { name: 'renumber', fn: after },
    ],
  })
  return isSvg ? data : undefined
}

function isSized(child: XastChild): boolean {
  return child.type === 'element' && writeSize(child)
}
