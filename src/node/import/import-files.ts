/** Reads and mends the input files: documents in, the files of a case out. */

import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { stringify } from 'yaml'
import { assemble } from '../../core/assemble.ts'
import { type Address, type AddressChange, changeAddresses } from '../../core/import/addresses.ts'
import { isKey, keyFinder } from '../../core/import/anchors.ts'
import { decode } from '../../core/import/decode.ts'
import { newDraft } from '../../core/import/draft.ts'
import type { DocumentPlace } from '../../core/import/foreign/document.ts'
import { type ImportedDocument, importDocument } from '../../core/import/foreign/index.ts'
import { RefusedDocument } from '../../core/import/foreign/refused.ts'
import { type ImportDraft, importText, inOrder } from '../../core/import/index.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import { shown } from '../paths/index.ts'
import { LARGEST } from '../read/case-file.ts'
import { UsageError } from '../run/usage-error.ts'
import { extractPictures } from './embedded.ts'
import type { FoundInputs } from './find-inputs.ts'
import { FORMAT_NAMES, formatOf } from './formats.ts'
import { type NamedInput, nameInputs } from './names.ts'
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
  const yaml = settings === undefined ? titleOf(pages) : await readFile(settings)
  const { pictures, changes } = await collectPictures(pages)
  const shownPages = pages.map((page) =>
    withAddresses(page, ({ url }) => changes.get(page.name)?.get(url)),
  )
  const before = assembleAll(shownPages, yaml)
  const linked = withLinks(shownPages, before)
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
      documents.push(await importPage(named))
    } catch (error) {
      if (!(error instanceof RefusedDocument)) throw error
      leftOut.push(`${shown(named.path)}: ${error.message}`)
    }
  }
  return { documents, leftOut }
}

interface MendedPage extends ImportedPage, ImportedFile {
  readonly draft: ImportDraft
  readonly title?: string
  readonly anchors?: ReadonlyMap<string, DocumentPlace>
}

/** @throws RefusedDocument where it is not what its name says, or larger than any document */
async function importPage(named: NamedInput): Promise<MendedPage> {
  const bytes = named.zip?.get(named.path) ?? (await readInput(named.path))
  if (bytes.length > LARGEST)
    throw new RefusedDocument(`it is larger than ${LARGEST / 1024 / 1024} MB`)
  const format = formatOf(named.path)
  const name = basename(named.path, extname(named.path))
  if (!format?.read) return importMarkdown(named, bytes, name)
  const document = await format.read(bytes, name)
  const { text: html, pictures } = extractPictures(document.html, name)
  const made: ImportedDocument = importDocument({ ...document, html }, !format.isForeignHtml)
  return {
    ...named,
    text: made.text,
    draft: newDraft(made.text),
    mends: [],
    notTaken: made.notTaken,
    readAs: made.readAs,
    comments: made.comments,
    changes: made.changes,
    title: made.title ?? name,
    anchors: made.anchors,
    embedded: new Map([...pictures, ...(document.pictures ?? [])]),
  }
}

async function readInput(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${shown(path)} cannot be read (${error.code}).`)
  })
}

function importMarkdown(named: NamedInput, bytes: Uint8Array, name: string): MendedPage {
  const decoded = decode(bytes)
  if (!decoded) throw new RefusedDocument('no text, but bytes of some other kind')
  const { text: source, pictures } = extractPictures(decoded.text, name)
  const { text, mends, title, draft, anchors } = importText(source, named.path)
  const first = { line: 1, column: 1 }
  const saved = [
    ...(decoded.from
      ? [{ ...first, found: decoded.from, made: 'UTF-8', note: 'how the file is saved' }]
      : []),
    ...(decoded.zeros === undefined
      ? []
      : [
          {
            ...first,
            found: `zero bytes: ${decoded.zeros}`,
            made: '',
            note: 'no program shows them',
          },
        ]),
  ]
  return {
    ...named,
    text,
    draft: { ...draft, mends: [...saved, ...mends] },
    mends: [...saved, ...mends],
    ...(title === undefined ? {} : { title }),
    ...(anchors
      ? { anchors: new Map([...anchors].map(([to, block]) => [to, placeAt(block)])) }
      : {}),
    ...(pictures.size === 0 ? {} : { embedded: pictures }),
  }
}

function placeAt(block: string): DocumentPlace {
  return { block, headings: [], bookmarks: [] }
}

type ChangeFor = (address: Address) => AddressChange | undefined

function withAddresses(page: MendedPage, find: ChangeFor, kind = 'image'): MendedPage {
  const draft = changeAddresses(page.draft, (address) =>
    address.kind === kind ? find(address) : undefined,
  )
  return { ...page, draft, text: draft.text, mends: inOrder(draft.mends) }
}

// Matches "other.md", "../notes/b.docx#part" and "#part", but no address on the web.
const RE_LINK = new RegExp(
  `^(?![a-z][a-z\\d+.-]*:|//)([^?#]*(?:${FORMAT_NAMES.map((name) => `\\${name}`).join('|')}))?(?:#(.*))?$`,
  'i',
)

/** Turns links between files into links to sections, because all files become one page. */
function withLinks(pages: readonly MendedPage[], assembled: Assembled): readonly MendedPage[] {
  const find = keyFinder(assembled)
  const byPath = new Map(pages.map((page) => [page.path.toLowerCase(), page]))
  return pages.map((page) =>
    withAddresses(
      page,
      (address) => {
        const [, path, anchor = ''] = RE_LINK.exec(decoded(address.url)) ?? []
        if (path === undefined && (anchor === '' || isKey(assembled, anchor)))
          return citationOf(address, anchor, assembled)
        const target = path === undefined ? page.path : resolve(dirname(page.path), path)
        const to = byPath.get(target.toLowerCase())
        const place = to?.anchors?.get(anchor)
        const words = place ? [place.block, place.headings.at(-1) ?? ''] : []
        const key = to && find(to.name, ...words, anchor)
        if (key === undefined) return undefined
        return citationOf(address, key, assembled) ?? { to: `#${key}` }
      },
      'link',
    ),
  )
}

/** A link whose words are no more than the id of the item to which it leads is a citation. */
function citationOf(
  { words, isBracketed }: Address,
  key: string,
  { graph }: Assembled,
): AddressChange | undefined {
  const [, id] = /^\(?\s*([^()\s]+)\s*\)?$/.exec(words) ?? []
  if (id === undefined || graph.items.get(key)?.id.toLowerCase() !== id.toLowerCase())
    return undefined
  return { unlinked: isBracketed || words.includes('(') ? words : `(${words})` }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url // a percent sign that escapes nothing
  }
}

function assembleAll(
  pages: readonly ImportedPage[],
  yaml: string | Uint8Array | undefined,
): Assembled {
  const sources = pages.map(({ name, text }) => ({ file: name, text }))
  if (yaml === undefined) return assemble(sources)
  return assemble(sources, { file: 'case.yaml', text: Buffer.from(yaml).toString('utf8') })
}

/** The `case.yaml` for a title that stands only in the front matter of the first file. */
function titleOf(pages: readonly MendedPage[]): string | undefined {
  const title = pages[0]?.title
  const hasHeading = pages.some(({ text }) => /^#[ \t]/m.test(text))
  if (title === undefined || hasHeading) return undefined
  return `# What describes the case once. Its other fields are in the README.\n${stringify({ title })}`
}
