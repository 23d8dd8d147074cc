/** Reads and mends one input file: a document in, a file of the case out. */
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { type Address, type AddressChange, changeAddresses } from '../../core/import/addresses.ts'
import { decode } from '../../core/import/decode.ts'
import { newDraft } from '../../core/import/draft.ts'
import type { DocumentPlace } from '../../core/import/foreign/document.ts'
import { type ImportedDocument, importDocument } from '../../core/import/foreign/index.ts'
import { RefusedDocument } from '../../core/import/foreign/refused.ts'
import { type ImportDraft, importText, inOrder } from '../../core/import/index.ts'
import { findConflicts } from '../../core/syntax/conflicts.ts'
import { shown } from '../paths/index.ts'
import { LARGEST } from '../read/case-file.ts'
import { UsageError } from '../run/usage-error.ts'
import { extractPictures } from './embedded.ts'
import { formatOf } from './formats.ts'
import type { NamedInput } from './names.ts'
import type { ImportedPage } from './pictures.ts'
import type { ImportedFile } from './summary.ts'

/** A file of the case, and what it was made of. */
export interface MendedPage extends ImportedPage, ImportedFile {
  readonly draft: ImportDraft
  readonly title?: string
  readonly settings?: ImportedDocument['settings']
  readonly anchors?: ReadonlyMap<string, DocumentPlace>
}

/**
 * Reads an input and mends it.
 * @throws RefusedDocument where it is not what its name says, or larger than any document
 */
export async function mendPage(named: NamedInput): Promise<MendedPage> {
  const bytes = named.zip?.get(named.path) ?? (await readInput(named.path))
  if (bytes.length > LARGEST)
    throw new RefusedDocument(`it is larger than ${LARGEST / 1024 / 1024} MB`)
  const format = formatOf(named.path)
  const name = basename(named.path, extname(named.path))
  if (!format?.read) return mendMarkdown(named, bytes, name)
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
    ...(made.settings ? { settings: made.settings } : {}),
    anchors: made.anchors,
    embedded: new Map([...pictures, ...(document.pictures ?? [])]),
  }
}

async function readInput(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${shown(path)} cannot be read (${error.code}).`)
  })
}

function mendMarkdown(named: NamedInput, bytes: Uint8Array, name: string): MendedPage {
  const decoded = decode(bytes)
  if (!decoded) throw new RefusedDocument('no text, but bytes of some other kind')
  // As words, they would stand on slides.
  const [conflict] = findConflicts(decoded.text, named.path)
  if (conflict)
    throw new RefusedDocument(
      `from line ${conflict.place.line} on, it has two versions of the same lines. ${conflict.mend}, then import it again`,
    )
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

/** The same page with other addresses of its pictures or its links. */
export function withAddresses(
  page: MendedPage,
  find: (address: Address) => AddressChange | undefined,
  kind = 'image',
): MendedPage {
  const draft = changeAddresses(page.draft, (address) =>
    address.kind === kind ? find(address) : undefined,
  )
  return { ...page, draft, text: draft.text, mends: inOrder(draft.mends) }
}
