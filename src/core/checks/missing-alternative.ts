/** Pictures that say nothing to those who can't see them. */
import type { Found } from '../model/finding.ts'
import { proseLinesOf } from '../syntax/prose-of.ts'
import type { Check } from './shared/check.ts'

export const missingAlternative: Check = ({ sources }) =>
  sources.flatMap(({ file, text }) =>
    proseLinesOf(text).flatMap(({ line, text: words }) =>
      picturesIn(words).map(
        ({ at, written, address, text: alternative }): Found => ({
          message: alternative
            ? `Unexpected ${RE_NOTHING.test(alternative) ? 'word' : 'file name'} "${alternative}" as the text of a picture, expected what it shows: write it between the square brackets`
            : `Unexpected picture ${address} without text, expected what it shows: ![What it shows](${address})`,
          place: { file, line, column: at + 1, length: written.length },
        }),
      ),
    ),
  )

interface Picture {
  /** 0-based index in the line. */
  readonly at: number
  readonly written: string
  readonly address: string
  readonly text: string
}

// Matches "![A map](map (1).png "Title")" and "![A map][map]".
const RE_PICTURE = /(?<!\\)!\[([^[\]]*)\](?:\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\[([^[\]]*)\])/g
// Matches "<img src="map.png" />", and not the address "<img/a map.png>".
const RE_ELEMENT = /<img(?=[\s>]|\/>)(?:"[^"<>]*"|'[^'<>]*'|[^<>"'])*>/gi

function picturesIn(line: string): readonly Picture[] {
  if (!line.includes('![') && !/<img/i.test(line)) return []
  const pictures = [...line.matchAll(RE_PICTURE)].map((match): Picture => {
    const [written, text = '', target, name] = match
    const address = (target ?? name ?? '').replace(/\s+["'].*$/, '').trim()
    return { at: match.index, written, text: text.trim(), address: address.replace(/^<|>$/g, '') }
  })
  const elements = [...line.matchAll(RE_ELEMENT)].flatMap((match): readonly Picture[] => {
    const alternative = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|\{)/i.exec(match[0])
    const text = (alternative?.[1] ?? alternative?.[2] ?? '').trim()
    // An empty one is a word of its own: decoration.
    if (alternative && text === '') return []
    const address = /\bsrc\s*=\s*["']([^"']*)["']/i.exec(match[0])?.[1] ?? ''
    return [{ at: match.index, written: match[0], address, text }]
  })
  return [...pictures, ...elements].filter(
    ({ text, address }) => text === '' || RE_NOTHING.test(text) || isName(text, address),
  )
}

// Matches what says only that there is a picture: "image", "A photo", "Screenshot 2".
const RE_NOTHING =
  /^(?:an?\s+|the\s+)?(?:image|picture|photo(?:graph)?|film|video|clip|graphic|screen\s?shot|alt(?:\s+text)?)(?:\s+\d+)?\.?$/i

// Matches "map.png" and "plan of hall.JPEG".
const RE_FILE = /^[\w .()-]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic|mp4|m4v|mov|webm)$/i

/** `IMG_2041` for `photos/IMG_2041.jpg` is a name; `Map` for `map.png` may be meant. */
function isName(text: string, address: string): boolean {
  const name = address.replace(/^.*\//, '').replace(/\.\w+$/, '')
  return RE_FILE.test(text) || (text === name && /[\d_-]/.test(text))
}
