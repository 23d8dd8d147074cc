/** Words in pointed brackets, such as `<name>`: Markdown takes them for a tag and shows nothing. */
import { isKnown } from './tags.ts'

/** What the author is told of them. */
export const PLACEHOLDER = 'no tag of HTML, so shown as words'

// Matches one start tag alone, whatever its attributes: "<name>", "<team name>".
const RE_ALONE = /^<([a-z][\w-]*)(?:\s[^<>{}]*)?>\s*$/i

/** Tags of HTML that the table of tags does not hold. */
const OTHERS = new Set(
  (
    'acronym area audio base basefont bdi bdo blink body button canvas data datalist dfn dialog ' +
    'embed fieldset form frame frameset g head hgroup html input label legend link map marquee ' +
    'math menu meta meter nobr noscript object optgroup option output param path progress rp rt ' +
    'ruby search select slot svg text textarea title track var video'
  ).split(' '),
)

/** Whether a tag that no end tag follows is no HTML at all, so that it must be words. */
export function isPlaceholder(html: string): boolean {
  const name = RE_ALONE.exec(html)?.[1]?.toLowerCase()
  return name !== undefined && !isKnown(name) && !OTHERS.has(name)
}
