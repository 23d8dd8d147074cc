/** Where Markdown's signs for bold and italics are read as such. */

/** What stands around the signs; `''` at the edge of a block. */
export interface Around {
  readonly before: string
  readonly after: string
}

const RE_WORD = /[\p{L}\p{N}]/u
const RE_SPACE = /^\s*$/u

/**
 * Words with signs around them, or the words alone where the signs would be shown: beside a space,
 * or between a letter and a sign.
 */
export function marked(words: string, sign: string, { before, after }: Around): string {
  return canMark(words, { before, after }) ? sign + words + sign : words
}

/** Whether signs around these words are read as signs. */
export function canMark(words: string, { before, after }: Around): boolean {
  const [first, last] = [words.at(0) ?? '', words.at(-1) ?? '']
  return opens(first, before) && opens(last, after)
}

/** The rule for one side: what is inside, and what is outside of it. */
function opens(inside: string, outside: string): boolean {
  if (RE_SPACE.test(inside) || /[*_~`]/.test(outside)) return false
  return RE_WORD.test(inside) || RE_SPACE.test(outside) || !RE_WORD.test(outside)
}

/** Words as code: with as many backticks as it takes. */
export function code(words: string): string {
  const runs = [...words.matchAll(/`+/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(0, ...runs) + 1)
  const space = /^`|`$/.test(words) || (/^ .* $/.test(words) && words.trim() !== '') ? ' ' : ''
  return fence + space + words + space + fence
}

/** A block of code, fenced. */
export function fenced(words: string): readonly string[] {
  const runs = [...words.matchAll(/`{3,}/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(2, ...runs) + 1)
  return [fence, ...words.split(/\r\n|\n|\r/), fence]
}
