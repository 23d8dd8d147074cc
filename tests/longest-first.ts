/** Which test files begin first: those that take longest, so that none is left alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest, by what their paths hold. All others begin by their size, as Vitest has it. */
const LONGEST = [
  'site/canaries',
  'site/pack',
  'site/engines',
  'site/feedback',
  'site/keys',
  'site/follow',
  'site/axe',
  'site/repeat',
  'site/specimen',
  'site/hostile',
  'site/cross-links',
  'cli/command.test',
  'attacks/mixed-builds',
  'attacks/depth-and-size',
  'node/export/libreoffice',
  'node/new/pipelines',
  'attacks/leftover-processes',
]

/** One set of tests after the other, and the longest of each first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const sets = [...Map.groupBy(sorted, ({ project }) => project.name)]
    // What has a browser takes longest; the shortest of all come last, when there is no more to share.
    const ordered = sets.toSorted(([a], [b]) => Number(b === 'site') - Number(a === 'site'))
    return ordered.flatMap(([, set]) => set.toSorted((a, b) => rank(a) - rank(b)))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const found = LONGEST.findIndex((path) => moduleId.includes(`/tests/${path}`))
  return found < 0 ? LONGEST.length : found
}
