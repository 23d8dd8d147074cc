/** A piece of a picture's file: what is drawn, or what is said of the picture beside that. */

export interface PicturePart {
  /** As they go into an output, where the part is drawn. */
  readonly bytes: Uint8Array
  /** What the part says, in words for people; absent where it is only drawn. */
  readonly says?: string
  /** Set on what is not drawn, and goes into no output. */
  readonly isAside?: true
  /** Set where the picture looks otherwise without the part: its colours, or which side is up. */
  readonly isLook?: true
}

/** Cuts a file into its parts, in order; undefined where it is not built as it should be. */
export type PartReader = (bytes: Buffer) => readonly PicturePart[] | undefined

/** What parts of several formats tell, in words for people. */
export const SAYS = {
  exif: 'EXIF',
  xmp: 'XMP',
  iptc: 'IPTC',
  comment: 'comment',
  text: 'text',
  time: 'time',
  small: 'small copy of another picture',
  other: 'data that is not drawn',
  after: 'data after its end',
  under: 'colours where it is transparent',
} as const

/** What stands after the end of a picture; none where nothing does. */
export function afterEnd(bytes: Buffer, end: number): readonly PicturePart[] {
  if (end >= bytes.length) return []
  return [{ bytes: bytes.subarray(end), says: SAYS.after, isAside: true }]
}
