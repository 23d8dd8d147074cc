/** What is said of the whole case, and what was: its ask, title, phase. */
import type { Described, Named } from './change.ts'
import type { Comparison } from './comparison.ts'
import { type Edition, type EditionField, fieldNames } from './edition.ts'
import { passageOf } from './items.ts'

/** A change for each field that says something else, says something now, or says nothing any more. */
export function fieldChanges({ before, after }: Comparison): readonly Described[] {
  return fieldNames.flatMap((field): readonly Described[] => {
    const [from, to] = [before.edition.fields[field], after.edition.fields[field]]
    const words = passageOf(from?.text ?? '', to?.text ?? '')
    if (words.length === 0) return []
    return [
      {
        what: 'described',
        ...(from ? { before: caseAt(before.edition, from), from: from.text } : {}),
        ...(to ? { after: caseAt(after.edition, to), to: to.text } : {}),
        ...{ field, words },
      },
    ]
  })
}

function caseAt({ title }: Edition, { place }: EditionField): Named {
  return { key: '', kind: 'case', name: title, place }
}
