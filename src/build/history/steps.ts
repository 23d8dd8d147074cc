/** From the commits of a case folder to what each did to the addresses of the case. */
import { readDocument } from '../../core/assemble.ts'
import { partSource } from '../../core/audience/index.ts'
import type { Document } from '../../core/conventions/index.ts'
import { buildGraph } from '../../core/graph/index.ts'
import { noSettings, readSettings } from '../../core/settings.ts'
import { inReadingOrder } from '../reading-order.ts'
import { type Commit, readObjects } from './git.ts'
import { type Files, listFiles } from './trees.ts'

/** Key of a section or item → its title or text. */
export type Addresses = ReadonlyMap<string, string>

/** What a commit changed, against the commit before it in the list. */
export interface Step {
  readonly commit: string
  /** Key and text of each address that is new or reads differently. */
  readonly added: readonly (readonly [string, string])[]
  readonly removed: readonly string[]
}

/**
 * The steps of commits, oldest first, from the addresses before them. A file that could not be
 * read at a commit had no addresses then.
 *
 * @throws GitError
 */
export async function readSteps(
  folder: string,
  commits: readonly Commit[],
  before: Addresses,
): Promise<readonly Step[]> {
  const states = await listFiles(folder, commits)
  const ids = new Set(states.flatMap((files) => [...files.values()]))
  const contents = await readObjects(folder, [...ids])
  const texts = new Map(contents.map(({ name, bytes }) => [name, bytes.toString('utf8')]))
  const read = reader(texts)
  const steps: Step[] = []
  let addresses = before
  let last: string | undefined
  for (const [index, { id }] of commits.entries()) {
    const files = states[index] ?? new Map()
    const state = JSON.stringify([...files])
    const next = state === last ? addresses : read(files)
    steps.push({ commit: id, ...difference(addresses, next) })
    addresses = next
    last = state
  }
  return steps
}

/** The addresses after steps. */
export function replay(steps: readonly Step[]): Addresses {
  const addresses = new Map<string, string>()
  for (const { added, removed } of steps) {
    for (const key of removed) addresses.delete(key)
    for (const [key, text] of added) addresses.set(key, text)
  }
  return addresses
}

/** Reads the addresses of a state; a file that stayed as it was is recognised once. */
function reader(texts: ReadonlyMap<string, string>): (files: Files) => Addresses {
  const documents = new Map<string, Document>()
  const recognise = (file: string, id: string): Document => {
    const name = `${id} ${file}`
    const text = (texts.get(id) ?? '').replace(/^\uFEFF/, '')
    // What stayed inside then was no address of anybody's.
    const { source = { file, text: '' } } = partSource({ file, text }, { audience: 'public' })
    const document = documents.get(name) ?? readDocument(source).document
    documents.set(name, document)
    return document
  }
  return (files) => {
    const named = [...files.keys()].filter((file) => file.endsWith('.mdx'))
    const read = inReadingOrder(named).map((file) => recognise(file, files.get(file) ?? ''))
    const yaml = texts.get(files.get('case.yaml') ?? '')
    const settings = yaml === undefined ? noSettings : readSettings(yaml, 'case.yaml').settings
    const { sections, items } = buildGraph(read, settings).case
    return new Map([
      ...sections.map(({ key, title }) => [key, title] as const),
      ...items.map(({ key, text }) => [key, text] as const),
    ])
  }
}

function difference(before: Addresses, after: Addresses): Omit<Step, 'commit'> {
  return {
    added: [...after].filter(([key, text]) => before.get(key) !== text),
    removed: [...before.keys()].filter((key) => !after.has(key)),
  }
}
