/** What people put beside slides, in both of PowerPoint's ways. */
import { type DocumentComment, type ReadPart, signed } from '../document.ts'
import { allBelow, attributeOf, childrenOf, textIn, type Xml, xmlAt } from '../xml.ts'
import type { OfficePart } from './parts.ts'

/** Names of people by their ids. */
type Authors = ReadonlyMap<string, string>

/** Who may have commented. */
export function authorsOf(part: ReadPart, presentation: OfficePart): Authors {
  const all = partsOf(part, presentation, /authors$/i).flatMap((each) =>
    allBelow(each, 'cmAuthor', 'author'),
  )
  return new Map(
    all.map((each) => [attributeOf(each, 'id') ?? '', attributeOf(each, 'name') ?? ''] as const),
  )
}

/** The comments on a slide and the answers to them, each on the slide as a whole. */
export function commentsOn(
  part: ReadPart,
  slide: OfficePart,
  { title, authors }: { readonly title: string; readonly authors: Authors },
): readonly DocumentComment[] {
  const all = partsOf(part, slide, /^comments$/).flatMap((each) => allBelow(each, 'cm', 'reply'))
  return all.flatMap((comment): readonly DocumentComment[] => {
    const words = childrenOf(comment, 'text', 'txBody')
      .map((each) => textIn(each).replace(/\s+/g, ' ').trim())
      .join(' ')
    if (words === '') return []
    const date = attributeOf(comment, 'dt') ?? attributeOf(comment, 'created')
    return [
      {
        words,
        block: title,
        headings: [title],
        bookmarks: [],
        ...signed(authors.get(attributeOf(comment, 'authorId') ?? ''), date),
        ...(attributeOf(comment, 'status') === 'resolved' ? { isDone: true as const } : {}),
      },
    ]
  })
}

function partsOf(part: ReadPart, { relations }: OfficePart, type: RegExp): readonly Xml[] {
  return [...relations.values()].flatMap((each) =>
    type.test(each.type) ? (xmlAt(part, each.target) ?? []) : [],
  )
}
