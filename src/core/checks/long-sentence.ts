/** Sentences that are too long to follow. */
import type { Found } from '../model/finding.ts'
import { shorten } from '../text/phrases.ts'
import { countWords } from '../text/sentences.ts'
import type { Check } from './shared/check.ts'
import { asRead, type Passage, passagesOf, placeIn, sentencesIn } from './shared/passage.ts'

export const longSentence: Check = (checked) => {
  const limit = checked.settings.limits.sentenceWords
  return passagesOf(checked).flatMap((passage) =>
    mayBeLong(passage, limit) ? longIn(passage, limit) : [],
  )
}

const READ_ALOUD = new Set(['prose', 'item', 'entry', 'lead-in', 'element'])

/** Whether the recogniser saw a long sentence: it may have joined an entry and its sub-entries. */
function mayBeLong({ block }: Passage, limit: number): boolean {
  if (!READ_ALOUD.has(block.type) || !('words' in block)) return false
  if (block.type === 'element' && (block.name === 'Quote' || block.name === 'Notes')) return false
  return block.words.sentences.some(
    (sentence) => sentence.length > 2 * limit && countWords(sentence) > limit,
  )
}

// Matches what somebody or a document says, in double marks.
const RE_QUOTED = /"[^"“”]*"|“[^“”]*”/g

function longIn(passage: Passage, limit: number): readonly Found[] {
  return sentencesIn(passage).flatMap(({ index, text }) => {
    const words = countWords(text)
    if (words <= limit || countWords(text.replace(RE_QUOTED, ' ')) <= limit) return []
    return [
      {
        message: `Unexpected sentence of ${words} words, "${shorten(asRead(text), 40)}", expected at most ${limit}: make two of it`,
        place: placeIn(passage, index, text.length),
      },
    ]
  })
}
