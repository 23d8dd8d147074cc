/** Words that should say how strong evidence is, and don't. */
import type { Checkable } from '../model/assembled.ts'
import type { Place } from '../model/case.ts'
import type { Found } from '../model/finding.ts'
import { has } from '../model/kinds.ts'
import { placeInFrontMatter } from '../settings/front-matter.ts'
import { bracketTopicOf } from '../syntax/conventions/bracket-words.ts'
import { allBlocks, type Document, type ItemBlock } from '../syntax/conventions/index.ts'
import { readStrength, STRENGTH_WORDS } from '../syntax/conventions/strength.ts'
import { distance, nearest } from '../text/nearest.ts'
import { nameInText, oneOf } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { placeOfWords } from './shared/words-at.ts'

export const unknownStrength: Check = (checked) => [
  ...checked.documents.flatMap((document) => inLabels(document, checked)),
  ...checked.documents.flatMap((document) => inFrontMatter(document, checked)),
]

function inLabels({ blocks }: Document, { sources, graph }: Checkable): readonly Found[] {
  return [...allBlocks(blocks)].flatMap((block) => {
    if (block.type !== 'item' || block.id === undefined) return []
    const { kind, id } = block
    if (!has(kind, 'rated', graph.kinds)) return []
    const name = nameInText({ kind, id }, graph.kinds)
    // The bracket alone: its words may stand in the label too.
    const from = placeOfWords('(', block.place, sources)
    // What nothing knows is an error of its own.
    const known = block.strength?.unread.filter((words) => {
      const topic = bracketTopicOf(words, kind, graph.kinds)
      return topic !== undefined && topic !== 'answers'
    })
    const inStrength = known?.map((words) => ({
      message: `Unexpected ${unreadWords(words)} in the strength of ${name}, expected ${expectation(words)}: until then it is a note`,
      place: placeOfWords(words, from, sources),
    }))
    return [...(inStrength ?? []), ...inText(block, name, sources)]
  })
}

// Matches the bracket in "(intervew) They wait".
const RE_BRACKET = /^\(([^()]{1,400})\)/

// Matches "spring 2020", "Q1 2020", "February to March 2020", "31 February 2020", "14/03/2020".
const RE_NEARLY_DATE =
  /^(?:(?:early|mid|late)[\s-]+)?(?:\d{1,2}[\s/.]+)?(?:(?:spring|summer|autumn|winter|q[1-4]|\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})[\s/.,–-]+(?:(?:to|and)\s+)?){1,2}(?:19|20)\d\d$/i

/** A bracket behind the label that stayed in the text, though it nearly says something of strength. */
function inText(
  { words, place, label }: ItemBlock,
  name: string,
  sources: Checkable['sources'],
): readonly Found[] {
  const [bracket, inside = ''] = RE_BRACKET.exec(words.text) ?? []
  const parts = inside.split(/[,;]/).map((part) => part.trim())
  const meant = label?.bracket ? [] : parts.flatMap(likely)
  const isDated = parts.some((part) => RE_NEARLY_DATE.test(part))
  if (bracket === undefined || readStrength(inside)) return []
  if (meant.length === 0 && !isDated) return []
  const expected = meant.length > 0 ? quoted(meant) : 'a date such as "March 2020"'
  return [
    {
      message: `Unexpected "${bracket}" in ${name}, expected ${expected}: until then it is part of the text`,
      place: placeOfWords(bracket, place, sources),
    },
  ]
}

function inFrontMatter({ file, strength }: Document, checked: Checkable): readonly Found[] {
  const { sources, graph } = checked
  const text = sources.find((source) => source.file === file)?.text ?? ''
  if (strength === undefined) return []
  if (typeof strength === 'string') {
    const place = placeInFrontMatter(text, file, ['strength'])
    return unreadIn(strength, 'the evidence of this file', { place, checked })
  }
  const rated = graph.case.items.filter(
    ({ kind, place }) => has(kind, 'rated', graph.kinds) && place.file === file,
  )
  return Object.entries(strength).flatMap(([id, words]) => {
    const place = placeInFrontMatter(text, file, ['strength', id])
    const item = rated.find((one) => one.id === id)
    if (item) return unreadIn(words, nameInText(item, graph.kinds), { place, checked })
    const ids = rated.map((one) => one.id)
    const near = ids.length > 0 ? oneOf(nearest(id, ids)) : 'evidence or an assumption here'
    return [
      {
        message: `Unexpected strength of "${id}", which this file does not define, expected ${near}`,
        place: placeOfWords(id, place, sources),
      },
    ]
  })
}

function unreadIn(
  text: string,
  name: string,
  { place, checked }: { readonly place: Place; readonly checked: Checkable },
): readonly Found[] {
  const { sources, graph } = checked
  const parts = readStrength(text)?.unread ?? text.split(/[,;]/).map((part) => part.trim())
  // What nothing knows is an error of its own.
  const known = parts.filter((words) => bracketTopicOf(words, 'evidence', graph.kinds))
  return known.map((words) => ({
    message: `Unexpected ${unreadWords(words)} in the strength of ${name}, expected ${expectation(words)}`,
    place: placeOfWords(words, place, sources),
  }))
}

/** `"bananas"`; `second quality "quality red"` of what could be read, had it not been said before. */
function unreadWords(words: string): string {
  const [topic] = Object.keys(readStrength(words)?.strength ?? {})
  return topic ? `second ${topic} "${words}"` : `"${words}"`
}

function expectation(words: string): string {
  if (readStrength(words)) return 'one'
  const near = likely(words)
  if (near.length > 0) return quoted(near)
  const what = /\b(quality|impact)\b/i.exec(words)?.[0]?.toLowerCase()
  if (what) return `"${what} green", "${what} amber" or "${what} red", and ": " before the reason`
  return 'a kind ("interview"), a date ("March 2020"), an access ("public"), "quality amber" or "impact red"'
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ')
}

/** The word that was most likely meant; none for what is far from all of them. */
function likely(words: string): readonly string[] {
  const plain = words.toLowerCase().replace(/\s+/g, ' ')
  return nearest(plain, STRENGTH_WORDS, 1).filter(
    (word) => distance(plain, word) <= (word.length < 6 ? 1 : 2),
  )
}
