/** Several words as a sentence names them. */

const LIST = new Intl.ListFormat('en-GB')

/** `['a', 'b', 'c']` → `a, b and c`; `''` for none. */
export function listed(words: Iterable<string>): string {
  return LIST.format(words)
}
