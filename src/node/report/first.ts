/** What to do first: the few steps that help the case most. */
import { catalogue, findingIds } from '../../core/findings/catalogue.ts'
import type { Finding } from '../../core/model/finding.ts'
import { severities } from '../../core/model/severity.ts'
import { many } from './count.ts'
import { print } from './place.ts'

const STEPS = 3

/**
 * At most three numbered lines, errors first, then warnings; advice only where there is nothing
 * else. One line a check, with the count and the place of the first.
 */
export function doFirst(findings: readonly Finding[], folder: string): readonly string[] {
  const grave = findings.filter(({ severity }) => severity !== 'advice')
  const groups = [...Map.groupBy(grave.length > 0 ? grave : findings, groupName).values()]
  return groups
    .toSorted(byUrgency)
    .slice(0, STEPS)
    .map((group, index) => `${index + 1}. ${stepText(group, folder)}`)
}

function groupName({ severity, check }: Finding): string {
  return `${severity} ${check}`
}

/** By severity, then as urgent as the catalogue has them. */
function byUrgency([a]: readonly Finding[], [b]: readonly Finding[]): number {
  if (!a || !b) return 0
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    findingIds.indexOf(a.check) - findingIds.indexOf(b.check)
  )
}

/** `Cite what exists: …. 3 errors in 2 files, first slides/30-decisions.mdx:14:3 (undefined-citation)` */
function stepText(group: readonly Finding[], folder: string): string {
  const [first] = group
  if (!first) return ''
  const files = new Set(group.map(({ place }) => place.file)).size
  const spread = files > 1 ? ` in ${files} files` : ''
  const where = `${group.length > 1 ? `${spread}, first` : ':'} ${print(first.place, folder)}`
  return `${catalogue[first.check].mend}. ${many(group.length, first.severity)}${where} (${first.check})`
}
