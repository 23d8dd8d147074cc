/** Quotes of people, and what a case says of who spoke. */
import type { Checkable } from '../../model/assembled.ts'
import { type Passage, passagesOf } from './passage.ts'

/** A quote and, where the case says so, who said it. */
interface AttributedQuote {
  readonly passage: Passage
  /** Names the speaker at the quote itself: the last line, `by`, or a dash. */
  readonly by?: string
  /** True where someone is named elsewhere: in front of it, `A hall manager told us:`. */
  readonly led: boolean
}

/** Every quote of a case in reading order; notes and warnings set as quotes are none. */
export function quotesIn(checked: Checkable): readonly AttributedQuote[] {
  const passages = passagesOf(checked)
  let led = false
  return passages.flatMap((passage, index) => {
    const { block } = passage
    const isQuote = block.type === 'quote' || (block.type === 'element' && block.name === 'Quote')
    // A second quote behind the same words is led by them too.
    if (!isQuote) {
      led = 'words' in block && leads(block.words.text)
      return []
    }
    const by = speakerOf(passage) ?? RE_DASHED.exec(nextText(passages[index + 1]))?.[1]
    const isNote =
      RE_CALLOUT.test(block.words.text) || (block.type === 'quote' && !isSpoken(block.words.text))
    if (isNote && by === undefined) return []
    return [{ passage, led, ...(by === undefined ? {} : { by }) }]
  })
}

/** Who speaks is named this near to the words, in characters. */
const NEAR = 200

// Matches "A hall manager told us:", "The vision says,".
const RE_LEADS =
  /\b(?:sa(?:ys?|id)|t(?:ell|ells|old)|put|puts|wr(?:ites?|ote)|explain(?:s|ed)|ask(?:s|ed)|add(?:s|ed)|answer(?:s|ed)|describe[sd]?|according to|states?|stated|reads|participant|interviewee)\b[^.!?]*[:,]\s*$/i

// Matches "[!NOTE]" and "Note: …": set as a quote, but nobody's words.
const RE_CALLOUT =
  /^\s*(?:\[!\w+\]|(?:action|caution|caveat|definition|disclaimer|example|figure|important|key|n\.?b|note|notes|question|risk|source|sources|summary|table|tip|todo|update|user story|warning)\b\s*[:\n.–—-]|note\s+that\b|as\s+an?\s[^.!?\n]{1,80},?\s+(?:I|we)\s+(?:want|need|would\s+like)\b)/i

// Matches what one says of oneself or to somebody, and the mark before what was said.
const RE_SPOKEN =
  /(?<![\p{L}\p{N}])(?:I|I['’]\p{L}+|me|my|mine|myself|us|our|ours|ourselves|we|we['’]\p{L}+|you|your)(?![\p{L}\p{N}])|^\s*["“‘'«„]/iu

// Matches "— Parent, participant 7" as a paragraph of its own behind a quote.
const RE_DASHED = /^\s*(?:[—–]|--?\s)\s*(?!\s)([^\n]{2,80}?)\s*$/
function speakerOf({ block }: Passage): string | undefined {
  if (block.type === 'element') return block.attributes['by']?.trim() || undefined
  return block.type === 'quote' ? block.by?.text : undefined
}

/** Whether words set as a quote are somebody's: else they are a note of the team's. */
function isSpoken(words: string): boolean {
  return RE_SPOKEN.test(words)
}

function leads(text: string): boolean {
  const end = text.slice(-NEAR)
  return /[:,]\s*$/.test(end) && RE_LEADS.test(end)
}

function nextText(passage: Passage | undefined): string {
  return passage?.block.type === 'prose' ? passage.block.words.text : ''
}
