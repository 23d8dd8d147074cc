/** Reads and mends the input files: Markdown in, the files of a case out. */

import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { stringify } from 'yaml'
import { assemble } from '../../core/assemble.ts'
import { type AddressChange, changeAddresses } from '../../core/import/addresses.ts'
import { isKey, keyFinder } from '../../core/import/anchors.ts'
import { decode } from '../../core/import/decode.ts'
import { type ImportDraft, importText, inOrder, type Mend } from '../../core/import/index.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import { shown } from '../paths/index.ts'
import { UsageError } from '../run/usage-error.ts'
import type { FoundInputs } from './find-inputs.ts'
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
  const leftOut = [...found.leftOut]
  const pages: MendedPage[] = []
  for (const named of nameInputs(found.inputs)) {
    const page = await importPage(named)
    if (page) pages.push(page)
    else leftOut.push(`${shown(named.path)}: no text, but bytes of some other kind`)
  }
  if (pages.length === 0) throw new UsageError(`Nothing to import: ${leftOut.join('; ')}.`)
  const [settings, ...others] = found.settings
  leftOut.push(...others.map((path) => `${shown(path)}: a case has one case.yaml`))
  const yaml = settings === undefined ? titleOf(pages) : await readFile(settings)
  const { pictures, changes } = await collectPictures(pages)
  const shownPages = pages.map((page) =>
    withAddresses(page, (url) => changes.get(page.name)?.get(url)),
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

interface MendedPage extends ImportedPage {
  readonly draft: ImportDraft
  readonly mends: readonly Mend[]
  readonly title?: string
}

async function importPage(named: NamedInput): Promise<MendedPage | undefined> {
  const bytes = await readFile(named.path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${shown(named.path)} cannot be read (${error.code}).`)
  })
  const decoded = decode(bytes)
  if (!decoded) return undefined
  const { text, mends, title, draft } = importText(decoded.text, named.path)
  const saved = decoded.from
    ? [{ line: 1, column: 1, found: decoded.from, made: 'UTF-8', note: 'how the file is saved' }]
    : []
  return {
    ...named,
    text,
    draft: { ...draft, mends: [...saved, ...mends] },
    mends: [...saved, ...mends],
    ...(title === undefined ? {} : { title }),
  }
}

type ChangeFor = (url: string) => AddressChange | undefined

function withAddresses(page: MendedPage, find: ChangeFor, kind = 'image'): MendedPage {
  const draft = changeAddresses(page.draft, (address) =>
    address.kind === kind ? find(address.url) : undefined,
  )
  return { ...page, draft, text: draft.text, mends: inOrder(draft.mends) }
}

// Matches "other.md", "../notes/b.mdx#part" and "#part", but no address on the web.
const RE_LINK = /^(?![a-z][a-z\d+.-]*:|\/\/)([^?#]*\.(?:mdx?|markdown))?(?:#(.*))?$/i

/** Turns links between files into links to sections, because all files become one page. */
function withLinks(pages: readonly MendedPage[], assembled: Assembled): readonly MendedPage[] {
  const find = keyFinder(assembled)
  const byPath = new Map(pages.map((page) => [page.path.toLowerCase(), page.name]))
  return pages.map((page) =>
    withAddresses(
      page,
      (url) => {
        const [, path, anchor = ''] = RE_LINK.exec(decoded(url)) ?? []
        if (path === undefined && (anchor === '' || isKey(assembled, anchor))) return undefined
        const target = path === undefined ? page.path : resolve(dirname(page.path), path)
        const file = byPath.get(target.toLowerCase())
        const key = file === undefined ? undefined : find(file, anchor)
        return key === undefined ? undefined : { to: `#${key}` }
      },
      'link',
    ),
  )
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
