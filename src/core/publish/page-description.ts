/** What a page says of itself to search engines, and to those who share its address. Pure. */
import type { Assembled } from '../model/assembled.ts'
import { shorten } from '../text/phrases.ts'
import { sentencesOf } from '../text/sentences.ts'

/** Characters of a description that search engines and messengers show. */
const LENGTH = 200

/**
 * What a page is about: its own sentence, then the sentences of the case's first paragraph, as far
 * as they are shown; without these, the case's ask. `undefined` where all of them are empty.
 *
 * @param page a sentence with its full stop; absent for the narrative, which is the case itself
 */
export function descriptionOf(
  { documents, settings }: Pick<Assembled, 'documents' | 'settings'>,
  page?: string,
): string | undefined {
  const blocks = documents.flatMap((document) => document.blocks)
  const first = blocks.find((block) => block.type === 'prose')
  const words = first?.type === 'prose' ? first.words.text : settings.ask
  const start = page === undefined ? '' : `${page} `
  const opening = sentencesOf(words ?? '').reduce(
    (all, sentence) => (all.length + sentence.length <= LENGTH ? all + sentence : all),
    start,
  )
  return opening.trim() || (words && shorten(words, LENGTH - 2))
}

/**
 * A page's address in public: `https://example.org/case/deck/`.
 *
 * @param path relative to the site: `deck/`, `''` for the narrative
 */
export function publicAddress(address: string, path: string): string {
  return new URL(path, address.replace(/\/?$/, '/')).href
}
