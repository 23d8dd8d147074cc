/** "See above" that leads nowhere. */
import type { Checkable } from '../model/assembled.ts'
import type { Found } from '../model/finding.ts'
import type { Check } from './shared/check.ts'
import { asRead, type Passage, passagesOf, placeIn, sentencesIn } from './shared/passage.ts'

export const seeAbove: Check = (checked) =>
  passagesOf(checked).flatMap((passage) => vagueIn(passage, checked))

// Matches "see above", "(see also below)", "as mentioned earlier", "described above", "(above)".
const RE_VAGUE =
  /(?<!\b(?:we|you|they|i|can|will|to)\s+)\bsee\s+(?:also\s+)?(?:above|below|earlier)\b|\bas\s+(?:(?:already|previously)\s+)?(?:above|mentioned|stated|noted|described|discussed|shown|explained|outlined|said|seen|set\s+out)\s+(?:above|below|earlier|previously|before)\b|\bas\s+previously\s+(?:mentioned|stated|noted|described|discussed|shown|explained)\b|\b(?:mentioned|described|listed|outlined|set\s+out)\s+(?:above|below)\b|\((?:as\s+)?(?:above|below)\)/gi

function vagueIn(passage: Passage, { graph }: Checkable): readonly Found[] {
  const { block, text, written } = passage
  if (!/above|below|earlier|previously|before/i.test(text) || isOther(block)) return []
  const { start, file } = passage
  const cited = ('words' in block ? block.words.citations : []).filter(({ at }) =>
    graph.cited.has(at),
  )
  const places = cited.map(({ place }) => {
    return (file.starts[(place.line ?? 1) - 1] ?? 0) + (place.column ?? 1) - 1 - start
  })
  return sentencesIn(passage).flatMap((sentence) => {
    const end = sentence.index + sentence.text.length
    const leads =
      places.some((at) => at >= sentence.index && at <= end) ||
      RE_LINK.test(written.slice(sentence.index, end + 1))
    if (leads) return []
    return [...text.slice(sentence.index, end).matchAll(RE_VAGUE)]
      .filter(({ 0: found, index }) => {
        const rest = text.slice(sentence.index + index + found.length).trimEnd()
        return !(/below/i.test(found) && /^[):]*$/.test(rest) && rest.includes(':'))
      })
      .map(({ 0: found, index }) => ({
        message: `Unexpected "${asRead(found)}" that leads nowhere, expected what is meant: add its id in brackets, such as (3a), or a link`,
        place: placeIn(passage, sentence.index + index, found.length),
      }))
  })
}

// Matches a link or a footnote: "](#costs)", "[costs][1]", "[^1]".
const RE_LINK = /\]\(|\]\[|\[\^|https?:\/\//

/** Re-uses point by their label; what people said is theirs. */
function isOther(block: Passage['block']): boolean {
  if (block.type === 'item') return block.reuse === true
  return block.type === 'quote' || (block.type === 'element' && block.name === 'Quote')
}
