/**
 * A source as readers will see its letters: entities and escapes read, comments, signs that nobody
 * sees and marks of emphasis taken away. Each letter knows where it stood.
 */
import { parseFragment } from 'parse5'
import { UNSEEN } from './letters.ts'
import { lastAt } from './lines.ts'

export interface Unmasked {
  readonly text: string
  /** Where a sign of `text` stands in the source: both are offsets in UTF-16 units. */
  readonly offsetOf: (index: number) => number
}

const MASKS = {
  // Matches "&#40;", "&#x28;", "&lpar;", and "#40;" of Mermaid.
  entity: '&#[xX][\\da-fA-F]{1,6};|&?#\\d{1,7};|[&#][a-zA-Z][a-zA-Z\\d]{1,31};',
  // Matches the backslash in "\(".
  escape: '\\\\(?=[!-/:-@[-`{-~])',
  // Matches "**", "~", "`": marks without letters, but for the "* " of an entry.
  mark: '(?!(?<=(?:^|\\n)[ \\t>]{0,40})\\*[ \\t])[*~`]+',
  unseen: `${UNSEEN}+`,
  // Matches "<b>", "</Statement>", "<wbr/>"; what attributes say is read where tags are kept.
  tag: '</?[A-Za-z][^<>]{0,600}>',
  comment: '\\{\\s*/\\*',
} as const

const RE_MASK = pattern(['entity', 'escape', 'mark', 'unseen', 'tag', 'comment'])
const RE_MASK_BUT_TAGS = pattern(['entity', 'escape', 'mark', 'unseen', 'comment'])

function pattern(names: readonly (keyof typeof MASKS)[]): RegExp {
  return new RegExp(names.map((name) => `(?<${name}>${MASKS[name]})`).join('|'), 'gu')
}

// Matches the tags of what stands in lines of its own, "<summary>"; not "<b>", and no cell or entry.
const RE_BLOCK =
  /^<\/?(?:br|summary|details|p|div|figcaption|caption|blockquote|dt|h[1-6]|Statement|Quote|Page|Columns|Step)\b/

/**
 * Makes this text of a source.
 * @param withTags whether tags stay, and with them what their attributes say
 */
export function unmask(source: string, withTags = false): Unmasked {
  const pieces: string[] = []
  /** Where each piece starts, in the text and in the source. */
  const starts: (readonly [text: number, source: number])[] = []
  let length = 0
  let from = 0
  const push = (piece: string, at: number): void => {
    if (piece === '') return
    starts.push([length, at])
    pieces.push(piece)
    length += piece.length
  }
  const re = new RegExp(withTags ? RE_MASK_BUT_TAGS : RE_MASK)
  for (let mask = re.exec(source); mask; mask = re.exec(source)) {
    push(source.slice(from, mask.index), from)
    from = mask.index + mask[0].length
    const { entity, comment, escape: escaped, tag } = mask.groups ?? {}
    // The sign behind it is no mark.
    if (escaped !== undefined) push(source.charAt(from), from++)
    if (tag !== undefined && RE_BLOCK.test(tag)) push('\n\n', mask.index)
    if (entity !== undefined) push(entitySigns(entity), mask.index)
    if (comment !== undefined) from = endOfComment(source, from)
    re.lastIndex = from
  }
  push(source.slice(from), from)
  return { text: pieces.join(''), offsetOf: (index) => offsetIn(starts, index) }
}

/** The end of a comment and its brace; of all that follows where it is never closed. */
function endOfComment(source: string, from: number): number {
  const end = source.indexOf('*/', from)
  if (end < 0) return source.length
  return end + 2 + (/^\s{0,20}\}/.exec(source.slice(end + 2, end + 23))?.[0].length ?? 0)
}

/** What an entity shows; nothing for a sign that nobody sees. */
function entitySigns(entity: string): string {
  const [node] = parseFragment(entity.replace(/^&?(?=#\d)|^#/, '&')).childNodes
  const signs = node && 'value' in node && !node.value.startsWith('&') ? node.value : entity
  return signs.replace(RE_UNSEEN, '')
}

const RE_UNSEEN = new RegExp(UNSEEN, 'gu')

/** Where a sign stands in the source. */
function offsetIn(starts: readonly (readonly [number, number])[], index: number): number {
  const [text, source] = starts[lastAt(starts, index, ([start]) => start)] ?? [0, 0]
  return source + (index - text)
}
