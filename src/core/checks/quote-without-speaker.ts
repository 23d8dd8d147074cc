/** Quotes that do not say who spoke. */
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { asRead, placeOfWords } from './shared/passage.ts'
import { quotesIn } from './shared/speaker.ts'

export const quoteWithoutSpeaker: Check = (checked) =>
  quotesIn(checked)
    .filter(({ by, led }) => by === undefined && !led)
    .map(({ passage }) => {
      const mend =
        passage.block.type === 'element'
          ? 'add by="Role, participant 3"'
          : 'end it with a paragraph such as "> Role, participant 3", or write it without ">" if nobody said it'
      const words = shorten(asRead(passage.text), 40)
      return {
        message: `Unexpected quote "${words}" without a speaker, expected who said it: ${mend}`,
        place: placeOfWords(passage),
      }
    })
