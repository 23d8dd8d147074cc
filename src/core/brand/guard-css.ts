/**
 * `theme.css`: style rules of a brand's own. Of a closed list of properties, each with the values that it may
 * have, so that nothing can be hidden, moved away or made unreadable, and nothing is loaded. What is not on
 * the list is left out and told.
 */
import { type CssNode, generate, walk } from 'css-tree'
import { parseCss } from '../text/css.ts'
import { nearest } from '../text/nearest.ts'

/** What is left out, and where it stands: 1-based. */
interface LeftOutStyle {
  readonly line: number
  readonly column: number
  /** `display: none` */
  readonly words: string
  readonly expected: string
}

/** Characters; of more nobody can say what they do. */
const LONGEST = 100_000

/** Rules that are told of; of more nobody reads each. */
const MOST = 50

/**
 * What says that something is draft, missing, internal or uncertain keeps its own look: no rule of a brand
 * reaches it. By parts of its class, so that what is added later is among it.
 */
const PROTECTED = [
  '.tag',
  ...[
    ...['gap', 'draft', 'notice', 'caveat', 'owed', 'internal', 'caution', 'state-', 'stale'],
    ...['to-write', 'challenge', 'rating', 'private', 'not-', 'left-out'],
  ].map((part) => `[class*="${part}"]`),
].join(',')

/** Elements of words: their sizes and spaces add up to little, and push nothing out of sight. */
const WORDED = new Set([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'li', 'dt', 'dd', 'blockquote', 'figcaption'],
  ...['th', 'td', 'caption'],
])

/** These, and what they stand in: none is a button, whose words are in the colour of paper. */
const COLOURED = new Set([
  ...[...WORDED].filter((name) => !['th', 'td', 'caption'].includes(name)),
  ...['strong', 'em', 'main', 'header', 'footer', 'section', 'aside', 'figure', 'table'],
])

/** Keeps the rules that a brand may have; the others are told in order. */
export function guardCss(text: string): {
  /** Rules alone, without any layer; `''` where there are none. */
  readonly css: string
  readonly leftOut: readonly LeftOutStyle[]
} {
  const leftOut: LeftOutStyle[] = []
  const tell = (node: CssNode, expected: string, words = generate(node)) => {
    const { line = 1, column = 1 } = node.loc?.start ?? {}
    leftOut.push({ line, column, words: words.slice(0, 80), expected })
  }
  if (text.length > LONGEST) {
    const expected = `no more than ${LONGEST} characters`
    return {
      css: '',
      leftOut: [{ line: 1, column: 1, words: `${text.length} characters`, expected }],
    }
  }
  const tree = parseCss(text, { positions: true })
  const keepRules = (nodes: readonly CssNode[], isWithin = false): readonly string[] =>
    nodes.flatMap((node) => {
      if (node.type === 'Comment') return []
      if (node.type === 'Rule') return ruleOf(node, tell)
      if (
        node.type === 'Atrule' &&
        nameOf(node) === 'media' &&
        !isWithin &&
        isMedia(node.prelude)
      ) {
        const inner = keepRules([...(node.block?.children ?? [])], true)
        return inner.length > 0
          ? [`@media ${generate(node.prelude as CssNode)}{${inner.join('')}}`]
          : []
      }
      const words = generate(node)
      tell(node, EXPECTED_RULE, words.length > 80 ? `${words.slice(0, 79)}…` : words)
      return []
    })
  const css = keepRules([...tree.children]).join('\n')
  return { css, leftOut: leftOut.slice(0, MOST) }
}

type Tell = (node: CssNode, expected: string, words?: string) => void

const EXPECTED_RULE = 'a rule such as "h2 { letter-spacing: 0.02em }", or one within @media'

