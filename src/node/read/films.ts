/** The films of a case: each with its captions and its poster, as outputs have them. */
import { posix } from 'node:path'
import type { Browser } from 'playwright'
import type { MarkerTable } from '../../core/audience/marker.ts'
import { uncutFindings, uncutSigns } from '../../core/audience/uncut.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Source } from '../../core/model/source.ts'
import { filmAddress, isFilm } from '../../core/syntax/films.ts'
import { parse } from '../../core/syntax/parse.ts'
import { picturesIn } from '../../core/syntax/pictures.ts'
import { type Captions, readCaptions } from '../../core/text/captions.ts'
import { cleanOnce, readCleaned } from '../pictures/cleaned.ts'
import { plainPoster, readPoster, takePoster } from '../pictures/film/poster.ts'
import { readCaseFile } from './case-file.ts'
import { findPicture } from './find-picture.ts'
import { whyNotShown } from './picture-format.ts'

/** Where films are, and where they are kept once they are cleaned. Both are absolute. */
interface FilmFolders {
  readonly folder: string
  readonly store: string
}

/** A film as outputs show it. */
interface CaseFilm {
  /** From the case folder. */
  readonly path: string
  readonly extension: string
  readonly bytes: Buffer
  /** px. */
  readonly size: { readonly width: number; readonly height: number }
  readonly captions?: Captions
  /** `isPlain` where nobody has taken its first picture. */
  readonly poster: { readonly extension: string; readonly bytes: Buffer; readonly isPlain?: true }
}

/** Endings of a poster beside a film, the first that is there. */
const POSTERS = ['jpg', 'jpeg', 'png', 'webp']

/** Bytes up to which a film is put into the files that need no network. */
export const LARGEST_OFFLINE = 10e6

/** A film that is there and was cleaned; undefined for any other. */
export function readFilm(
  url: string,
  file: string,
  { folder, store }: FilmFolders,
): CaseFilm | undefined {
  const found = isFilm(url) ? findPicture(url, file, folder) : undefined
  if (!found || 'why' in found || found.path === undefined) return undefined
  const cleaned = readCleaned(found, store)
  if (!cleaned?.size) return undefined
  const { path, extension } = found
  const captions = captionsOf(path, folder)
  return {
    ...{ path, extension, bytes: cleaned.bytes, size: cleaned.size },
    ...(captions ? { captions } : {}),
    poster: ownPoster(path, { folder, store }) ?? posterOf(cleaned.bytes, cleaned.size, store),
  }
}

function posterOf(film: Buffer, size: CaseFilm['size'], store: string): CaseFilm['poster'] {
  const taken = readPoster(film, store)
  if (taken) return { extension: 'jpg', bytes: taken }
  return { extension: 'svg', bytes: plainPoster(size), isPlain: true }
}

function beside(path: string, extension: string): string {
  return path.replace(/[^./]+$/, extension)
}

function captionsOf(path: string, folder: string): Captions | undefined {
  const found = readCaseFile(folder, beside(path, 'vtt'))
  return 'bytes' in found ? readCaptions(found.bytes.toString('utf8')) : undefined
}

function posterFile(path: string, folder: string) {
  for (const extension of POSTERS) {
    const name = beside(path, extension)
    const found = readCaseFile(folder, name)
    if ('bytes' in found && whyNotShown(name, found.bytes) === undefined)
      return { extension, bytes: found.bytes }
  }
  return undefined
}

function ownPoster(path: string, { folder, store }: FilmFolders): CaseFilm['poster'] | undefined {
  const original = posterFile(path, folder)
  const cleaned = original && readCleaned(original, store)
  return cleaned && { extension: original.extension, bytes: cleaned.bytes }
}

/** What goes into an output of a film: its files by their addresses below the site, not encoded. */
export function filmFiles({ path, bytes, captions, poster }: CaseFilm) {
  const name = decodeURIComponent(filmAddress(path))
  return [
    { name, bytes },
    { name: `${name}.${poster.extension}`, bytes: poster.bytes },
    ...(captions ? [{ name: `${name}.vtt`, bytes: Buffer.from(captions.vtt) }] : []),
  ]
}

/** The films that texts show, each once. */
export function filmsOf(sources: readonly Source[], folders: FilmFolders): readonly CaseFilm[] {
  const films = sources.flatMap(({ file, text }) => {
    const { tree } = RE_MAY.test(text) ? parse(text, file) : {}
    const urls = tree ? picturesIn(tree).map(({ url }) => url) : []
    return urls.flatMap((url) => readFilm(url, file, folders) ?? [])
  })
  return [...new Map(films.map((film) => [film.path, film])).values()]
}

// Matches what any text with a film has.
const RE_MAY = /\.(?:mp4|m4v|mov|webm)/i

/** What is missing beside a film that was just cleaned; its poster is cleaned with it. */
export async function checkFilm(
  { path, bytes }: { readonly path: string; readonly bytes: Buffer },
  place: Finding['place'],
  { folder, store }: FilmFolders,
): Promise<readonly Finding[]> {
  const poster = posterFile(path, folder)
  if (poster) await cleanOnce(poster, store)
  const vtt = posix.basename(beside(path, 'vtt'))
  const isThere = 'bytes' in readCaseFile(folder, beside(path, 'vtt'))
  const size = `${Math.round(bytes.length / 1e6)} MB`
  return [
    ...(captionsOf(path, folder)
      ? []
      : [
          findingOf('film-captions', {
            message: `Unexpected film ${path} ${isThere ? `with captions in ${vtt} that cannot be read` : 'without captions'}, expected ${vtt} beside it: ${isThere ? 'its first line is WEBVTT, then come times and words' : 'what is said and heard, in the format WebVTT'}`,
            place,
          }),
        ]),
    ...(bytes.length > LARGEST_OFFLINE
      ? [
          findingOf('large-film', {
            message: `Unexpected film of ${size}: ${path}, expected at most ${LARGEST_OFFLINE / 1e6} MB: files that need no network have its poster in its place${bytes.length > LARGE ? ', and it takes minutes to load where the network is slow' : ''}`,
            place,
          }),
        ]
      : []),
  ]
}

/** Bytes of a film for which many people wait. */
const LARGE = 50e6

/** An error for each sign of secrecy in captions, as for those in texts. */
export function captionFindings(
  films: readonly CaseFilm[],
  readers: MarkerTable,
): readonly Finding[] {
  const sources = films.flatMap(({ path, captions }) =>
    captions ? [{ file: beside(path, 'vtt'), text: captions.words }] : [],
  )
  return uncutFindings(uncutSigns(sources, readers, []), readers, [])
}

/**
 * Takes the first picture of each film that has no poster.
 * @returns a finding for each that the browser cannot show
 */
export async function takePosters(
  { sources, folder, store }: FilmFolders & { readonly sources: readonly Source[] },
  start: () => Promise<Browser>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { path, extension, bytes, poster } of filmsOf(sources, { folder, store })) {
    if (!poster.isPlain || (await takePoster(bytes, extension, { store, start }))) continue
    const message = `Unexpected film ${path} that this browser cannot show, expected ${posix.basename(beside(path, 'jpg'))} beside it: pages show a plain poster until then`
    findings.push(findingOf('film-poster', { message, place: { file: path } }))
  }
  return findings
}
