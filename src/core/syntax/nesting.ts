/** How deep things stand in each other. What is deeper than anyone writes is not read: it would end us. */
import { proseOf } from './prose-of.ts'
import type { Node, Point } from './tree.ts'

/** Lists, quotes, emphasis and elements in each other: a list of six levels has 13. */
const DEEPEST = 100

/** The first node that stands too deep; `undefined` in any text that a person wrote. */
export function deepestIn(tree: Node): Node | undefined {
  // No function calls itself here: it could not go so deep.
  const waiting: [node: Node, depth: number][] = [[tree, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next
    if (depth > DEEPEST) return node
    for (const child of node.children ?? []) waiting.push([child, depth + 1])
  }
  return undefined
}

/** Brackets open in braces, and tags that nothing closes, with which the engine still gets on. */
const MOST_BRACKETS = 200
const MOST_TAGS = 2000

/** What a file may have of both: for each the engine looks at all others. */
const MOST = { braces: 5000, tags: 10_000 } as const

// Matches a bracket in braces, a tag, and the end of one: "{", "<b", "</b", "/>". Not "\{" or "`<b".
const RE_OPENS = /\\[\s\S]|`<|[{([]|[})\]]|<\/|\/>|<[A-Za-z]/g

/** Where too much is open at once, or too much has been; `undefined` in all but attacks. */
export function tooMuch(text: string): { readonly at: Point; readonly what: string } | undefined {
  let brackets = 0
  const all = { braces: 0, tags: 0 }
  let tags = 0
  for (const { 0: sign, index } of text.matchAll(RE_OPENS)) {
    if (sign === '{') brackets += 1
    else if (sign === '(' || sign === '[') brackets += brackets > 0 ? 1 : 0
    else if (sign === '}' || sign === ')' || sign === ']') brackets = Math.max(0, brackets - 1)
    else if (sign === '</' || sign === '/>') tags = Math.max(0, tags - 1)
    else if (RE_TAG.test(sign)) tags += 1
    if (sign === '{') all.braces += 1
    if (RE_TAG.test(sign)) all.tags += 1
    if (brackets > MOST_BRACKETS || tags > MOST_TAGS)
      return { at: pointAt(text, index), what: DEPTH }
    if (all.braces > MOST.braces || all.tags > MOST.tags)
      return { at: pointAt(text, index), what: NUMBER }
  }
  const brace = braceAmongTags(text)
  return brace === undefined ? undefined : { at: pointAt(text, brace), what: BRACE }
}

/** Braces, and tags that nothing closes: for each more of both the engine takes four times as long. */
const MOST_AMONG_TAGS = { braces: 4, tags: 4 } as const

// Matches "{", "<b", "</b" and "/>". Not "\\{".
const RE_BRACE = /\\[\s\S]|\{|<\/?(?=[A-Za-z])|\/>/g

/** The first of too many braces among such tags. Each of both is an error too where there are fewer. */
function braceAmongTags(text: string): number | undefined {
  const signs = [...proseOf(text).matchAll(RE_BRACE)]
  const count = (...ones: readonly string[]) => signs.filter(([sign]) => ones.includes(sign)).length
  const isFew =
    count('{') <= MOST_AMONG_TAGS.braces || count('<') - count('</', '/>') <= MOST_AMONG_TAGS.tags
  return isFew ? undefined : signs.find(([sign]) => sign === '{')?.index
}

const BRACE = '"{", expected plain text: write \\{ for a brace'

/** What a finding says of it. */
export const DEPTH =
  'depth: lists, quotes, emphasis, brackets or elements stand too deep in each other, expected a hundred levels at most'
const NUMBER = `number of comments or elements, expected ${MOST.braces} comments and ${MOST.tags} elements in a file at most: make several files of it`

// Matches "<b".
const RE_TAG = /^<[A-Za-z]/

function pointAt(text: string, index: number): Point {
  const lines = text.slice(0, index).split(/\r\n|\n|\r/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
