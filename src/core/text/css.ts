/** CSS as a tree. */
import { type CssNode, parse } from 'css-tree'

/**
 * The tree of a text. `parse` of css-tree 3.2 looks by mistake at a token of the text that it read before, and may
 * then read on for ever: nothing but semicolons stands there now.
 * @param options css-tree's.
 */
export function parseCss(text: string, options?: Readonly<Record<string, unknown>>): CssNode {
  parse(';'.repeat(text.length + 2))
  return parse(text, options)
}
