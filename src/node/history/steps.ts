/** What each commit of a case folder changed: in its addresses, and for readers. */
import type { Readers } from '../../core/model/audience.ts'
import type { Commit } from '../git/repository.ts'
import { basesOf, type CommitChanges, commitComparer, type InWeek } from './commit-changes.ts'
import { openPast, type Past, type PastCase } from './past.ts'

/** Key of a section or item → its title or text. */
type Addresses = ReadonlyMap<string, string>

/** What a commit changed. */
export interface CommitStep {
  readonly commit: string
  /** Key and text of each address that is new, or has another text than at the commit before. */
  readonly added: readonly (readonly [string, string])[]
  readonly removed: readonly string[]
  /** What it changed for readers; absent for a commit beside the main line. */
  readonly changed?: CommitChanges | undefined
  /** Names, without ending, of writing that was no source; absent where there was none. */
  readonly leftOut?: readonly string[]
  /** Keys and names of files that stayed inside; absent where nothing did. */
  readonly inside?: readonly string[]
}

/** What is compared, and for whom. */
interface CommitLine {
  readonly commits: readonly Commit[]
  /** The commits on the main line, with their weeks. */
  readonly line: readonly InWeek[]
  readonly readers: Readers
}

/**
 * The steps of commits, oldest first. A file that could not be read at a commit has no addresses
 * there.
 *
 * @param kept steps of the first of them, which are not read again unless a later commit shows that
 * they were misread
 * @throws GitError
 */
export async function readSteps(
  folder: string,
  { commits, line, readers }: CommitLine,
  kept: readonly CommitStep[],
): Promise<readonly CommitStep[]> {
  const known = new Map(
    kept.flatMap(({ commit, changed }) => (changed ? [[commit, changed] as const] : [])),
  )
  const { last, base } = basesOf(line, known)
  const opened = new Set([last?.id, base?.id, ...commits.slice(kept.length).map(({ id }) => id)])
  const past = await openPast(
    folder,
    commits.filter(({ id }) => opened.has(id)),
    readers,
  )
  const isMisread = kept.some(({ leftOut }) => leftOut?.some((name) => past.sources.has(name)))
  if (isMisread) return readSteps(folder, { commits, line, readers }, [])
  const { compare, end } = commitComparer(past, line, known)
  const read = addressSteps(past, commits.slice(kept.length), { before: replay(kept), compare })
  const changes = end()
  return [...kept, ...read].map((step) => ({ ...step, changed: changes.get(step.commit) }))
}

/** The addresses after steps. */
function replay(steps: readonly CommitStep[]): Addresses {
  const addresses = new Map<string, string>()
  for (const { added, removed } of steps) {
    for (const key of removed) addresses.delete(key)
    for (const [key, text] of added) addresses.set(key, text)
  }
  return addresses
}

/** @param compare is called with each commit while its case is at hand */
function addressSteps(
  past: Past,
  commits: readonly Commit[],
  { before, compare }: { readonly before: Addresses; readonly compare: (commit: string) => void },
): readonly CommitStep[] {
  let addresses = before
  let state: string | undefined
  return commits.map(({ id }) => {
    compare(id)
    const found = past.at(id)
    const next = found?.state === state ? addresses : addressesOf(found)
    const leftOut = past.leftOut(id)
    const step = { commit: id, ...difference(addresses, next) }
    addresses = next
    state = found?.state
    const inside = [...(found?.inside ?? [])]
    return {
      ...step,
      ...(leftOut.length > 0 ? { leftOut } : {}),
      ...(inside.length > 0 ? { inside } : {}),
    }
  })
}

function addressesOf(found: PastCase | undefined): Addresses {
  const { sections = [], items = [] } = found?.graph.case ?? {}
  return new Map([
    ...sections.map(({ key, title }) => [key, title] as const),
    ...items.map(({ key, text }) => [key, text] as const),
  ])
}

function difference(before: Addresses, after: Addresses): Pick<CommitStep, 'added' | 'removed'> {
  return {
    added: [...after].filter(([key, text]) => before.get(key) !== text),
    removed: [...before.keys()].filter((key) => !after.has(key)),
  }
}
