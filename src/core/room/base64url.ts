/** Bytes in letters that an address may hold (RFC 4648, 5), without padding. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** `Uint8Array [255, 0]` → `_wA`. */
export function base64urlOf(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]
    text += four.map((place) => LETTERS[place]).join('')
  }
  return text.slice(0, Math.ceil((bytes.length * 8) / 6))
}

/** As many bytes; undefined where a text is anything else. Each has one spelling. */
export function bytesOf(text: string, length: number): Uint8Array | undefined {
  if (text.length !== Math.ceil((length * 8) / 6)) return undefined
  const places = [...text].map((letter) => LETTERS.indexOf(letter))
  if (places.includes(-1)) return undefined
  const bytes = Uint8Array.from({ length }, (_, index) => {
    const at = Math.floor((index * 8) / 6)
    const two = ((places[at] ?? 0) << 6) | (places[at + 1] ?? 0)
    return (two >> (4 - ((index * 8) % 6))) & 255
  })
  return base64urlOf(bytes) === text ? bytes : undefined
}
