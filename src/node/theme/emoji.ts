/** The font of emoji: 6 MB as a whole. */
import { carriedFont } from './carried-font.ts'

/** What style sheets call it, in every theme and drawing. */
export const EMOJI_FAMILY = 'Throughline Emoji'

export const emojiFont = carriedFont('emoji')
