/** The case as it was at commits: each file is read from git once, and recognised once. */

import { readDocument } from '../../core/assemble.ts'
import { markersInYaml } from '../../core/audience/aside-markers.ts'
import { documentOfShown, graphOfShown, nothingInside } from '../../core/audience/internal.ts'
import { splitSource } from '../../core/audience/split-source.ts'
import { isWithdrawn } from '../../core/audience/withdrawn-ids.ts'
import { type Edition, editionOf, withoutFields } from '../../core/changes/index.ts'
import { isFeedback } from '../../core/feedback/file-name.ts'
import { readFeedback } from '../../core/feedback/index.ts'
import { buildGraph, type Graph } from '../../core/graph/index.ts'
import type { Readers } from '../../core/model/audience.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Source } from '../../core/model/source.ts'
import { readSettings } from '../../core/settings/case-yaml.ts'
import { inCaseOrder } from '../../core/settings/file-order.ts'
import type { Document } from '../../core/syntax/conventions/index.ts'
import { type Commit, readObjects } from '../git/repository.ts'
import { RE_WRITING } from '../paths/reading-order.ts'
import { listRenamed } from './commits.ts'
import { type Files, listFiles } from './trees.ts'

/** The case at one commit. */
export interface PastCase {
  /** Equal where two commits have the same files. */
  readonly state: string
  /** Files that could not be read at that commit, and are left out. */
  readonly unread: readonly string[]
  readonly isEmpty: boolean
  /** Keys and names of files that stayed inside. */
  readonly inside: ReadonlySet<string>
  readonly graph: Graph
  readonly edition: () => Edition
}

/** Commits that were opened together. */
export interface Past {
  /** @returns undefined for a commit that was not opened */
  readonly at: (commit: string) => PastCase | undefined
  /** Names without ending → the `.mdx` that some commit has of that name, or that it was renamed to. */
  readonly sources: ReadonlyMap<string, string>
  /** Names, without the ending, of files of writing that are no source at a commit. */
  readonly leftOut: (commit: string) => readonly string[]
}

/**
 * Opens the case at commits. A file with another ending, such as `1.MD`, counts where a commit has
 * it as `.mdx`, or where it was renamed to such a file: it is the same writing under an older name.
 *
 * @throws GitError
 */
export async function openPast(
  folder: string,
  commits: readonly Pick<Commit, 'id'>[],
  readers: Readers,
): Promise<Past> {
  const listed = await listFiles(folder, commits)
  const own = new Set(listed.flatMap((files) => [...files.keys()].flatMap(sourceName)))
  const isOther = listed.some((files) => [...files.keys()].some((file) => isLeftOut(file, own)))
  const sources = new Map([
    ...(isOther ? await listRenamed(folder) : []),
    ...[...own].map((name) => [name, name] as const),
  ])
  const states = new Map(commits.map(({ id }, index) => [id, listed[index] ?? new Map()] as const))
  const chosen = new Map([...states].map(([id, files]) => [id, choose(files, sources)] as const))
  const ids = new Set([...chosen.values()].flatMap((files) => [...files.values()]))
  const contents = await readObjects(folder, [...ids])
  const texts = new Map(contents.map(({ name, bytes }) => [name, bytes.toString('utf8')]))
  const read = reader(texts, readers)
  return {
    at: (commit) => {
      const files = chosen.get(commit)
      return files && read(files)
    },
    sources,
    leftOut: (commit) =>
      [...(states.get(commit)?.keys() ?? [])]
        .filter((file) => isLeftOut(file, sources))
        .map(withoutEnding),
  }
}

function isLeftOut(file: string, sources: { has(name: string): boolean }): boolean {
  return RE_WRITING.test(file) && !sources.has(withoutEnding(file))
}

function sourceName(file: string): readonly string[] {
  return file.endsWith('.mdx') ? [withoutEnding(file)] : []
}

function withoutEnding(file: string): string {
  return file.replace(RE_WRITING, '')
}

/** The files that are read, under the names that they have as sources. */
function choose(files: Files, sources: Past['sources']): Files {
  const plain = [...files].flatMap(([file, id]) => {
    const name = sources.get(withoutEnding(file))
    return RE_WRITING.test(file) && name !== undefined ? [[`${name}.mdx`, id] as const] : []
  })
  const isNamed = (file: string) => file.endsWith('.mdx') || file === 'case.yaml'
  const named = [...files].filter(([file]) => isNamed(file) || isFeedback(file))
  return new Map([...plain, ...named])
}

