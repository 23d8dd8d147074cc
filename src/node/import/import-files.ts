/** Reads and mends the input files: documents in, the files of a case out. */

import { readFile } from 'node:fs/promises'
import { stringify } from 'yaml'
import { assemble } from '../../core/assemble.ts'
import { RefusedDocument } from '../../core/import/foreign/refused.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import { shown } from '../paths/index.ts'
import { commandLine } from '../report/command-line.ts'
import { UsageError } from '../run/usage-error.ts'
import type { FoundInputs } from './find-inputs.ts'
import { joinLinks } from './join-links.ts'
import { type MendedPage, mendPage, withAddresses } from './mend-page.ts'
import { nameInputs } from './names.ts'
import { collectPictures, type ImportedPage, type ImportedPicture } from './pictures.ts'
import type { ImportedFile } from './summary.ts'
import type { NewFile } from './write-files.ts'

interface ImportedCase {
  readonly files: readonly NewFile[]
  readonly imported: readonly ImportedFile[]
  readonly pictures: readonly ImportedPicture[]
  readonly leftOut: readonly string[]
  readonly assembled: Assembled
}

/**
 * Imports all input files in memory; writes nothing.
 *
 * @throws UsageError where a file can't be read, or none is text
 */
export async function importFiles(found: FoundInputs): Promise<ImportedCase> {
  const read = await readDocuments(found)
  const pages = read.documents
  const leftOut = [...read.leftOut]
  if (pages.length === 0) throw new UsageError(`Nothing to import: ${leftOut.join('; ')}.`)
  const [settings, ...others] = found.settings
  leftOut.push(...others.map((path) => `${shown(path)}: a case has one case.yaml`))
  const describing = pages.filter((page) => page.settings !== undefined)
  const own = settings === undefined ? describing[0]?.settings : undefined
  const taken = own ? 'that of another is in case.yaml' : 'your case.yaml is taken'
  for (const { path, settings: said = {} } of own ? describing.slice(1) : describing) {
    const fields = Object.keys(said).join(', ')
    leftOut.push(`${shown(path)}: what it says of the case at its head, ${fields}: ${taken}`)
  }
  const yaml = settings === undefined ? describedBy(pages, own) : await readFile(settings)
  const { pictures, changes } = await collectPictures(pages)
  const shownPages = pages.map((page) =>
    withAddresses(page, ({ url }) => changes.get(page.name)?.get(url)),
  )
  const before = assembleAll(shownPages, yaml)
  const linked = joinLinks(shownPages, before)
  const isSame = linked.every(({ text }, index) => text === shownPages[index]?.text)
  return {
    files: [
      ...linked.map(({ name, text }) => ({ name, content: text })),
      ...(yaml === undefined ? [] : [{ name: 'case.yaml', content: yaml }]),
      ...pictures.map(({ name, bytes }) => ({ name, content: bytes })),
    ],
    imported: linked,
    pictures,
    leftOut,
    assembled: isSame ? before : assembleAll(linked, yaml),
  }
}

/** Reads and mends all documents, without their pictures. */
export async function readDocuments(found: FoundInputs): Promise<{
  readonly documents: readonly MendedPage[]
  readonly leftOut: readonly string[]
}> {
  const leftOut = [...found.leftOut]
  const documents: MendedPage[] = []
  for (const named of nameInputs(found.inputs)) {
    try {
      documents.push(await mendPage(named))
    } catch (error) {
      if (!(error instanceof RefusedDocument)) throw error
      leftOut.push(`${shown(named.path)}: ${error.message}`)
    }
  }
  return { documents, leftOut }
}

function assembleAll(
  pages: readonly ImportedPage[],
  yaml: string | Uint8Array | undefined,
): Assembled {
  const sources = pages.map(({ name, text }) => ({ file: name, text }))
  if (yaml === undefined) return assemble(sources)
  return assemble(sources, { file: 'case.yaml', text: Buffer.from(yaml).toString('utf8') })
}

/** The `case.yaml` for what the head of a document says, and a title that stands in front matter alone. */
function describedBy(
  pages: readonly MendedPage[],
  settings: MendedPage['settings'] = {},
): string | undefined {
  const title = pages[0]?.title
  const hasHeading = pages.some(({ text }) => /^#[ \t]/m.test(text))
  const told = { ...(title === undefined || hasHeading ? {} : { title }), ...settings }
  if (Object.keys(told).length === 0) return undefined
  return `# What describes the case once. Its other fields: ${commandLine('manual')}\n${stringify(told)}`
}
