/** Looks into the module that a text compiles to, and runs it. */
import { parseSync } from 'vite'
import { COMPONENTS, ELEMENTS, MARKS } from '../../src/core/syntax/markup.ts'

/** What the compiler itself writes, whatever the text says. */
const OWN_NAMES = [
  ...['_jsx', '_jsxs', '_Fragment', 'Fragment', 'jsx', 'jsxs', '_createMdxContent', 'MDXContent'],
  ...['MDXLayout', 'wrapper', 'props', 'components', '_components', '_missingMdxReference'],
  ...['Object', 'assign', 'Error', 'id', 'component', 'undefined', 'frontmatter', 'getHeadings'],
  ...['depth', 'slug', 'text'],
  ...['children', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'input', 'section', 'style', 'textAlign'],
]

const NAMES = new Set(
  [OWN_NAMES, ...[COMPONENTS, ELEMENTS, MARKS].map(Object.keys)].flat().concat(
    [COMPONENTS, ELEMENTS, MARKS].flatMap((names) => Object.values(names).flat()),
    // What Markdown gives to its own elements.
    ['href', 'title', 'id', 'class', 'type', 'checked', 'disabled', 'start', 'at'],
  ),
)

/** Where a module may import from. */
const SOURCES = new Set(['astro/jsx-runtime'])

/** Kinds of nodes in which nothing of a text could run. */
const NODES = new Set([
  ...['Program', 'ImportDeclaration', 'ImportSpecifier', 'FunctionDeclaration', 'BlockStatement'],
  ...['VariableDeclaration', 'VariableDeclarator', 'ObjectPattern', 'AssignmentPattern'],
  ...['ObjectExpression', 'ArrayExpression', 'Property', 'Identifier', 'Literal', 'IfStatement'],
  ...['CallExpression', 'MemberExpression', 'ReturnStatement', 'ConditionalExpression'],
  ...['LogicalExpression', 'BinaryExpression', 'UnaryExpression', 'ThrowStatement'],
  ...[
    'ParenthesizedExpression',
    'NewExpression',
    'ExpressionStatement',
    'ExportNamedDeclaration',
    'ExportDefaultDeclaration',
  ],
])

/** The first things of a module that the compiler does not write of itself; `[]` for words alone. */
export function foreignIn(code: string): readonly string[] {
  const { program, errors } = parseSync('a.js', code)
  const found: string[] = errors.map(({ message }) => message)
  const waiting: unknown[] = [program]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (typeof node !== 'object' || node === null) continue
    if ('type' in node && typeof node.type === 'string') found.push(...foreign(node))
    waiting.push(...Object.values(node))
  }
  return found
}

function foreign(node: object & { readonly type?: unknown }): readonly string[] {
  const { type, name, source, key, arguments: given } = node as Readonly<Record<string, unknown>>
  if (!NODES.has(String(type))) return [`node ${type}`]
  if (type === 'Identifier' && !NAMES.has(String(name))) return [`name ${name}`]
  // Elements are named in the first of what is given; words are never given alone.
  const element = type === 'CallExpression' && Array.isArray(given) ? wordIn(given[0]) : undefined
  if (element !== undefined && !NAMES.has(element)) return [`element ${element}`]
  const from = type === 'ImportDeclaration' ? wordIn(source) : undefined
  if (from !== undefined && !SOURCES.has(from)) return [`import ${from}`]
  const named = type === 'Property' ? wordIn(key) : undefined
  return named !== undefined && !/^(?:aria|data)-[a-z-]+$/.test(named) && !NAMES.has(named)
    ? [`property ${named}`]
    : []
}

function wordIn(literal: unknown): string | undefined {
  const isLiteral = typeof literal === 'object' && literal !== null && 'value' in literal
  return isLiteral ? String(literal.value) : undefined
}

/** An element that was made when a module ran: its name, and all that it was given. */
export interface Made {
  readonly name: string
  readonly props: Readonly<Record<string, unknown>>
}

/** Runs a module, and gives each element that it makes. */
export function run(code: string): readonly Made[] {
  const made: Made[] = []
  const jsx = (name: unknown, props: Readonly<Record<string, unknown>>): unknown => {
    if (typeof name === 'function') return name(props)
    made.push({ name: String(name), props })
    return props['children']
  }
  const body = code.replace(RE_IMPORT, '').replace(RE_EXPORT, '')
  const components = Object.fromEntries(
    [COMPONENTS, MARKS].flatMap(Object.keys).map((name) => [name, name]),
  )
  const content: unknown = new Function(
    ...['_jsx', '_jsxs', '_Fragment'],
    `${body}\nreturn MDXContent`,
  )(jsx, jsx, 'fragment')
  if (typeof content === 'function') content({ components })
  return made
}

// Matches "import { jsx as _jsx } from "astro/jsx-runtime";", a whole line.
const RE_IMPORT = /^import .*$/gm
// Matches "export " and "export default " in front of a function or value.
const RE_EXPORT = /^export (?:default )?/gm
