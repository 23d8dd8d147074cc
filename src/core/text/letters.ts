/** Words as their letters alone: however they are spelt on the screen, readers see the same. */

import { remember } from './remember.ts'

/** Letters of other alphabets that look like ours, and what readers take them for. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'аaеeоoрpсcуyхxіiјjѕsԁdӏlοoαaεeιiνvρpτtнhкkмmтtвbɩiıiℓlᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzո',
  ].flatMap((sign, index, all) =>
    index % 2 === 0 && all[index + 1] ? [[sign, all[index + 1] ?? '']] : [],
  ),
)

/** Signs that nobody sees: soft hyphens, spaces of no width, marks of direction, variants of a sign. */
export const UNSEEN =
  '[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F\\uFFA0]'
const RE_UNSEEN = new RegExp(UNSEEN, 'gu')

/** Small letters and digits without accents, one space between words; `''` where there are none. */
export const foldLetters = remember((words) =>
  words
    .replace(RE_UNSEEN, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\P{ASCII}/gu, (sign) => LOOKALIKES[sign] ?? sign)
    .trim(),
)
