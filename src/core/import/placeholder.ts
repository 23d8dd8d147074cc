/** Words in pointed brackets, such as `<name>`. Markdown reads them as a tag and shows nothing. */
import { isKnownTag } from './tags.ts'

/** The note for the author. */
export const PLACEHOLDER = 'no tag of HTML, so shown as words'

// Matches one start tag alone, with any attributes: "<name>", "<team name>".
const RE_ALONE = /^<([a-z][\w-]*)((?:\s[^<>{}]*)?)>\s*$/i

// Matches attributes that are words alone, without values: " and b", " of project".
const RE_WORDS = /^(?:\s+[^\s="'/]+)+\s*$/

/** Attributes that need no value. */
const BARE = new Set(
  (
    'async autofocus border checked compact controls default defer disabled hidden inert ismap ' +
    'itemscope loop markdown multiple muted name noshade nowrap open readonly required reversed selected'
  ).split(' '),
)

/** HTML tags that are not in the table of tags. */
const OTHERS = new Set(
  (
    'acronym area audio base basefont bdi bdo blink body button canvas data datalist dfn dialog ' +
    'embed fieldset form frame frameset g head hgroup html input label legend link map marquee ' +
    'math menu meta meter nobr noscript object optgroup option output param path progress rp rt ' +
    'ruby search select slot svg text textarea title track var video'
  ).split(' '),
)

/**
 * Whether a tag without an end tag is not HTML but words, such as `<team name>`. `<title of
 * project>` and the middle of `a<b and c>d` are words too: their attributes do not exist in HTML.
 */
export function isPlaceholder(html: string): boolean {
  const [, found, attributes = ''] = RE_ALONE.exec(html) ?? []
  const name = found?.toLowerCase()
  if (name === undefined) return false
  return (!isKnownTag(name) && !OTHERS.has(name)) || isWords(attributes)
}

function isWords(attributes: string): boolean {
  if (!RE_WORDS.test(attributes)) return false
  return attributes
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .some((word) => !BARE.has(word))
}
