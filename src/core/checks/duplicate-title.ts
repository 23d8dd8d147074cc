/** Sections of one chapter with the same title. */
import type { Place, Section } from '../model/case.ts'
import type { Found } from '../model/finding.ts'
import { spell } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { type Passage, passagesOf, placeOfWords } from './shared/passage.ts'

export const duplicateTitle: Check = (checked) => {
  const { sections, opened } = checked.graph
  const untitled = new Set(opened.values())
  const first = new Map<string, Section>()
  let headings: ReadonlyMap<Place, Passage> | undefined
  return checked.graph.case.sections.flatMap((section): readonly Found[] => {
    const name = `${section.parent ?? ''}\n${section.title.toLowerCase()}`
    const earlier = first.get(name)
    if (!earlier) first.set(name, section)
    // One that begins with a record has no title that an author could change.
    if (!earlier || section.title === '' || untitled.has(section.key)) return []
    const chapter = section.parent && sections.get(section.parent)?.title
    const where = chapter ? ` in "${chapter}"` : ''
    headings ??= new Map(passagesOf(checked).map((one) => [one.block.place, one]))
    const passage = headings.get(section.place)
    return [
      {
        message: `Unexpected second "${section.title}"${where}, expected a title of its own: rename it, or join it with the one at ${spell(earlier.place)}`,
        place: passage ? placeOfWords(passage) : section.place,
        related: [earlier.place],
      },
    ]
  })
}
