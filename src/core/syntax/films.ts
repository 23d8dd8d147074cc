/** Films, written as pictures are: `![How booking works](clip.mp4)`. */
import { decodePercent, encodePath } from '../text/percent.ts'

// Matches "clip.mp4", "clip.MOV#t=3".
const RE_FILM = /\.(?:mp4|m4v|mov|webm)(?:[?#].*)?$/i

// Matches "talk.mp3".
const RE_SOUND = /\.(?:mp3|ogg|oga|opus|wav|m4a|aac|flac)(?:[?#].*)?$/i

// Matches those that servers call by a name that not every browser plays.
const RE_APPLE = /\.(?:mov|m4v)$/i

/** Where films are in an output. */
const FILMS = 'films/'

/** Whether an address leads to a film, by its ending. */
export function isFilm(url: string | undefined): boolean {
  return RE_FILM.test(url ?? '') && !url?.startsWith('data:')
}

/** Whether it leads to sound without pictures. */
export function isSound(url: string): boolean {
  return RE_SOUND.test(url)
}

/** Where a film of the case is in an output, encoded; captions and poster stand beside it: `….vtt`. */
export function filmAddress(path: string): string {
  return encodePath(`${FILMS}${path}${RE_APPLE.test(path) ? '.mp4' : ''}`)
}

/** What stands on paper in the place of a film: where it is. */
interface FilmLine {
  /** `Film: example.org/case/films/clip.mp4`, or the name of its file. */
  readonly text: string
  /** Where the case is published. */
  readonly web?: string
}

/**
 * What stands in the place of a film on paper.
 * @param path of the film from the case folder
 * @param address of the published case
 */
export function filmLine(path: string, address: string | undefined): FilmLine {
  if (address === undefined) return { text: `Film: ${path.replace(/^.*\//, '')}` }
  const web = new URL(filmAddress(path), address).href
  return { text: `Film: ${web.replace(/^https?:\/\//, '')}`, web }
}

/** The path from the case folder of a film that a file of it names. */
export function filmPath(url: string, file: string): string {
  const named = decodePercent(url.replace(/[?#].*$/, '')).replaceAll('\\', '/')
  const parts = `${file.replace(/[^/]*$/, '')}${named}`.split('/')
  const path: string[] = []
  for (const part of parts) {
    if (part === '..') path.pop()
    else if (part !== '.' && part !== '') path.push(part)
  }
  return path.join('/')
}
