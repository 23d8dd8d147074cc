/**
 * The gate of the compile: the last of our plugins. What is not on the lists of `core/syntax/markup.ts`
 * does not pass, whoever put it there, and neither does what nobody here knows.
 */
import { fileURLToPath } from 'node:url'
import { defineHastPlugin, type HastPluginDefinition } from 'satteri'
import { unsafeSchemeOf } from '../../core/addresses/safe.ts'
import { attributesOf, COMPONENTS, ELEMENTS, MARKS } from '../../core/syntax/markup.ts'

/** A node of the tree of HTML, as far as the gate looks at it. */
interface Compiled {
  readonly type: string
  readonly tagName?: string
  readonly name?: string | null
  readonly value?: unknown
  readonly properties?: Readonly<Record<string, unknown>>
  readonly attributes?: readonly {
    readonly type: string
    name?: string
    readonly value?: unknown
  }[]
  readonly children?: readonly Compiled[]
}

/** Stops the compile of a file in which something does not pass: our mistake, since words always do. */
export function gate(): HastPluginDefinition {
  return defineHastPlugin({
    name: 'throughline-gate',
    before(root, { fileURL }) {
      // Of Sätteri's own types, which are unions too narrow to walk.
      const stopped = stoppedIn(root as unknown as Compiled)
      if (stopped === undefined) return
      const file = fileURL ? fileURLToPath(fileURL) : 'a file'
      throw new Error(`Unexpected ${stopped} in what ${file} compiles to, expected words alone`)
    },
  })
}

/** The first thing that does not pass; `undefined` where all does. */
export function stoppedIn(root: Compiled): string | undefined {
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const stopped = (Object.hasOwn(PASSES, node.type) ? PASSES[node.type] : unknown)?.(node)
    if (stopped !== undefined) return stopped
    for (const child of node.children ?? []) waiting.push(child)
  }
  return undefined
}

/** What is wrong with a node. */
type Look = (node: Compiled) => string | undefined

const PASSES: Readonly<Record<string, Look>> = {
  root: () => undefined,
  text: () => undefined,
  element: stoppedInElement,
  mdxJsxFlowElement: stoppedInTyped,
  mdxJsxTextElement: stoppedInTyped,
  mdxFlowExpression: stoppedInBraces,
  mdxTextExpression: stoppedInBraces,
}

function unknown({ type }: Compiled): string {
  return `node ${type}`
}

function stoppedInBraces({ value }: Compiled): string | undefined {
  return value === '' ? undefined : 'expression'
}

/** Elements that Markdown alone makes: headings, check boxes, footnotes. */
const OF_MARKDOWN = new Set('h1 h2 h3 h4 h5 h6 input section'.split(' '))

/** Properties that Markdown gives to elements. */
const PROPERTIES = new Set([
  ...['alt', 'checked', 'className', 'disabled', 'href', 'id', 'src', 'start', 'title', 'type'],
  ...['ariaDescribedBy', 'ariaLabel', 'dataFootnoteBackref', 'dataFootnoteRef', 'dataFootnotes'],
])

/** How the cells of a column are set. */
const ALIGNED = new Set(['left', 'right', 'center'].map((side) => `text-align: ${side}`))

function stoppedInElement({ tagName = '', properties = {} }: Compiled): string | undefined {
  if (!OF_MARKDOWN.has(tagName) && !attributesOf(tagName, ELEMENTS)) return `element ${tagName}`
  const stopped = Object.entries(properties).find(
    ([name, value]) =>
      !(PROPERTIES.has(name) || (name === 'style' && ALIGNED.has(String(value)))) ||
      isUnsafe(name, value),
  )
  return stopped && `${stopped[0]} of ${tagName}`
}

function stoppedInTyped({ name, attributes = [] }: Compiled): string | undefined {
  const known = attributesOf(name ?? '', ELEMENTS, COMPONENTS, MARKS)
  // A component may stand at a place as a mark does.
  if (!known || name === 'Internal') return `element ${name}`
  const stopped = attributes.find(
    ({ type, name: attribute = '', value }) =>
      type !== 'mdxJsxAttribute' ||
      !(known.includes(attribute) || attribute === 'at') ||
      (typeof value === 'object' && value !== null) ||
      isUnsafe(attribute, value),
  )
  return stopped && `${stopped.name ?? 'code'} of ${name}`
}

// Matches "data:image/png;base64,…", which is shown and runs nothing.
const RE_PICTURE = /^data:image\//i

function isUnsafe(name: string, value: unknown): boolean {
  if (name !== 'href' && name !== 'src') return false
  const address = String(value)
  return unsafeSchemeOf(address) !== undefined && !(name === 'src' && RE_PICTURE.test(address))
}
