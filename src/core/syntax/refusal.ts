/** What is said of markup that a case may not hold: where it is, and what to write instead. */
import { findingOf } from '../findings/finding-of.ts'
import type { Finding, Found } from '../model/finding.ts'
import { nearest } from '../text/nearest.ts'
import { shorten } from '../text/phrases.ts'
import { componentMeant, ELEMENTS, VOCABULARY } from './markup.ts'
import type { Attribute, Node, Point } from './tree.ts'

/** Why something stays words. */
export interface Refused extends Pick<Found, 'message' | 'mend'> {
  readonly check: 'unreadable-mdx' | 'unreadable-formula' | 'unknown-component' | 'unknown-markup'
  /** What is meant within the node; its start if absent. */
  readonly within?: string
}

/** The finding, at its place in the file. */
export function findingOfRefused(
  { position }: Node,
  { check, message, mend, within }: Refused,
  { file, slice }: { file: string; slice: (start: Point, end: Point) => string },
): Finding {
  const said = { message, ...(mend === undefined ? {} : { mend }) }
  if (!position) return findingOf(check, { ...said, place: { file } })
  const { start, end } = position
  const words = within === undefined ? '' : slice(start, end)
  const before = words.slice(0, startOf(within ?? '', words)).split(/\r\n|\n|\r/)
  const line = start.line + before.length - 1
  const column = (before.length > 1 ? 1 : start.column) + (before.at(-1) ?? '').length
  return findingOf(check, { ...said, place: { file, line, column } })
}

/** Where an attribute starts in its tag: after a space; 0 where it is not found. */
function startOf(attribute: string, words: string): number {
  let at = words.indexOf(attribute)
  while (at > 0 && words[at - 1]?.trim() !== '') at = words.indexOf(attribute, at + 1)
  return Math.max(0, at)
}

/** An element that is on no list. */
export function unknownElement(name: string): Refused {
  if (/^[A-Z]/.test(name) || componentMeant(name) !== undefined) {
    const likely = tagsLike(name, VOCABULARY)
    const message = `Unexpected component <${name}>, expected ${likely.join(', ')}`
    const mend = `Write ${likely.join(' or ')} for <${name}>, or plain words`
    return { check: 'unknown-component', message, ...(likely.length > 0 ? { mend } : {}) }
  }
  if (EMBEDS.has(name)) {
    const message = `Unexpected element <${name}>, expected a link, [words](address), or the film itself beside this text, ![What it shows](clip.mp4): what another host sends would tell that host who reads the case`
    return { check: 'unknown-markup', message }
  }
  const likely = tagsLike(name, Object.keys(ELEMENTS))
  const message = `Unexpected element <${name}>, expected plain words, or an element such as ${likely.join(', ')}; write \\< for the sign itself`
  return { check: 'unknown-markup', message }
}

/** Elements that show what lies elsewhere. */
const EMBEDS = new Set(['audio', 'embed', 'iframe', 'object', 'video'])

function tagsLike(name: string, known: readonly string[]): readonly string[] {
  return nearest(name, known, 3).map((one) => `<${one}>`)
}

/** An attribute that the element may not have, has twice, or whose value is code. */
export function unknownAttribute(
  { name: element }: Node,
  { type, name, value }: Attribute,
  known: readonly string[],
): Refused {
  const check = 'unknown-markup'
  // What is spread over an element has a value and no name.
  if (type !== 'mdxJsxAttribute') {
    const message = `Unexpected code {${firstOf(value)}} in <${element}>, expected attributes with words in quotation marks`
    return { check, message, within: '{' }
  }
  const within = name
  if (known.includes(name)) {
    const found = typeof value === 'object' ? `code as ${name}` : `second ${name}`
    const message = `Unexpected ${found} of <${element}>, expected words in quotation marks, once: ${name}="…"`
    return { check, message, within }
  }
  const likely = nearest(name, known, 2)
  const expected = likely.length > 0 ? likely.join(' or ') : 'none'
  return {
    check,
    message: `Unexpected attribute ${name} of <${element}>, expected ${expected}`,
    within,
  }
}

/** Code in braces. */
export function codeIn({ value }: Node): Refused {
  const message = `Unexpected expression {${(value ?? '').slice(0, 20)}}, expected plain text: write \\{ for a brace`
  const mend = `Write \\{ in place of {. It says: {${shorten(value ?? '', 40)}}`
  return { check: 'unreadable-mdx', message, mend }
}

/** A formula that nobody can read, or that holds more than a formula. */
export function unreadFormula(why: string): Refused {
  const message = `Unexpected ${why}, expected a formula between two signs $$, such as $$\\frac{a}{b}$$; write \\$\\$ for the signs themselves`
  return { check: 'unreadable-formula', message }
}

/** A line of code, or a node that nobody here knows. */
export function unknownNode({ type, value }: Node): Refused {
  if (type === 'toml') {
    const message = 'Unexpected lines between +++, expected the head of a file between lines of ---'
    return { check: 'unreadable-mdx', message }
  }
  const expected =
    type === 'mdxjsEsm'
      ? 'plain text: start the line with another word than import or export'
      : 'plain text'
  const message = `Unexpected code "${firstOf(value)}", expected ${expected}`
  return { check: 'unreadable-mdx', message }
}

function firstOf(value: unknown): string {
  return typeof value === 'string' ? (value.split('\n')[0] ?? '').slice(0, 30) : ''
}
