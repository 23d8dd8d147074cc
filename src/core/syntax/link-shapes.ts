/** How links go wrong: shapes that Markdown does not read as the writer meant. */

export interface LinkShape {
  /** Groups: words and address. Within one line, however many lines the text has. */
  readonly pattern: RegExp
  /** The link as it should be; absent where its address is lost. */
  readonly mend?: (words: string, address: string) => string
  /** Words for the writer after the mended link, where the link alone does not show the fault. */
  readonly hint?: string
}

const asLink = (words: string, address: string): string => `[${words}](${address})`

/** Each with a sample. */
export const LINK_SHAPES: readonly LinkShape[] = [
  // "[x]((https://a.uk))"
  { pattern: /(?<!\\)\[([^[\]\r\n]*)\]\(\(([^\s()]*)\)\)/g, mend: asLink },
  {
    // "[x](https://a.uk/b c)", but not a title: "[x](https://a.uk "c")", nor "[x](https://a.uk )"
    pattern: /(?<!\\)\[([^[\]\r\n]*)\]\((https?:\/\/[^\s()]*[ \t]+(?![\s"'()])[^()\r\n]*)\)/g,
    mend: (words, address) => asLink(words, address.trim().replace(/\s+/g, '%20')),
  },
  {
    // "[x] (https://a.uk)"
    pattern: /(?<![\\\]])\[([^[\]\r\n]+)\][ \t]+\((https?:\/\/[^\s()]+)\)/g,
    mend: asLink,
    hint: ', without the space',
  },
  {
    // "[x](https://a.uk" and no bracket before the next space
    pattern:
      /(?<!\\)\[([^[\]\r\n]*)\]\((https?:\/\/[^\s()]*)(?=[ \t]*$|[ \t]+(?!["'(])[^()\r\n]*(?:$|\())/gm,
    mend: asLink,
  },
  // "[x]()"
  { pattern: /(?<!\\)\[([^[\]\r\n]+)\]\([ \t]*()\)/g },
  // "(x)[https://a.uk]"
  { pattern: /(?<!\\)\(([^()\r\n]+)\)\[(https?:\/\/[^\s[\]]+)\](?!\()/g, mend: asLink },
]
