/** How links go wrong: shapes that Markdown does not read as the writer meant. */

interface LinkShape {
  /** Groups: words and address. Within one line, however many lines the text has. */
  readonly pattern: RegExp
  /** The link as it should be; `undefined` where nobody can tell its address. */
  readonly mend: (words: string, address: string) => string | undefined
  /** Words for the writer after the mended link, where the link alone does not show the fault. */
  readonly hint?: string
}

/** Each with a sample. */
export const LINK_SHAPES: readonly LinkShape[] = [
  // "[x]((https://a.uk))"
  { pattern: /(?<!\\)\[([^[\]\r\n]*)\]\(\(([^\s()]*)\)\)/g, mend: asLink },
  {
    // "[x](https://a.uk/b c)", but not a title: "[x](https://a.uk "c")", nor "[x](https://a.uk )"
    pattern: /(?<!\\)\[([^[\]\r\n]*)\]\((https?:\/\/[^\s()]*[ \t]+(?![\s"'()])[^()\r\n]*)\)/g,
    mend: (words, address) => (isFileName(address) ? asLink(words, spaceless(address)) : undefined),
  },
  {
    // "[x](Our plan.docx)"; a picture is taken as it is
    pattern:
      /(?<![!\\])\[([^[\]\r\n]+)\]\(((?!\w+:)[^\s()<>"#][^()<>"\r\n]*[ \t][^()<>"\r\n]*\.\w{2,5}(?:#[^\s()]*)?)\)/g,
    mend: (words, address) => asLink(words, spaceless(address)),
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
  // "[](https://a.uk)"
  {
    pattern: /(?<![!\\\]])\[([ \t]*)\]\((https?:\/\/[^\s()]+)\)/g,
    mend: (_, address) => asLink('words', address),
    hint: ': without words nobody sees it',
  },
  // "[x]()"
  { pattern: /(?<!\\)\[([^[\]\r\n]+)\]\([ \t]*()\)/g, mend: asLink },
  // "(x)[https://a.uk]"
  { pattern: /(?<!\\)\(([^()\r\n]+)\)\[(https?:\/\/[^\s[\]]+)\](?!\()/g, mend: asLink },
]

/** The link, with what ends a sentence behind it: "[x]((https://a.uk.))" → "[x](https://a.uk)." */
function asLink(words: string, written: string): string | undefined {
  const end = RE_END.exec(written)?.[0] ?? ''
  const address = written.slice(0, written.length - end.length)
  return leadsSomewhere(address) ? `[${words}](${address})${end}` : undefined
}

// What stands behind an address in a sentence.
const RE_END = /(?<![.,;:!…*_'"”’])[.,;:!…*_'"”’]+$/

// Matches a name with a dot, or this machine, or what is no address on the web: "mailto:…", "#key".
const RE_HOST =
  /^(?:https?:\/\/(?:[^\s/?#@]+\.[^\s/?#.]+|localhost(?::\d+)?)(?:[/?#]|$)|(?!https?:)\S)/i

function leadsSomewhere(address: string): boolean {
  return RE_HOST.test(address) && (URL.canParse(address) || !/^\w+:/.test(address))
}

/** Whether an address has spaces because its file has: a few words, and none that begin a sentence. */
function isFileName(address: string): boolean {
  const [, ...rest] = address.trim().split(/\s+/)
  return rest.length < 8 && !/[.,;:!?]\s/.test(address.trim()) && !/[[\]]|:\/\//.test(rest.join())
}

function spaceless(address: string): string {
  return address.trim().replace(/\s+/g, '%20')
}
