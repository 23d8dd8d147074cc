/** What the case itself lists against a claim, and what it says to that. */
import type { Item } from '../model/case.ts'
import { calledOf } from '../model/ids.ts'
import type { LinkedText } from '../text/linked-text.ts'
import type { Graph } from './index.ts'
import { capital } from './strength-words.ts'

/** Evidence that speaks against an item, whichever of the two names the other; in the order of the case. */
export function againstOf(
  key: string,
  { case: { items, links } }: Pick<Graph, 'case'>,
): readonly Item[] {
  const joined = new Set(
    links.flatMap(({ from, to }) => (from === key ? to : to === key ? from : [])),
  )
  return items.filter((item) => item.strength?.against && joined.has(item.key))
}

/** `Against it: evidence 1c, two people said so. Answer: we ask more.` */
export function againstSentence(
  item: Item,
  { kinds }: Pick<Graph, 'kinds'>,
): readonly LinkedText[] {
  const { key, text, properties = {} } = item
  const [words = ''] = text.split('\n')
  const answer = properties.answer && !text.includes(properties.answer) ? properties.answer : ''
  return [
    { text: 'Against it: ' },
    { text: calledOf(item, kinds), to: { key } },
    { text: `. ${ended(words)}${answer ? ` Answer: ${ended(answer)}` : ''}` },
  ]
}

function ended(words: string): string {
  const text = capital(words.replace(/\s+/g, ' ').trim())
  return /[.!?]$/.test(text) ? text : `${text}.`
}
