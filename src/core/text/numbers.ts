/** Small numbers as words. */
const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** `0` → `no`, `3` → `three`, `13` → `13`. */
export function countInWords(count: number): string {
  return NUMBERS[count] ?? count.toLocaleString('en-GB')
}

// Matches "412 of 1,030", "two in five", "nine out of every ten".
const RE_SHARE = /^(\S+)\s+(?:of|in|out of)(?:\s+every)?\s+(\S+)$/i

/** A part of a whole as people say it, from 0 to 1; undefined where words say none. */
export function shareIn(words: string): number | undefined {
  const [, part = '', whole = ''] = RE_SHARE.exec(words) ?? []
  const [some, all] = [countFrom(part), countFrom(whole)]
  return some === undefined || !all || some > all ? undefined : some / all
}

/** `three` → 3, `1,030` → 1030 */
function countFrom(word: string): number | undefined {
  const said = word.toLowerCase()
  if (said === 'nought') return 0
  const counted = NUMBERS.indexOf(said)
  if (counted > 0) return counted
  return /^\d{1,3}(?:,?\d{3})*$/.test(word) ? Number(word.replaceAll(',', '')) : undefined
}
