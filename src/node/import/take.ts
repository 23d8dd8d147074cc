/** Reads and mends what was gathered: from files of Markdown to the files of a case. */

import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { stringify } from 'yaml'
import { assemble } from '../../core/assemble.ts'
import { type Change, changeAddresses } from '../../core/import/addresses.ts'
import { isKey, keyFinder } from '../../core/import/anchors.ts'
import { decode } from '../../core/import/decode.ts'
import { type Draft, importText, inOrder, type Mend } from '../../core/import/index.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import { shown } from '../read/paths.ts'
import { UsageError } from '../report/usage-error.ts'
import type { Told } from './account.ts'
import type { Gathered } from './gather.ts'
import { type Named, nameInputs } from './names.ts'
import { collectPictures, type Page, type Picture } from './pictures.ts'
import type { NewFile } from './place.ts'

export interface Taken {
  readonly files: readonly NewFile[]
  readonly told: readonly Told[]
  readonly pictures: readonly Picture[]
  readonly leftOut: readonly string[]
  readonly assembled: Assembled
}

/**
 * Takes everything in; writes nothing.
 *
 * @throws UsageError where a file can't be read, or none is text
 */
export async function takeIn(gathered: Gathered): Promise<Taken> {
  const leftOut = [...gathered.leftOut]
  const pages: Mended[] = []
  for (const named of nameInputs(gathered.inputs)) {
    const page = await takePage(named)
    if (page) pages.push(page)
    else leftOut.push(`${shown(named.path)}: no text, but bytes of some other kind`)
  }
  if (pages.length === 0) throw new UsageError(`Nothing to import: ${leftOut.join('; ')}.`)
  const [settings, ...others] = gathered.settings
  leftOut.push(...others.map((path) => `${shown(path)}: a case has one case.yaml`))
  const yaml = settings === undefined ? titleOf(pages) : await readFile(settings)
  const { pictures, changes } = await collectPictures(pages)
  const shownPages = pages.map((page) => changed(page, (url) => changes.get(page.name)?.get(url)))
  const before = assembleAll(shownPages, yaml)
  const linked = withLinks(shownPages, before)
  const isSame = linked.every(({ text }, index) => text === shownPages[index]?.text)
  return {
    files: [
      ...linked.map(({ name, text }) => ({ name, content: text })),
      ...(yaml === undefined ? [] : [{ name: 'case.yaml', content: yaml }]),
      ...pictures.map(({ name, bytes }) => ({ name, content: bytes })),
    ],
    told: linked,
    pictures,
    leftOut,
    assembled: isSame ? before : assembleAll(linked, yaml),
  }
}

interface Mended extends Page {
  readonly draft: Draft
  readonly mends: readonly Mend[]
  readonly title?: string
}

async function takePage(named: Named): Promise<Mended | undefined> {
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

type ChangeFor = (url: string) => Change | undefined

function changed(page: Mended, find: ChangeFor, kind = 'image'): Mended {
  const draft = changeAddresses(page.draft, (address) =>
    address.kind === kind ? find(address.url) : undefined,
  )
  return { ...page, draft, text: draft.text, mends: inOrder(draft.mends) }
}

// Matches "other.md", "../notes/b.mdx#part" and "#part", but no address on the web.
const RE_LINK = /^(?![a-z][a-z\d+.-]*:|\/\/)([^?#]*\.(?:mdx?|markdown))?(?:#(.*))?$/i

/** Links between the files lead to sections, since all files are told as one. */
function withLinks(pages: readonly Mended[], assembled: Assembled): readonly Mended[] {
  const find = keyFinder(assembled)
  const byPath = new Map(pages.map((page) => [page.path.toLowerCase(), page.name]))
  return pages.map((page) =>
    changed(
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

function assembleAll(pages: readonly Page[], yaml: string | Uint8Array | undefined): Assembled {
  const sources = pages.map(({ name, text }) => ({ file: name, text }))
  if (yaml === undefined) return assemble(sources)
  return assemble(sources, { file: 'case.yaml', text: Buffer.from(yaml).toString('utf8') })
}

/** The title of a case whose first file has one in its front matter only. */
function titleOf(pages: readonly Mended[]): string | undefined {
  const title = pages[0]?.title
  const hasHeading = pages.some(({ text }) => /^#[ \t]/m.test(text))
  if (title === undefined || hasHeading) return undefined
  return `# What describes the case once. Its other fields are in the README.\n${stringify({ title })}`
}
