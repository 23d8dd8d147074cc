/** Names in a file for LibreOffice the font that stands in: it takes a list, Office one name. */
import { pack, unpack } from './office.ts'
import { FONTS } from './palette.ts'

/** The same file with `Atkinson Hyperlegible Next;Arial`, which OpenDocument keeps as a list. */
export function withFallback(bytes: Uint8Array): Uint8Array {
  const listed = `"${FONTS.named};${FONTS.fallback}"`
  const parts = [...unpack(bytes)].map(
    ([path, part]) =>
      [
        path,
        typeof part === 'string' ? part.replaceAll(`"${FONTS.named}"`, listed) : part,
      ] as const,
  )
  return pack(new Map(parts))
}