// Matches "screen", "print", "(min-width: 40rem)", "(prefers-color-scheme: dark)", and these with "and".
const RE_MEDIA =
  /^(?:(?:only )?(?:screen|print|all)|\((?:min|max)-(?:width|height):[\d.]+(?:px|r?em)\)|\((?:prefers-color-scheme:(?:light|dark)|prefers-contrast:(?:more|less)|prefers-reduced-motion(?::[a-z-]+)?)\)| and )+$/

function isMedia(prelude: CssNode | null): boolean {
  return prelude !== null && RE_MEDIA.test(generate(prelude))
}

function ruleOf(rule: CssNode, tell: Tell): readonly string[] {
  const { prelude, block } = rule
  if (prelude?.type !== 'SelectorList') {
    tell(rule, 'a selector such as "h2"')
    return []
  }
  const selectors = [...prelude.children].filter((selector) => {
    if (!isPlain(selector))
      tell(selector, 'a selector of elements and classes, without ::before and the like')
    return isPlain(selector)
  })
  const canColour = selectors.every((selector) => COLOURED.has(elementOf(selector)))
  const isWorded = selectors.every((selector) => WORDED.has(elementOf(selector)))
  const usual: string[] = []
  const coloured: string[] = []
  for (const node of block?.children ?? []) {
    if (node.type === 'Comment') continue
    const misplaced = isColour(node)
      ? !canColour && EXPECTED_COLOURED
      : !isWorded && RE_BOX.test(node.property) && EXPECTED_WORDED
    const expected = faultOf(node) ?? (misplaced || undefined)
    if (expected !== undefined) tell(node, expected)
    else (isColour(node) ? coloured : usual).push(generate(node))
  }
  const written = (declarations: readonly string[], but: string) =>
    declarations.length === 0 || selectors.length === 0
      ? []
      : [
          `${selectors.map((one) => `${generate(one)}:not(${but},:is(${but}) *)`).join(',')}{${declarations.join(';')}}`,
        ]
  // Some slides have grounds of their own, on which no other colour was tried.
  return [...written(usual, PROTECTED), ...written(coloured, `[data-state],${PROTECTED}`)]
}

const EXPECTED_COLOURED =
  'a selector that ends in an element of words, such as h2 or p: what else has a colour has a ground of its own'

// Matches what makes room for an element, or takes it.
const RE_BOX = /^(?:font-size|margin|padding|border)/i
const EXPECTED_WORDED =
  'a selector that ends in an element of words, such as h2 or p: sizes of what holds these add up, and push words out of sight'

function isColour({ property }: CssNode): boolean {
  return /^(?:background-)?color$/i.test(property)
}

/** The element that a selector means: `h2` of `main > h2.x`; `''` where it names none. */
function elementOf(selector: CssNode): string {
  const parts = [...selector.children]
  const last = parts.slice(parts.findLastIndex(({ type }) => type === 'Combinator') + 1)
  const element = last.find(({ type }) => type === 'TypeSelector')
  return element ? nameOf(element) : ''
}

/** Whether it means elements, and no part of one. */
function isPlain(selector: CssNode): boolean {
  let plain = selector.type === 'Selector'
  walk(selector, (node) => {
    // "::before", ":before", "&" and what could not be read.
    if (
      node.type === 'PseudoElementSelector' ||
      node.type === 'NestingSelector' ||
      node.type === 'Raw'
    )
      plain = false
    if (node.type === 'PseudoClassSelector' && !PSEUDO_CLASSES.has(nameOf(node))) plain = false
  })
  return plain
}

const PSEUDO_CLASSES = new Set([
  ...[
    'is',
    'where',
    'not',
    'has',
    'first-child',
    'last-child',
    'only-child',
    'nth-child',
    'first-of-type',
  ],
  ...[
    'last-of-type',
    'nth-of-type',
    'hover',
    'focus',
    'focus-visible',
    'focus-within',
    'link',
    'lang',
    'root',
  ],
])

