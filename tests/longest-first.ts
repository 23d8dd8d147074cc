/** Which test files begin first: those that take longest, so that none is left alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest, by what their paths hold. All others begin by their size, as Vitest has it. */
const LONGEST = [
  // They start hundreds of programs: from a process that has grown, each takes several times as long.
  'node/history/changes',
  'node/history/inside',
  'node/history/history',
  'node/new/pipelines',
  'node/read/receipts',
  'attacks/foreign-repository',
  'attacks/machines',
  'attacks/git-runs-nothing',
  'node/git/',
  'site/canaries',
  'site/pack',
  'site/engines',
  'site/room',
  'site/repeat',
  'attacks/mixed-builds',
  'attacks/leftover-processes',
  'site/keys',
  'site/feedback',
  'site/follow',
  'site/axe',
  'site/pictures',
  'site/fit',
  'site/specimen',
  'attacks/depth-and-size',
  'node/export/libreoffice',
  'site/ugly',
  'site/hostile',
  'site/cross-links',
  'cli/command.test',
  'core/fuzz',
  'node/read/brand',
  'node/site/unchanged',
  'core/deck/addresses',
  'core/changes/history',
]

/** The longest first, then those with a browser: the shortest of all come last, when there is no more to share. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const found = LONGEST.findIndex((path) => moduleId.includes(`/tests/${path}`))
  if (found >= 0) return found
  return moduleId.includes('/tests/site/') ? LONGEST.length : LONGEST.length + 1
}
