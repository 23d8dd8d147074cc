/** Whether a file is a picture that pages can show. */
import { sizeOf } from '../pictures/svg/size.ts'
import { attributesOf, readSvg, svgRootOf } from '../pictures/svg/text.ts'
import { isCrowded, isExtreme } from './svg-size.ts'

/** How the files of each kind begin; `undefined` bytes may be anything. */
const SIGNATURES: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  png: (bytes) => startsWith(bytes, '\x89PNG'),
  jpg: (bytes) => startsWith(bytes, '\xff\xd8\xff'),
  jpeg: (bytes) => startsWith(bytes, '\xff\xd8\xff'),
  gif: (bytes) => startsWith(bytes, 'GIF8'),
  webp: (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes.subarray(8), 'WEBP'),
  avif: (bytes) => startsWith(bytes.subarray(4), 'ftypavi'),
  mp4: isMp4,
  m4v: isMp4,
  mov: isMp4,
  webm: (bytes) => startsWith(bytes, '\x1a\x45\xdf\xa3'),
  svg: (bytes) => svgRootOf(readSvg(bytes)) !== undefined,
}

/** Why a drawing without a size is not shown: of what shape it is, nobody can know. */
export const UNSIZED = 'picture that does not say how large it is'

/** Why a drawing is not shown that is larger than any page. */
export const EXTREME = 'picture larger than any page'

/** Why a drawing is not shown that takes longer to read than anyone waits. */
export const CROWDED = 'picture of too many parts'

/** Why pages can't show a picture; `undefined` where they can. */
export function whyNotShown(path: string, bytes: Uint8Array): string | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const isKind = Object.hasOwn(SIGNATURES, extension) ? SIGNATURES[extension] : undefined
  if (!isKind) return 'picture of a kind that pages cannot show'
  if (!isKind(bytes)) return `picture that is no ${extension.toUpperCase()} inside`
  return extension === 'svg' ? whyNotDrawn(readSvg(bytes)) : undefined
}

function whyNotDrawn(svg: string): string | undefined {
  const root = svgRootOf(svg) ?? ''
  if (isExtreme(root)) return EXTREME
  if (isCrowded(svg)) return CROWDED
  return sizeOf(attributesOf(root)) ? undefined : UNSIZED
}

/** The kind of its first box; older ones of QuickTime begin with any. */
function isMp4(bytes: Uint8Array): boolean {
  return ['ftyp', 'moov', 'mdat', 'wide'].some((type) => startsWith(bytes.subarray(4), type))
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((character, index) => bytes[index] === character.charCodeAt(0))
}
