/** Marks in a Word document for what the library that reads it does not tell, and what they become in its HTML. */
import { escapeXml } from '../../../text/xml.ts'
import { readXml } from '../xml.ts'
import { equationOf } from './equations.ts'
import type { NextNumber, WordStyles } from './word-styles.ts'

// Stand around a mark: private signs of Unicode, which no keyboard has.
const [OPEN, CLOSE] = ['\uE0A0', '\uE0A1']

// Matches the order of a cross reference: " REF _Ref12 \h ".
const RE_REFERENCE = /(<w:instrText\b[^<>]*>)\s*(?:PAGE)?REF\s+([\w.-]+)[^<]*(<\/w:instrText>)/g
// Matches a cross reference in one element.
const RE_SIMPLE =
  /<w:fldSimple\b(?:\s+(?!w:instr=)[\w:]+="[^"<>]*")*\s+w:instr="\s*REF\s+([\w.-]+)[^"<>]*"[^<>]*>((?:(?!<\/?w:fldSimple)[\s\S])*)<\/w:fldSimple>/g
// Matches an equation.
const RE_EQUATION = /<m:oMath(?:\s[^<>]*)?>((?:(?!<m:oMath[\s>])[\s\S])*?)<\/m:oMath>/g
// Matches a run without runs in it.
const RE_RUN = /<w:r(?:\s[^<>]*)?>(?:(?!<w:r[\s>]|<\/w:r>)[\s\S])*<\/w:r>/g
// Matches a paragraph without others in it.
const RE_PARAGRAPH = /<w:p(?:\s[^<>]*)?>(?:(?!<w:p[\s>]|<\/w:p>)[\s\S])*<\/w:p>/g
// Matches the properties of a paragraph, at its start.
const RE_PROPERTIES = /<w:p(?:\s[^<>]*)?>\s*<w:pPr>((?:(?!<\/w:pPr>|<w:p[\s>])[\s\S])*)<\/w:pPr>/g

// Matches a drawing without others in it.
const RE_DRAWING = /<w:drawing(?:\s[^<>]*)?>(?:(?!<\/?w:drawing[\s>])[\s\S])*<\/w:drawing>/g

/** Says with marks what the library does not tell: numbers, cross references, equations, charts, what is hidden. */
export function markedXml(text: string, styles: WordStyles, next: NextNumber): string {
  return (
    text
      .replace(RE_REFERENCE, '$1 HYPERLINK \\l "$2" $3')
      .replace(RE_SIMPLE, '<w:hyperlink w:anchor="$1">$2</w:hyperlink>')
      // The library reads no field in one element, so its words stand by themselves.
      .replace(/<\/?w:fldSimple\b[^<>]*>/g, '')
      .replace(RE_EQUATION, (equation) => {
        const { text, isFormula } = equationOf(readXml(equation))
        const words = isFormula ? `${OPEN}f${encodeURIComponent(text)}${CLOSE}` : escapeXml(text)
        return `<w:r><w:t xml:space="preserve"> ${words} </w:t></w:r>`
      })
      .replace(RE_DRAWING, (drawing) => {
        const about = /<wp:docPr\b[^<>]*\bdescr="([^"]*)"/.exec(drawing)?.[1] ?? ''
        return drawing.includes('<c:chart') ? `<w:t>${OPEN}c${about}${CLOSE}</w:t>` : drawing
      })
      .replace(RE_PARAGRAPH, (paragraph) => {
        const isHidden = styles(styleIn(paragraph, 'pStyle')).isHidden === true
        return isHidden ? withoutHidden(paragraph, styles, true) : paragraph
      })
      .replace(RE_RUN, (run) => withoutHidden(run, styles))
      .replace(RE_PROPERTIES, (whole, inner: string) => {
        const list = listIn(inner, styles)
        return list ? `${whole}${mark(`n${next(list.id, list.level)}`)}` : whole
      })
  )
}

/** The runs that are seen, in a paragraph whose style hides words or not. */
function withoutHidden(xml: string, styles: WordStyles, isAround = false): string {
  return xml.replace(RE_RUN, (run) => {
    const [own, value = '1'] = /<w:vanish\b(?:[^<>]*w:val="(\w*)")?/.exec(run) ?? []
    const style = styleIn(run, 'rStyle')
    const isStyled = style === undefined ? undefined : styles(style).isHidden
    const isHidden =
      own === undefined ? (isStyled ?? isAround) : !/^(?:0|false|off|none)$/.test(value)
    return isHidden ? '' : run
  })
}

function styleIn(xml: string, sort: 'pStyle' | 'rStyle'): string | undefined {
  return new RegExp(`<w:${sort}\\b[^<>]*w:val="([^"]*)"`).exec(xml)?.[1]
}

function listIn(
  properties: string,
  styles: WordStyles,
): { readonly id: string; readonly level: string } | undefined {
  const own = /<w:numPr>[\s\S]*?<\/w:numPr>/.exec(properties)?.[0]
  const found = styles(styleIn(properties, 'pStyle'))
  if (found.level !== undefined) return undefined
  const value = (name: string): string | undefined =>
    new RegExp(`<w:${name}\\b[^<>]*w:val="(\\d+)"`).exec(own ?? '')?.[1]
  if (own)
    return value('numId') === '0'
      ? undefined
      : { id: value('numId') ?? found.list?.id ?? '0', level: value('ilvl') ?? '0' }
  return found.list
}

function mark(words: string): string {
  return `<w:r><w:t>${OPEN}${words}${CLOSE}</w:t></w:r>`
}

/** What the mark of a chart says of it, where a text is one; undefined for any other text. */
export function chartInMark(text: string): string | undefined {
  return text.startsWith(`${OPEN}c`) && text.endsWith(CLOSE) ? text.slice(2, -1) : undefined
}

/** A mark for the looks of a paragraph, as text at its start. */
export function lookMark({
  isBold,
  size,
}: {
  readonly isBold: boolean
  readonly size: number
}): string {
  return `${OPEN}l${isBold ? 'b' : ''}${size / 2}${CLOSE}`
}

// Matches the mark of looks in a paragraph, and of a number in an entry, at their start.
const RE_LOOK = new RegExp(`<p>((?:<a id="[^"]*"></a>)*)${OPEN}l(b?)([\\d.]+)${CLOSE}`, 'g')
const RE_FIRST = new RegExp(`<ol><li>((?:<[^>]+>)*)${OPEN}n(\\d+)${CLOSE}`, 'g')
// Matches the mark of a formula.
const RE_FORMULA = new RegExp(`${OPEN}f([^${CLOSE}]*)${CLOSE}(?: (?=[.,;:!?)]))?`, 'g')
const RE_ANY = new RegExp(`${OPEN}[^${CLOSE}]*${CLOSE}`, 'g')

/** A text without its marks. */
export function withoutMarks(text: string): string {
  return text.replace(RE_ANY, '')
}

/** Puts what the marks say into the HTML. */
export function withMarks(html: string): string {
  return (
    html
      .replace(
        RE_LOOK,
        (_, anchors: string, bold: string, size: string) =>
          `<p data-size="${size}"${bold ? ' data-bold' : ''}>${anchors}`,
      )
      .replace(RE_FIRST, '<ol start="$2"><li>$1')
      // Where a sentence goes on behind a formula, its sign follows at once.
      .replace(
        RE_FORMULA,
        (_, tex: string) => `<math data-tex="${escapeXml(decodeURIComponent(tex))}"></math>`,
      )
      .replace(RE_ANY, '')
  )
}
