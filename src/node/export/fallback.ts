/** Names in a file for LibreOffice the font that stands in: it takes a list, Office one name. */
import { pack, unpack } from './office.ts'
import type { Fonts } from './palette.ts'

/** The same file with `Atkinson Hyperlegible Next;Arial`, which OpenDocument keeps as a list. */
export function withFallback(bytes: Uint8Array, fonts: Fonts): Uint8Array {
  const { named, fallback, headings } = fonts
  const all = headings ? withFallback(bytes, headings) : bytes
  const listed = `"${named};${fallback}"`
  const parts = [...unpack(all)].map(
    ([path, part]) =>
      [path, typeof part === 'string' ? part.replaceAll(`"${named}"`, listed) : part] as const,
  )
  return pack(new Map(parts))
}