/** What is expected in its place; undefined for one that may stay. */
function faultOf({ type, property, value, important }: CssNode): string | undefined {
  if (type !== 'Declaration') return 'declarations alone, such as "letter-spacing: 0.02em"'
  const name = property.toLowerCase()
  if (name.startsWith('--')) return 'colours in theme.yaml, from which all tokens follow'
  const allowed = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined
  if (!allowed) {
    const [near] = nearest(name, Object.keys(PROPERTIES), 1)
    return `one of the properties that theme.css may set, such as ${near}`
  }
  if (important) return 'no !important: rules of theme.css come after those of the theme'
  const parts = isNode(value) && value.type === 'Value' ? [...value.children] : []
  const isRight =
    parts.length > 0 &&
    parts.length <= allowed.most &&
    parts.every((part) => allowed.values.some((isOf) => isOf(part)))
  return isRight ? undefined : allowed.expected
}

/** In small letters. */
function nameOf({ name }: CssNode): string {
  return (typeof name === 'string' ? name : name.name).toLowerCase()
}

function isNode(value: unknown): value is CssNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

interface Allowed {
  readonly values: readonly ((part: CssNode) => boolean)[]
  /** How many values may follow each other. */
  readonly most: number
  readonly expected: string
}

/** Tokens that are clear on each ground on which words stand. */
const WORDS = ['ink', 'quiet', 'thread', 'focus']
/** Grounds on which all words are clear. */
const GROUNDS = ['paper', 'card', 'ground-paper']
const ANY = [...WORDS, ...GROUNDS, 'rule']

function tokens(...names: readonly string[]): (part: CssNode) => boolean {
  return (part) => {
    if (part.type !== 'Function' || nameOf(part) !== 'var') return false
    const [name, ...more] = part.children
    const isOne = more.length === 0 && name?.type === 'Identifier'
    return isOne && names.some((one) => name.name === `--${one}`)
  }
}

/** Lengths of these units, from the least to the most; 0 where that is among them. */
function lengths(
  bounds: Readonly<Record<string, readonly [number, number]>>,
): (part: CssNode) => boolean {
  return (part) => {
    const zero = part.type === 'Number' && Number(part.value) === 0
    const unit =
      part.type === 'Dimension'
        ? (part.unit ?? '').toLowerCase()
        : part.type === 'Percentage'
          ? '%'
          : ''
    const [least, most] = (Object.hasOwn(bounds, unit) && bounds[unit]) || [1, 0]
    if (zero) return Object.values(bounds).every(([from]) => from <= 0)
    const value =
      part.type === 'Dimension' || part.type === 'Percentage' ? Number(part.value) : Number.NaN
    return value >= least && value <= most
  }
}

function numbers(least: number, most: number): (part: CssNode) => boolean {
  return (part) =>
    part.type === 'Number' && Number(part.value) >= least && Number(part.value) <= most
}

function words(...names: readonly string[]): (part: CssNode) => boolean {
  return (part) => part.type === 'Identifier' && names.includes(nameOf(part))
}

const SPACE = lengths({ px: [0, 64], rem: [0, 4], em: [0, 2], pt: [0, 48], mm: [0, 17] })
/** On narrow screens there is no more room at the sides. */
const BESIDE = lengths({ px: [0, 24], rem: [0, 1.5], em: [0, 1], pt: [0, 18], mm: [0, 6] })
const WIDTH = lengths({ px: [0, 16], rem: [0, 1], em: [0, 1], pt: [0, 12] })
const ROUND = lengths({ px: [0, 24], rem: [0, 1.5], em: [0, 1] })
const LINES = words('solid', 'dashed', 'dotted', 'double')

const beside = { values: [BESIDE], most: 4, expected: 'lengths from 0 to 1.5rem' }
const space = { values: [SPACE], most: 2, expected: 'lengths from 0 to 4rem' }
const borderWidth = { values: [WIDTH], most: 4, expected: 'lengths from 0 to 16px' }
const borderColour = {
  values: [tokens(...ANY)],
  most: 4,
  expected: 'a token such as var(--thread)',
}
const borderStyle = {
  values: [LINES, words('none')],
  most: 4,
  expected: 'solid, dashed, dotted, double or none',
}
const border = {
  values: [WIDTH, LINES, tokens(...ANY), words('none')],
  most: 3,
  expected: 'such as 2px solid var(--thread)',
}
const SIDES = [
  'top',
  'right',
  'bottom',
  'left',
  'block',
  'inline',
  'block-start',
  'block-end',
  'inline-start',
  'inline-end',
]

