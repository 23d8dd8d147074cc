/** The markup that a case may hold: closed lists, since a case is data. What is not on them runs nowhere. */

/** The vocabulary that authors may type, and the attributes of each. */
export const COMPONENTS = {
  Slide: ['layout', 'animate'],
  Notes: [],
  Internal: ['why'],
  Page: [],
  Columns: [],
  Step: ['show'],
  Statement: [],
  Quote: ['by'],
  Diagram: ['of'],
  // `table` has the rows of `from`, as JSON: see node/read/chart-tables.ts.
  Chart: ['as', 'from', 'table'],
} as const satisfies Names

/** The names of the vocabulary, in the order in which they are suggested. */
export const VOCABULARY = Object.keys(COMPONENTS) as readonly (keyof typeof COMPONENTS)[] // its own keys

/** Attributes that every element of HTML may have. None of them loads, hides or names anything. */
const EVERYWHERE = ['title', 'lang', 'dir'] as const

/** Elements of HTML for what Markdown cannot say, with the attributes that each may have besides. */
export const ELEMENTS: Names = {
  ...textual('abbr b bdi br cite code dd del dfn div dl dt em figcaption figure hr i ins kbd'),
  ...textual('mark p pre rp rt ruby s samp small span strong sub summary sup table tbody tfoot'),
  ...textual('thead tr u ul var wbr blockquote caption q'),
  a: ['href', ...EVERYWHERE],
  details: ['open', ...EVERYWHERE],
  img: ['src', 'alt', 'width', 'height', ...EVERYWHERE],
  li: ['value', ...EVERYWHERE],
  ol: ['start', 'reversed', ...EVERYWHERE],
  td: ['colspan', 'rowspan', ...EVERYWHERE],
  th: ['colspan', 'rowspan', 'scope', ...EVERYWHERE],
  time: ['datetime', ...EVERYWHERE],
}

/** What some marks say besides where they stand. */
const OF_MARKS: Names = {
  Cell: ['header', 'align', 'pad', 'column'],
  FootnoteMark: ['of'],
  Film: ['path', 'src', 'poster', 'captions', 'width', 'height', 'alt', 'title'],
  Formula: ['tex', 'alone'],
  Picture: ['amid'],
  Row: ['item', 'also', 'columns'],
}

/** What the recogniser puts around the words of authors. Nobody types these names. */
export const MARKS: Names = Object.fromEntries(
  [
    ...['Caption', 'Cell', 'Cite', 'Code', 'Column', 'Drawing', 'Entry', 'Figure', 'Gap'],
    'Film',
    ...['ChartBody', 'ChartHead', 'ChartSource'],
    ...[
      'Heading',
      'Item',
      'LeadIn',
      'LineBreak',
      'List',
      'Picture',
      'Prose',
      'Quotation',
      'Quoted',
      'QuotedBy',
    ],
    ...['Row', 'Rule', 'Sentence', 'Sign', 'Table', 'Footnote', 'FootnoteMark', 'Apart'],
    'Formula',
  ].map((name) => [name, ['at', 'n', ...(OF_MARKS[name] ?? [])]]),
)

/** Nodes that are words or hold words, and run nothing. */
export const PLAIN_NODES: ReadonlySet<string> = new Set([
  ...['root', 'yaml', 'paragraph', 'heading', 'text', 'emphasis', 'strong', 'delete', 'break'],
  ...['inlineCode', 'code', 'thematicBreak', 'blockquote', 'list', 'listItem', 'table', 'tableRow'],
  ...['tableCell', 'link', 'linkReference', 'image', 'imageReference', 'definition'],
  ...['footnoteReference', 'footnoteDefinition'],
])

/** The attributes that an element may have; `undefined` for an element that is not on a list. */
export function attributesOf(
  name: string,
  ...lists: readonly Names[]
): readonly string[] | undefined {
  return lists.flatMap((list) => (Object.hasOwn(list, name) ? [list[name] ?? []] : []))[0]
}

/** The component that a name in another case means, `notes` for `Notes`: its words may be private. */
export function componentMeant(name: string): keyof typeof COMPONENTS | undefined {
  return VOCABULARY.find((known) => known.toLowerCase() === name.toLowerCase())
}

/** Names of elements, each with names of attributes. */
type Names = Readonly<Record<string, readonly string[]>>

function textual(names: string): Names {
  return Object.fromEntries(names.split(' ').map((name) => [name, EVERYWHERE]))
}
