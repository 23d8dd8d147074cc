/** The table of HTML tags: what each becomes in Markdown. */

interface TagRow {
  /** The Markdown sign around its words. */
  readonly mark?: '**' | '*' | '~~' | '`'
  /** Set for a block, which starts a new line. */
  readonly block?: true
  /** Set where its content is never shown. */
  readonly hidden?: true
}

const BLOCK: TagRow = { block: true }
const PLAIN: TagRow = {}
const HIDDEN: TagRow = { hidden: true }

/** Tags by name. Any other tag is removed, its words stay, and the author is told. */
const tags: Readonly<Record<string, TagRow>> = {
  b: { mark: '**' },
  strong: { mark: '**' },
  i: { mark: '*' },
  em: { mark: '*' },
  s: { mark: '~~' },
  del: { mark: '~~' },
  strike: { mark: '~~' },
  code: { mark: '`' },
  kbd: { mark: '`' },
  samp: { mark: '`' },
  tt: { mark: '`' },
  a: PLAIN,
  br: PLAIN,
  img: PLAIN,
  span: PLAIN,
  font: PLAIN,
  sup: PLAIN,
  sub: PLAIN,
  u: PLAIN,
  ins: PLAIN,
  mark: PLAIN,
  small: PLAIN,
  big: PLAIN,
  abbr: PLAIN,
  cite: PLAIN,
  q: PLAIN,
  time: PLAIN,
  wbr: PLAIN,
  picture: PLAIN,
  source: PLAIN,
  p: BLOCK,
  div: BLOCK,
  center: BLOCK,
  section: BLOCK,
  article: BLOCK,
  header: BLOCK,
  footer: BLOCK,
  main: BLOCK,
  nav: BLOCK,
  aside: BLOCK,
  figure: BLOCK,
  figcaption: BLOCK,
  address: BLOCK,
  details: BLOCK,
  summary: BLOCK,
  blockquote: BLOCK,
  pre: BLOCK,
  hr: BLOCK,
  h1: BLOCK,
  h2: BLOCK,
  h3: BLOCK,
  h4: BLOCK,
  h5: BLOCK,
  h6: BLOCK,
  ul: BLOCK,
  ol: BLOCK,
  li: BLOCK,
  dl: BLOCK,
  dt: BLOCK,
  dd: BLOCK,
  table: BLOCK,
  caption: BLOCK,
  colgroup: BLOCK,
  col: BLOCK,
  thead: BLOCK,
  tbody: BLOCK,
  tfoot: BLOCK,
  tr: BLOCK,
  th: BLOCK,
  td: BLOCK,
  // Of our own: no text that is read can have these names, which are not in small letters.
  Notes: BLOCK,
  Internal: BLOCK,
  Call: PLAIN,
  script: HIDDEN,
  style: HIDDEN,
  iframe: HIDDEN,
  template: HIDDEN,
  noframes: HIDDEN,
}

/** Whether the table has a tag. */
export function isKnownTag(name: string): boolean {
  return Object.hasOwn(tags, name)
}

/** The row of a tag; `{}` where the table has none. */
export function tagOf(name: string): TagRow {
  return (isKnownTag(name) ? tags[name] : undefined) ?? PLAIN
}

/** Whether a tag separates the words before it from those after it. */
export function isBreak(name: string): boolean {
  return name === 'br' || tagOf(name).block === true
}

const RAISED = new Map(
  [...'0123456789'].map((digit, index) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[index] ?? digit]),
)
const LOWERED = new Map(
  [...'0123456789'].map((digit, index) => [digit, '₀₁₂₃₄₅₆₇₈₉'[index] ?? digit]),
)

/** `('sup', '2')` → `²`; `undefined` where Unicode has no such characters. */
export function superscriptOrSubscript(name: string, words: string): string | undefined {
  if (!/^\d+$/.test(words)) return undefined
  const digits = name === 'sup' ? RAISED : name === 'sub' ? LOWERED : undefined
  return digits && [...words].map((digit) => digits.get(digit) ?? digit).join('')
}
