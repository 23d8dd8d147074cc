/** Films of a case: of which kind they are, and what stays of them. */
import { FilmFault, refuse } from './fault.ts'
import { cleanMp4, type FilmRead } from './mp4.ts'
import { cleanWebm } from './webm.ts'

/** By the ending of their files. */
const CLEANERS: Readonly<Record<string, (bytes: Buffer) => FilmRead>> = {
  m4v: cleanMp4,
  mov: cleanMp4,
  mp4: cleanMp4,
  webm: cleanWebm,
}

/** The cleaned film, or why there is none. */
export function cleanFilm(
  original: Buffer,
  extension: string,
): ({ readonly bytes: Buffer } & FilmRead) | { readonly why: string } {
  const bytes = Buffer.from(original)
  try {
    const clean = Object.hasOwn(CLEANERS, extension) ? CLEANERS[extension] : undefined
    return { bytes, ...(clean ?? refuse())(bytes) }
  } catch (error) {
    if (error instanceof FilmFault) return { why: error.message }
    // It says that something stands where the file has ended.
    if (error instanceof RangeError) return { why: new FilmFault('film that is damaged').message }
    throw error
  }
}
