/** Quotes of people of whom nobody is told who they are. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { asRead, placeOfWords } from './shared/passage.ts'
import { quotesIn } from './shared/speaker.ts'

/**
 * Reason: a sponsor's first question to a quote is who said it; without an answer it is decoration.
 *
 * Wrong: `> I spend my Mondays undoing Sundays.` and nothing more
 *
 * Right: the same with a last line of its own, `> Hall manager, participant 12`; or
 * `<Quote by="Hall manager, participant 12">…</Quote>`; or `A hall manager told us:` in front of it.
 *
 * A document quoted in running text (`The vision says, "…"`) is no quote of a person.
 */
export const quoteWithoutSpeaker: Check = {
  id: 'quote-without-speaker',
  severity: 'warning',
  rule: 'A quote says who said it.',
  run: (checked) =>
    quotesIn(checked)
      .filter(({ by, led }) => by === undefined && !led)
      .map(({ passage }) => {
        const mend =
          passage.block.type === 'element'
            ? 'add by="Role, participant 3"'
            : 'end it with a paragraph such as "> Role, participant 3"'
        const words = shorten(asRead(passage.text), 40)
        return {
          message: `Unexpected quote "${words}" without a speaker, expected who said it: ${mend}`,
          place: placeOfWords(passage),
        }
      }),
}
