/** Who reads by tags has no lines: words that only the end of a line keeps apart become one. */
import { isArtifact, type PaintedPiece } from '../read/content.ts'
import { textIn } from '../read/objects.ts'
import { flatten, type StructureElement, type TaggedContent } from '../read/tree.ts'
import type { PdfFailure, PdfRule } from './rule.ts'

export const joinedWords: PdfRule = {
  id: 'joined-words',
  demand: 'Words stay apart where a line ends',
  source: 'ISO 32000-1, 14.8.2.5',
  run: ({ contents, elements }) => {
    const drawn = inPictures(elements)
    return contents.flatMap((pieces, index): readonly PdfFailure[] => {
      const isDrawn = ({ marks }: PaintedPiece) =>
        marks.some(({ mcid, inForm }) => drawn.has(keyOf({ page: index + 1, mcid, inForm })))
      const joined = pieces
        .filter((piece) => !isArtifact(piece) && !isDrawn(piece))
        .flatMap(({ lines }) => lines.flatMap((_, at) => joinOf(lines, at)))
      const [first] = joined
      if (first === undefined) return []
      const more = joined.length > 1 ? ` and ${joined.length - 1} more` : ''
      const message = `Unexpected “${first}”${more} from the end of a line to the next, expected a space`
      return [{ message, page: index + 1 }]
    })
  },
}

/** What stands in pictures: who reads by tags hears their alternative in its place. */
function inPictures(elements: readonly StructureElement[]): ReadonlySet<string> {
  const pictures = elements.filter(({ role, dict }) => role === 'Figure' && textIn(dict, 'Alt'))
  return new Set(flatten(pictures).flatMap((element) => element.contents.map(keyOf)))
}

function keyOf({
  page,
  mcid,
  inForm,
}: Pick<TaggedContent, 'page' | 'inForm'> & { readonly mcid?: number | undefined }): string {
  return `${page} ${mcid} ${inForm}`
}

/** What the last word of a line and the first of the next make together; `[]` where they stay apart. */
function joinOf(lines: readonly string[], at: number): readonly string[] {
  const [last, first] = [lastIn(lines[at]), firstIn(lines[at + 1])]
  const isOne =
    RE_BREAKS.test(last) || RE_UNSPACED.test(last + first) || lengthAround(lines, at) > MOST
  return RE_END.test(last) && RE_START.test(first) && !isOne ? [last + first] : []
}

function lastIn(line = ''): string {
  return /(?<!\S)\S*$/.exec(line)?.[0] ?? ''
}

function firstIn(line = ''): string {
  return /^\S*/.exec(line)?.[0] ?? ''
}

/** Letters from the last space before the end of a line to the next behind it: a long word takes several lines. */
function lengthAround(lines: readonly string[], at: number): number {
  let [from, to] = [at, at + 1]
  let length = lastIn(lines[from]).length + firstIn(lines[to]).length
  while (from > 0 && lastIn(lines[from]) === lines[from]) length += lastIn(lines[--from]).length
  while (to < lines.length && firstIn(lines[to]) === lines[to])
    length += firstIn(lines[++to]).length
  return length
}

/** The end of a word, and of a sentence; the start of one. */
const RE_END = /[\p{L}\p{N}.,;:!?)”’%]$/u
const RE_START = /^[\p{L}\p{N}(“‘£]/u

/** Behind these signs a line may end within a word: `https://`, `self-` */
const RE_BREAKS = /[/\\@_=&]|[-\u2010-\u2015\u00ad]$/

/** Scripts that have no spaces between words. */
const RE_UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Letters of the longest word that fits on any line; one that is longer was broken. */
const MOST = 30
