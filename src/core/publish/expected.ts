/** What the pages of a site must hold of their case, so that no page of another one takes their place. */
import type { Checkable } from '../model/assembled.ts'
import { type Case, wholeTextOf } from '../model/case.ts'
import { nameWithId } from '../model/ids.ts'
import { extractOf } from '../narrative/extract/index.ts'

/** A part of the case that a page must hold. */
export interface ExpectedPart {
  /** `Decision 3`, `the section “Why now”`. */
  readonly what: string
  readonly key: string
  /** Words that stand at that address; absent where the address alone is enough. */
  readonly words?: string
  /** Whether a link there is enough. */
  readonly isLink?: true
}

/** A page, and all that it must hold. */
export interface ExpectedPage {
  /** Relative to the output folder: `deck/index.html`. */
  readonly page: string
  readonly parts: readonly ExpectedPart[]
}

/** What a page holds. */
export interface FoundOnPage {
  /** All words at an address, by that address. */
  readonly wordsAt: ReadonlyMap<string, string>
  /** Addresses of the case to which its links lead. */
  readonly links: ReadonlySet<string>
}

type Source = Pick<Checkable, 'documents' | 'graph' | 'settings'>

/** The pages that tell a case, with what each must hold. */
export function expectedPages(read: Checkable): readonly ExpectedPage[] {
  const { case: theCase } = read.graph
  const routes = Object.entries(read.settings.routes)
  // Each in the words of its writer, at its own place.
  const estimates = items(theCase, read).filter(({ key }) => read.graph.estimates.has(key))
  const decks = ['', ...routes.map(([name]) => `${name}/`)]
  return [
    { page: 'index.html', parts: [...told(theCase, read), ...linked(theCase, read)] },
    ...routes.map(([name, route]) => ({
      page: `narrative/handouts/${name}/index.html`,
      parts: told(extractOf(read, route).part.graph.case, read),
    })),
    ...decks.flatMap((deck) => [
      { page: `deck/${deck}index.html`, parts: addressed(theCase, read) },
      { page: `deck/${deck}speaker/index.html`, parts: addressed(theCase, read) },
    ]),
    { page: 'trace/index.html', parts: items(theCase, read).map(asLink) },
    ...(estimates.length > 0 ? [{ page: 'figures/index.html', parts: estimates }] : []),
  ]
}

/** Those parts of a page that are not on it, or do not say all their words; `[]` where nothing is missing. */
export function missingOn(found: FoundOnPage, { parts }: ExpectedPage): readonly ExpectedPart[] {
  return parts.filter(({ key, words = '', isLink }) => {
    if (isLink) return !found.links.has(key)
    const there = found.wordsAt.get(key)
    return there === undefined || !saysAll(there, words)
  })
}

/** Everything of a case, at its address and in its words. */
function told(theCase: Case, read: Source): readonly ExpectedPart[] {
  return [...sections(theCase), ...items(theCase, read)]
}

/** The same, without the words: a slide may say them in another place. */
function addressed(theCase: Case, read: Source): readonly ExpectedPart[] {
  return told(theCase, read).map(({ words, ...part }) => part)
}

function linked({ links }: Case, { graph }: Source): readonly ExpectedPart[] {
  // A tick in a table says its link by itself.
  const shown = links.filter((link) => !graph.ticked.has(link))
  return shown.map(({ from, to }) => {
    const [one, other] = [from, to].map((key) => nameOfKey(key, graph))
    return { what: `the link from ${one} to ${other}`, key: to, isLink: true }
  })
}

function sections({ sections }: Case): readonly ExpectedPart[] {
  return sections.map(({ key, title }) => ({
    what: nameOfSection(title),
    key,
    // Words before the first heading have none.
    ...(key === 'opening' ? {} : { words: title }),
  }))
}

function items({ items }: Case, { graph }: Source): readonly ExpectedPart[] {
  return items.map((item) => ({
    what: nameWithId(item, graph.kinds),
    key: item.key,
    // Between the low and the high cell of a row, "to" is a word of ours.
    words:
      graph.blocks.get(item.key)?.how === 'row'
        ? wholeTextOf(item).replace(/ to /g, ' ')
        : wholeTextOf(item),
  }))
}

function asLink({ what, key }: ExpectedPart): ExpectedPart {
  return { what, key, isLink: true }
}

function nameOfKey(key: string, { items, sections, kinds }: Source['graph']): string {
  const item = items.get(key)
  return item ? nameWithId(item, kinds) : nameOfSection(sections.get(key)?.title ?? key)
}

function nameOfSection(title: string): string {
  return `the section “${title}”`
}

/** Whether every word of one text stands in another. Signs are set in other ways on a page. */
function saysAll(text: string, words: string): boolean {
  const said = new Set(wordsOf(text))
  return wordsOf(words).every((word) => said.has(word))
}

// Matches each word of "It’s 12 % (£3m)": "It", "s", "12", "3m".
const RE_WORD = /[\p{L}\p{M}\p{N}]+/gu

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(RE_WORD) ?? []
}