function onSides(
  of: (side: string) => string,
  allowed: Allowed,
): Readonly<Record<string, Allowed>> {
  return Object.fromEntries(SIDES.map((side) => [of(side), allowed]))
}

/** Of `margin` and `padding`: more above and below than beside. */
function spaces(name: string): Readonly<Record<string, Allowed>> {
  const sides = SIDES.map((side) => {
    const isBeside = /^(?:right|left|inline)/.test(side)
    return [`${name}-${side}`, isBeside ? beside : space] as const
  })
  return { [name]: beside, ...Object.fromEntries(sides) }
}

/** What theme.css may set. */
const PROPERTIES: Readonly<Record<string, Allowed>> = {
  color: {
    values: [tokens(...WORDS)],
    most: 1,
    expected: 'a token of words: var(--ink), var(--quiet) or var(--thread)',
  },
  'background-color': {
    values: [tokens(...GROUNDS)],
    most: 1,
    expected: 'a token of grounds: var(--paper) or var(--card)',
  },
  'font-weight': {
    values: [numbers(400, 900), words('normal', 'bold')],
    most: 1,
    expected: 'a weight from 400 to 900',
  },
  'font-style': { values: [words('normal', 'italic')], most: 1, expected: 'normal or italic' },
  'font-variant-numeric': {
    values: [words('normal', 'lining-nums', 'oldstyle-nums', 'tabular-nums', 'proportional-nums')],
    most: 2,
    expected: 'such as tabular-nums',
  },
  'font-size': {
    values: [
      // No em or %: what stands in each other would be ever smaller.
      lengths({ px: [14, 64], rem: [0.875, 4], pt: [10.5, 48] }),
    ],
    most: 1,
    expected: 'a length from 0.875rem to 4rem',
  },
  'line-height': { values: [numbers(1.1, 2.2)], most: 1, expected: 'a number from 1.1 to 2.2' },
  'letter-spacing': {
    values: [lengths({ em: [-0.05, 0.3], px: [-1, 6] }), words('normal')],
    most: 1,
    expected: 'from -0.05em to 0.3em',
  },
  'word-spacing': {
    values: [lengths({ em: [0, 0.5], px: [0, 8] }), words('normal')],
    most: 1,
    expected: 'from 0 to 0.5em',
  },
  'text-transform': {
    values: [words('none', 'uppercase', 'lowercase', 'capitalize')],
    most: 1,
    expected: 'none, uppercase, lowercase or capitalize',
  },
  'text-align': {
    values: [words('start', 'center', 'end')],
    most: 1,
    expected: 'start, center or end',
  },
  'text-decoration-style': { values: [LINES, words('wavy')], most: 1, expected: 'such as solid' },
  'text-decoration-color': borderColour,
  'text-decoration-thickness': { values: [WIDTH], most: 1, expected: 'a length from 0 to 16px' },
  'text-underline-offset': {
    values: [lengths({ em: [0, 0.5], px: [0, 8] })],
    most: 1,
    expected: 'from 0 to 0.5em',
  },
  'border-radius': { values: [ROUND], most: 4, expected: 'lengths from 0 to 24px' },
  border,
  'border-width': borderWidth,
  'border-color': borderColour,
  'border-style': borderStyle,
  ...onSides((side) => `border-${side}`, border),
  ...onSides((side) => `border-${side}-width`, borderWidth),
  ...onSides((side) => `border-${side}-color`, borderColour),
  ...onSides((side) => `border-${side}-style`, borderStyle),
  ...spaces('margin'),
  ...spaces('padding'),
}
