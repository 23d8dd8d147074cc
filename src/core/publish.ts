/** What a page says of itself to search engines, and to those who share its address. Pure. */
import type { Assembled } from './assemble.ts'
import { shorten } from './checks/phrase.ts'
import { sentencesOf } from './sentences.ts'

/** Characters of a description that search engines and messengers show. */
const LENGTH = 200

/**
 * What the case is about: the sentences of its first paragraph, as far as they are shown; else what
 * it asks. `undefined` where it says neither.
 */
export function descriptionOf({ documents, settings }: Assembled): string | undefined {
  const blocks = documents.flatMap((document) => document.blocks)
  const first = blocks.find((block) => block.type === 'prose')
  const words = first?.type === 'prose' ? first.words.text : settings.ask
  if (words === undefined) return undefined
  return (
    sentencesOf(words)
      .reduce(
        (told, sentence) => (told.length + sentence.length <= LENGTH ? told + sentence : told),
        '',
      )
      .trim() || shorten(words, LENGTH - 2)
  )
}

/**
 * A page's address in public: `https://example.org/case/deck/`.
 *
 * @param path relative to the site: `deck/`, `''` for the narrative
 */
export function publicAddress(address: string, path: string): string {
  return new URL(path, address.replace(/\/?$/, '/')).href
}
