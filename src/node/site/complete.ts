/** Proves that every page of a rendered site tells its own case, and all of it. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type ExpectedPage,
  type ExpectedPart,
  expectedPages,
  type FoundOnPage,
  missingOn,
} from '../../core/publish/expected.ts'
import { readEntities } from '../../core/text/tags.ts'
import { attribute, elementsOf, gapsIn, type PageElement, readPage } from '../offline/tree.ts'
import type { ReadCase } from '../read/read-case.ts'
import { makers } from '../store/page.ts'
import { passedBefore } from '../store/passed.ts'

/** A page lacks what its case has. The message says which page, and what. */
class IncompleteError extends Error {
  override name = 'IncompleteError'
}

/** How many of the missing parts a message names. */
const NAMED = 5

/**
 * Compares the pages of a rendered site with the graph of its case.
 * @throws IncompleteError where a page is missing or lacks sections, items or links.
 */
export async function refuseIncomplete(folder: string, read: ReadCase): Promise<void> {
  const lacking: string[] = []
  const about = [read.folder, makers()]
  const passed = passedBefore({ store: read.store, kind: 'compared', about })
  for (const expected of expectedPages(read)) {
    const html = await readFile(join(folder, expected.page), 'utf8').catch(() => undefined)
    const both = createHash('sha256')
      .update(JSON.stringify(expected))
      .update(html ?? '')
    const hash = both.digest('base64')
    passed.add(hash)
    if (passed.has(hash)) continue
    const missing =
      html === undefined ? expected.parts : missingOn(foundOn(html, expected), expected)
    if (html === undefined) lacking.push(`There is no page ${expected.page}.`)
    else if (missing.length > 0) lacking.push(lineOf(expected, missing))
  }
  if (lacking.length === 0) return passed.keep()
  throw new IncompleteError(
    [
      'Not built, since pages lack a part of their case:',
      ...lacking.map((line) => `  ${line}`),
      'Build it again. If it happens once more, report it as a fault of Throughline.',
    ].join('\n'),
  )
}

/** `deck/index.html lacks Decision 3, Evidence 3a and 12 more.` */
function lineOf({ page }: ExpectedPage, missing: readonly ExpectedPart[]): string {
  const named = missing.slice(0, NAMED).map(({ what }) => what)
  const rest = missing.length - named.length
  return `${page} lacks ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`
}

function foundOn(html: string, { parts }: ExpectedPage): FoundOnPage {
  const keys = new Set(parts.map(({ key }) => key))
  const wordsAt = new Map<string, string>()
  const links = new Set<string>()
  for (const element of elementsOf(readPage(html))) {
    const id = attribute(element, 'id')
    // Tags stand between words, and within them.
    if (id !== undefined && keys.has(id))
      wordsAt.set(id, `${textOf(element, ' ')} ${textOf(element, '')}`)
    const address = attribute(element, 'href') ?? attribute(element, 'xlink:href')
    const [, anchor] = RE_ANCHOR.exec(address ?? '') ?? []
    if (anchor !== undefined) links.add(decodeURIComponent(anchor))
  }
  return { wordsAt, links }
}

// Matches "#decision-3", "../#decision-3", "deck/#/decision-3".
const RE_ANCHOR = /#\/?(.+)$/

function textOf(parent: PageElement, between: string): string {
  // A formula says in words what it is.
  const formula = parent.tagName === 'math' ? attribute(parent, 'alttext') : undefined
  if (formula !== undefined) return formula
  const [first = '', ...gaps] = gapsIn(parent).map(readEntities)
  const rest = parent.kids.flatMap((kid, at) => [textOf(kid, between), gaps[at] ?? ''])
  return [first, ...rest].join(between)
}