/** Reads states one after another. The last one is kept, since many commits do not change the case. */
function reader(texts: ReadonlyMap<string, string>, readers: Readers): (files: Files) => PastCase {
  const documents = new Map<string, Recognised>()
  const recognise = (file: string, id: string, whom: Readers): Recognised => {
    const name = [id, file, whom.audience, ...(whom.restricted ?? [])].join(' ')
    const known = documents.get(name)
    if (known) return known
    const text = (texts.get(id) ?? '').replace(/^\uFEFF/, '')
    // What stayed inside at that commit, or stays inside now, is not told.
    const { source, leftOut } = splitSource({ file, text }, { ...whom, isEarlier: true })
    const { document, findings } = source ? readDocument(source, whom.kinds) : { findings: [] }
    const isShown = (one: string) => !isWithdrawn({ id: one }, whom)
    const read = {
      ...(document ? { document: documentOfShown(document, isShown) } : {}),
      findings,
      isParted: leftOut.some(({ why }) => why === 'internal'),
    }
    documents.set(name, read)
    return read
  }
  // The same object for the same file, which is then read once.
  const answers = new Map<string, Source>()
  const answersIn = (files: Files): readonly Source[] =>
    [...files].flatMap(([file, id]) => {
      if (!isFeedback(file)) return []
      const text = (texts.get(id) ?? '').replace(/^\uFEFF/, '')
      const source = answers.get(`${id} ${file}`) ?? { file, text }
      answers.set(`${id} ${file}`, source)
      return [source]
    })
  let last: PastCase | undefined
  return (files) => {
    const state = JSON.stringify([...files].toSorted())
    if (last?.state === state) return last
    const yaml = texts.get(files.get('case.yaml') ?? '')
    const { settings: said, findings } = readSettings(yaml ?? '', 'case.yaml', readers.kinds)
    // Nobody can mend there what says that it is not for everyone.
    const isMarked = readers.audience === 'public' && markersInYaml(yaml ?? '', readers).length > 0
    const settings = isMarked ? withoutFields(said) : said
    const sources = [...files]
      .filter(([file]) => file.endsWith('.mdx'))
      .map(([file, id]) => ({ file, text: texts.get(id) ?? '' }))
    const named = inCaseOrder(sources, settings.order).map(({ file }) => file)
    // Addresses on hosts that readers could not open at that commit are not told either.
    const restricted = [...new Set([...(readers.restricted ?? []), ...settings.restricted])]
    const readFor = (whom: Readers) =>
      named.map((file) => recognise(file, files.get(file) ?? '', { ...whom, restricted }))
    const read = readFor(readers)
    const faults = [...read, { findings }].flatMap((one) => one.findings)
    const past = { documents: documentsOf(read), settings }
    // An item whose number comes from its order keeps the number that it has in the whole case.
    const isWhole = read.every(({ isParted }) => !isParted)
    const all = isWhole ? [] : documentsOf(readFor({ ...readers, audience: 'internal' }))
    const { graph, inside } = isWhole
      ? { graph: buildGraph(past.documents, settings), inside: nothingInside }
      : graphOfShown(past.documents, all, settings)
    const settingsSource =
      yaml === undefined ? {} : { settingsSource: { file: 'case.yaml', text: yaml } }
    last = {
      ...{ state, graph, isEmpty: named.length === 0, inside: inside.names },
      unread: [...new Set(faults.map(({ place }) => place.file))],
      edition: () => {
        const { audience } = readers
        const feedback = readFeedback(answersIn(files), { graph, settings, inside, audience })
        return editionOf({ ...past, graph, feedback, ...settingsSource })
      },
    }
    return last
  }
}

interface Recognised {
  /** Absent where the whole file stays inside. */
  readonly document?: Document
  readonly findings: readonly Finding[]
  /** Whether something of it stays inside. */
  readonly isParted: boolean
}

function documentsOf(read: readonly Recognised[]): readonly Document[] {
  return read.flatMap(({ document }) => document ?? [])
}
