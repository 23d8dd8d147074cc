/** Readers jump from heading to heading: a skipped level sounds like something missing. */
import { flatten, type StructureElement } from '../read/tree.ts'
import { failureAt, type PdfFailure, type PdfRule } from './rule.ts'

export const headings: PdfRule = {
  id: 'headings',
  demand: 'Headings begin at level 1, skip no level, and are not empty',
  source: 'ISO 14289-1, 7.4.2; Matterhorn 14-002, 14-003, 14-007',
  needsTags: true,
  run({ elements }) {
    const failures: PdfFailure[] = []
    let before = 0
    for (const heading of elements.filter(({ role }) => RE_HEADING.test(role))) {
      const level = levelOf(heading)
      if (level === undefined) {
        failures.push(failureAt(heading, 'Unexpected heading without level, expected H1 to H6'))
        continue
      }
      if (level > before + 1) failures.push(failureAt(heading, skipped(level, before)))
      before = level
      if (flatten([heading]).every(({ contents }) => contents.length === 0)) {
        failures.push(failureAt(heading, 'Unexpected empty heading, expected words in it'))
      }
    }
    return failures
  },
}

/** `H`, `H2` */
const RE_HEADING = /^H\d?$/

function levelOf({ role }: StructureElement): number | undefined {
  return role === 'H' ? undefined : Number(role.slice(1))
}

function skipped(level: number, before: number): string {
  const found = `Unexpected heading of level ${level}`
  return before === 0
    ? `${found} as the first one, expected level 1`
    : `${found} after one of level ${before}, expected at most level ${before + 1}`
}
