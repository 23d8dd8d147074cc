/** Turns a document of another program into a file of a case: HTML in, MDX out. */
import { escapeEverySign } from '../escape.ts'
import { blocksOf } from '../html-block.ts'
import { childrenOf, type Html, rawTextOf } from '../html-tree.ts'
import { readMdx } from '../markdown.ts'
import { keptInside, markingIn } from '../marking.ts'
import { isReadable } from '../mend-markdown.ts'
import { wordsOf } from '../words.ts'
import { type CleanPage, cleanPage } from './clean.ts'
import {
  countedWords,
  type DocumentComment,
  type DocumentPlace,
  type ForeignDocument,
  missingWords,
  type TrackedChange,
} from './document.ts'

/** A document as a file of a case. */
export interface ImportedDocument {
  readonly text: string
  /** What to call the case, where the words of the document have no title. */
  readonly title?: string
  /** What it says of the whole case, for `case.yaml`. */
  readonly settings?: ForeignDocument['settings']
  readonly comments: readonly DocumentComment[]
  readonly changes: readonly TrackedChange[]
  /** What did not arrive, a sentence each. */
  readonly notTaken: readonly string[]
  readonly readAs: readonly string[]
  /** Name to which links lead → where it stands. */
  readonly anchors: ReadonlyMap<string, DocumentPlace>
}

/**
 * Writes a document as MDX, and looks for each of its words in what was made of it.
 *
 * @param isOwn whether one of our readers has written the HTML, and not somebody else
 * @throws RefusedDocument where it is deeper or larger than any document
 */
export function importDocument(document: ForeignDocument, isOwn = true): ImportedDocument {
  const page = cleanPage(document.html.replaceAll('\0', ''), isOwn)
  const text = writePage(page)
  const made = countedWords(wordsOf(readMdx(text)).join(' '))
  const lost = missingWords(document.words ?? wordsOfPage(page), made)
  const title = document.title ?? page.title
  const marking = markingIn(document.around ?? [])
  return {
    text: marking === undefined ? text : `---\naudience: internal\n---\n\n${text}`,
    ...(page.isTitled || title === undefined ? {} : { title }),
    ...(document.settings ? { settings: document.settings } : {}),
    comments: [...(document.comments ?? []), ...page.comments],
    changes: document.changes ?? [],
    notTaken: [
      ...(document.notTaken ?? []),
      ...page.notTaken,
      ...(document.html.includes('\0') ? ['zero bytes, which no program shows'] : []),
      ...(lost.length === 0 ? [] : [lostWords(lost)]),
    ],
    readAs: [
      ...(marking === undefined ? [] : [keptInside(marking)]),
      ...(document.readAs ?? []),
      ...page.readAs,
    ],
    anchors: page.anchors,
  }
}

function lostWords(lost: readonly string[]): string {
  const shown = lost.slice(0, 12).join(' ')
  const more = lost.length > 12 ? ' …' : ''
  return `${lost.length} ${lost.length === 1 ? 'word' : 'words'}: "${shown}${more}"`
}

/** The page as MDX. A block that cannot be read so shows each of its signs as it is. */
function writePage({ nodes, notes }: CleanPage): string {
  const blocks = blocksOf(nodes).map((lines) => lines.join('\n'))
  const atEnd = notes.map(({ id, element }) => noteOf(id, childrenOf(element)))
  const text = joined([...blocks, ...atEnd])
  if (isReadable(text)) return text
  const careful = [...blocks, ...atEnd].map((block) =>
    isReadable(block) ? block : escapeEverySign(block, '\n'),
  )
  const second = joined(careful)
  if (isReadable(second)) return second
  const words = nodes.map((node) => rawTextOf(node)).join('\n')
  return joined([escapeEverySign(words, '\n')])
}

function joined(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`
}

/** `[^1]: words`, with more blocks indented. */
function noteOf(id: string, nodes: readonly Html[]): string {
  const lines = blocksOf(nodes).flatMap((block, index) => (index === 0 ? block : ['', ...block]))
  const shown = lines.map((line, index) => (index === 0 || line === '' ? line : `    ${line}`))
  return `[^${id}]: ${shown.join('\n')}`
}

/** All words that a page shows. */
function wordsOfPage({ nodes, notes }: CleanPage): readonly string[] {
  return countedWords(
    [...nodes, ...notes.map(({ element }) => element)].map(spacedTextOf).join(' '),
  )
}

/** The text of a node with spaces around its blocks. */
function spacedTextOf(node: Html): string {
  if ('value' in node && node.nodeName === '#text') return node.value
  if (!('tagName' in node)) return ''
  if (node.tagName === 'img') return node.attrs.find(({ name }) => name === 'alt')?.value ?? ''
  const inner = childrenOf(node).map(spacedTextOf).join('')
  return INLINE.has(node.tagName) ? inner : ` ${inner} `
}

/** Elements that stand inside a word. */
const INLINE = new Set(
  'Call a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
)
