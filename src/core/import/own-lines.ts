/** What a document says of itself, so that its import tells the tool's own lines from what a reviewer wrote there. */
import { countedWords } from './foreign/document.ts'

const LINES = 'throughline-own-lines'
const LABEL = 'throughline-label-'

/** The bracket that an item's author wrote behind its name. */
export interface LabelBracket {
  /** `Estimate 4`, as the document says it. */
  readonly name: string
  /** `cost, one-off, 2027` */
  readonly words: string
}

/** As properties of a document; `[]` where it has neither. */
export function ownProperties(
  lines: readonly string[],
  brackets: readonly LabelBracket[],
): { readonly name: string; readonly value: string }[] {
  const marks = [...new Set(lines.map(markOf))].join(' ')
  return [
    ...(marks === '' ? [] : [{ name: LINES, value: marks }]),
    ...brackets.map(({ name, words }, index) => ({
      name: `${LABEL}${index + 1}`,
      value: `${name}\n${words}`,
    })),
  ]
}

/** Whether a property is one of these, and says nothing of the document. */
export function isOwnProperty(name = ''): boolean {
  return name === LINES || name.startsWith(LABEL)
}

/** What the properties of a document say, by their names. */
export interface OwnLines {
  /** Whether the tool wrote a line, and nobody has changed it. */
  readonly has: (line: string) => boolean
  /** By the name of the item. */
  readonly brackets: ReadonlyMap<string, string>
}

/** Reads the properties of a document: names and values. */
export function readOwnLines(properties: readonly (readonly [string, string])[]): OwnLines {
  const marks = properties.find(([name]) => name === LINES)?.[1] ?? ''
  const known = new Set(marks.split(/\s+/).filter(Boolean))
  const brackets = properties
    .filter(([name]) => name.startsWith(LABEL))
    .map(([, value]): [string, string] => {
      const [name = '', ...words] = value.trim().split('\n')
      return [name, words.join(' ')]
    })
  return { has: (line) => known.has(markOf(line)), brackets: new Map(brackets) }
}

/** The words of a line as a number of 32 bits (FNV-1a), and how many letters they have. */
function markOf(line: string): string {
  const words = countedWords(line).join(' ')
  let hash = 0x811c9dc5
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return `${words.length.toString(36)}-${(hash >>> 0).toString(36)}`
}
