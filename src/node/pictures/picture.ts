/** A picture before and after it is cleaned. */

/** A picture as it is in the case. */
export interface CasePicture {
  readonly bytes: Buffer
  /** Of its file, in small letters, without the dot. */
  readonly extension: string
}

/** A picture as outputs have it. */
export interface Cleaned {
  readonly bytes: Buffer
  /** What was taken out of it, in words for people; colours and the side that is up are not named. */
  readonly removed: readonly string[]
  /** px: of a film, as it is shown. */
  readonly size?: { readonly width: number; readonly height: number }
  /** Words in it that nobody sees; absent where there are none. */
  readonly unseen?: readonly string[]
}
