/** What people put beside the cells of a sheet, in both of Excel's ways. */
import { type DocumentComment, type ReadPart, signed } from '../document.ts'
import { allBelow, attributeOf, childOf, textIn, xmlAt } from '../xml.ts'
import { type OfficePart, relatedXml } from './parts.ts'

/** Where its comments stand. */
interface CommentedSheet {
  /** The name of the sheet. */
  readonly called: string
  /** The words of a row, by its number. */
  readonly block: (row: string) => string
}

/** Notes on cells; those of threads are said again as old notes, which are left out then. */
export function cellComments(
  part: ReadPart,
  sheet: OfficePart,
  { called, block }: CommentedSheet,
): readonly DocumentComment[] {
  const threads = relatedXml(part, sheet, 'threadedComment')
  const notes = threads ?? relatedXml(part, sheet, 'comments')
  const authors = allBelow(childOf(notes, 'authors'), 'author').map(textIn)
  const persons = new Map(
    allBelow(xmlAt(part, 'xl/persons/person.xml'), 'person').map(
      (each) => [attributeOf(each, 'id'), attributeOf(each, 'displayName')] as const,
    ),
  )
  return allBelow(notes, 'comment', 'threadedComment').flatMap(
    (comment): readonly DocumentComment[] => {
      const said = childOf(comment, 'text')
      const words = allBelow(said, 't').map(textIn).join('') || textIn(said)
      if (words.trim() === '') return []
      const by =
        authors[Number(attributeOf(comment, 'authorId'))] ??
        persons.get(attributeOf(comment, 'personId'))
      const row = /(?<!\d)\d+$/.exec(attributeOf(comment, 'ref') ?? '')?.[0] ?? ''
      return [
        {
          words: words.replace(/\s+/g, ' ').trim(),
          block: block(row),
          headings: [called],
          bookmarks: [],
          ...signed(by, attributeOf(comment, 'dT')),
        },
      ]
    },
  )
}
