/** Puts Markdown's signs for bold, italics and code around words, where they work as signs. */

/** The characters before and after some words; `''` at the edge of a block. */
interface Neighbours {
  readonly before: string
  readonly after: string
}

const RE_WORD = /[\p{L}\p{N}]/u
const RE_SPACE = /^\s*$/u

/**
 * Puts a sign before and after words. Returns the words alone where Markdown would show the sign as
 * text: beside a space, or between a letter and another sign.
 */
export function emphasise(words: string, sign: string, { before, after }: Neighbours): string {
  return canEmphasise(words, { before, after }) ? sign + words + sign : words
}

/** Whether Markdown reads signs around these words as emphasis, and not as text. */
export function canEmphasise(words: string, { before, after }: Neighbours): boolean {
  const [first, last] = [words.at(0) ?? '', words.at(-1) ?? '']
  return isDelimiter(first, before) && isDelimiter(last, after)
}

/** The rule for one side: the character inside the sign, and the one outside of it. */
function isDelimiter(inside: string, outside: string): boolean {
  if (RE_SPACE.test(inside) || /[*_~`]/.test(outside)) return false
  return RE_WORD.test(inside) || RE_SPACE.test(outside) || !RE_WORD.test(outside)
}

/** Words as inline code, between as many backticks as needed. */
export function inlineCode(words: string): string {
  const runs = [...words.matchAll(/`+/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(0, ...runs) + 1)
  const space = /^`|`$/.test(words) || (/^ .* $/.test(words) && words.trim() !== '') ? ' ' : ''
  return fence + space + words + space + fence
}

/** The lines of a fenced code block. */
export function fencedCode(words: string, language = ''): readonly string[] {
  const runs = [...words.matchAll(/`{3,}/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(2, ...runs) + 1)
  return [fence + language, ...words.split(/\r\n|\n|\r/), fence]
}
