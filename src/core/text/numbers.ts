/** Small numbers as words. */
const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** `0` → `no`, `3` → `three`, `13` → `13`. */
export function countInWords(count: number): string {
  return NUMBERS[count] ?? count.toLocaleString('en-GB')
}
