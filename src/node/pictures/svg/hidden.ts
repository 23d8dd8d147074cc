/** What is written so that nobody sees it, and that rules of svgo leave in: too faint, too small, of no width. */
import { HTML_ELEMENTS } from './allowed.ts'
import { HIDDEN, type SvgTraces } from './keep.ts'
import { elementsIn, type XastChild, type XastElement, type XastRoot } from './tree.ts'

/** Takes all that nobody sees out of a tree. */
export function dropHidden(root: XastRoot, found: SvgTraces): void {
  const hasRules = elementsIn(root).some(({ name }) => name === 'style')
  root.children = kept(root.children, { found, hasRules, isWords: false, isChoice: false })
}

interface Around {
  readonly found: SvgTraces
  /** Whether rules of style may win over attributes. */
  readonly hasRules: boolean
  /** Whether letters are drawn here: elsewhere they are only in the file. */
  readonly isWords: boolean
  /** In a `switch`, of which a browser shows the first that it can. */
  readonly isChoice: boolean
}

const WORDS = new Set(['text', 'foreignObject', 'style'])

/** Nobody sees what follows in a `switch` behind a part without any of these. */
const CONDITIONS = ['requiredExtensions', 'requiredFeatures', 'systemLanguage']

function kept(children: readonly XastChild[], around: Around): XastChild[] {
  let isChosen = false
  return children.filter((child) => {
    if (child.type !== 'element') {
      const isStray = 'value' in child && !around.isWords && child.value.trim() !== ''
      if (isStray) around.found.removed.add('words beside the drawing')
      return !isStray
    }
    if (isChosen || isHidden(child, around)) {
      around.found.removed.add(HIDDEN)
      return false
    }
    isChosen = around.isChoice && !CONDITIONS.some((name) => name in child.attributes)
    const isWords = around.isWords || WORDS.has(child.name)
    child.children = kept(child.children, { ...around, isWords, isChoice: child.name === 'switch' })
    return true
  })
}

/** Of these no eye sees anything. */
const FAINTEST = 0.02
const SMALLEST = 0.1

// Matches what draw.io asks for, and browsers can.
const RE_OFFERED = /^\s*http:\/\/www\.w3\.org\/(?:TR\/SVG11\/feature#\w+|1999\/xhtml)\s*$/

// Matches "scale(0)", "scale(0.0001)", "scale(0, 1)"; not "scale(0.5)".
const RE_NO_SCALE = /\bscale\(\s*[-+]?0*(?:\.000\d*)?(?:e-\d+)?\s*[,)\s]/i

function isHidden(element: XastElement, { hasRules }: Around): boolean {
  const { name, attributes, children } = element
  const isPlain = children.every(({ type }) => type !== 'element')
  // An animation may show later what is hidden first.
  if (children.some((child) => child.type === 'element' && RE_ANIMATION.test(child.name)))
    return false
  const look = (property: string) => lookOf(element, property, hasRules)
  if (isAtMost(look('opacity'), FAINTEST) || look('content-visibility') === 'hidden') return true
  if (isPlain && look('visibility') === 'collapse') return true
  if (RE_NO_SCALE.test(attributes.transform ?? '')) return true
  const asked = attributes.requiredExtensions ?? attributes.requiredFeatures
  if (asked !== undefined && !RE_OFFERED.test(asked)) return true
  // Without a width or a height it has none. A rule may give it one, but no tool of drawing writes it so.
  const size = ['width', 'height'].map((side) => lookOf(element, side, false))
  if (name === 'foreignObject' && size.includes('')) return true
  if (name === 'foreignObject' || name === 'svg')
    return isAtMost(attributes.width ?? '', 0) || isAtMost(attributes.height ?? '', 0)
  // Words within may have a look of their own.
  if (!isPlain) return false
  if (HTML_ELEMENTS.has(name))
    return isAtMost(look('font-size'), SMALLEST) || look('color') === 'transparent'
  return (name === 'text' || name === 'tspan') && isInvisible(look)
}

const RE_ANIMATION = /^(?:animate|set$)/

function isInvisible(look: (property: string) => string): boolean {
  const isFilled =
    !/^(?:none|transparent)$/.test(look('fill')) && !isAtMost(look('fill-opacity'), FAINTEST)
  const isStroked = look('stroke') !== '' && look('stroke') !== 'none'
  return isAtMost(look('font-size'), SMALLEST) || (!isFilled && !isStroked)
}

/** What its `style` says, or else its attribute; `''` where neither says anything for sure. */
function lookOf({ attributes }: XastElement, property: string, hasRules: boolean): string {
  const rule = new RegExp(`(?:^|;)\\s*${property}\\s*:([^;]*)`, 'i').exec(
    attributes.style ?? '',
  )?.[1]
  const value = rule ?? (hasRules ? undefined : attributes[property]) ?? ''
  return value
    .replace(/!\s*important/i, '')
    .trim()
    .toLowerCase()
}

function isAtMost(value: string, most: number): boolean {
  return value !== '' && Number.parseFloat(value) <= (value.endsWith('%') ? most * 100 : most)
}
