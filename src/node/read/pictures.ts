/** The pictures of a case: which are there, what they tell, and what is shown in place of the others. */

import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Source } from '../../core/model/source.ts'
import { filmAddress, isFilm, isSound } from '../../core/syntax/films.ts'
import { parse } from '../../core/syntax/parse.ts'
import { type Picture, picturesIn } from '../../core/syntax/pictures.ts'
import { element, type Node } from '../../core/syntax/tree.ts'
import { listed } from '../../core/text/listed.ts'
import { shorten } from '../../core/text/phrases.ts'
import { cleanOnce, readCleaned } from '../pictures/cleaned.ts'
import { dataAddress } from '../pictures/data-address.ts'
import { cleanFilm } from '../pictures/film/index.ts'
import type { Cleaned } from '../pictures/picture.ts'
import { checkFilm, readFilm } from './films.ts'
import { type FoundPicture, findPicture, nearestPicture } from './find-picture.ts'
import { CROWDED, EXTREME, UNSIZED } from './picture-format.ts'
import { importOf } from './picture-import.ts'

/** Where pictures are, and where they are kept once they are cleaned. Both are absolute. */
export interface PictureFolders {
  readonly folder: string
  readonly store: string
}

/**
 * Cleans every picture that is shown, since outputs take them from the store alone.
 *
 * @returns an error for each that can't be shown, and once for each file what it told besides
 */
export async function checkPictures(
  sources: readonly Source[],
  folders: PictureFolders,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const told = new Set<string>()
  for (const { file, text } of sources) {
    const { tree } = RE_MAY.test(text) ? parse(text, file) : {}
    for (const { url, node } of tree ? picturesIn(tree) : [])
      findings.push(
        ...(await checkPicture({ url, place: placeOf(node, file) }, { file, folders, told })),
      )
  }
  return findings
}

interface Checked {
  readonly file: string
  readonly folders: PictureFolders
  /** Paths of pictures of which it is said what they tell. */
  readonly told: Set<string>
}

/** Cleans one picture. */
export async function checkPicture(
  { url, place }: WrittenPicture,
  { file, folders, told }: Checked,
): Promise<readonly Finding[]> {
  const found = findPicture(url, file, folders.folder)
  const cleaned = 'why' in found ? undefined : await cleanOnce(found, folders.store)
  if ('why' in found || !cleaned) {
    const why = 'why' in found ? whyNot(found.why, url) : whyDamaged(found)
    const { expected, ...mend } = expectedFor(why, url) ?? {
      expected: `a file beside ${file}${nearestPicture(url, file, folders.folder)}: mend the address or add the file`,
    }
    const message = `Unexpected ${why}: ${short(url)}, expected ${expected}`
    return [findingOf('broken-picture', { message, ...mend, place })]
  }
  const key = found.path ?? url
  if (told.has(key)) return []
  told.add(key)
  const { path, extension } = found
  const film = isFilm(`.${extension}`) && path ? { path, bytes: cleaned.bytes } : undefined
  return [
    ...unseenIn(cleaned, { url, place }),
    ...removedFrom(cleaned, { url, place }),
    ...(film ? await checkFilm(film, place, folders) : []),
  ]
}

/** A picture as it is written, and where. */
interface WrittenPicture {
  readonly url: string
  readonly place: Finding['place']
}

/** A drawing is published as it is drawn, with words that whoever has its file can read. */
function unseenIn({ unseen = [] }: Cleaned, { url, place }: WrittenPicture): readonly Finding[] {
  if (unseen.length === 0) return []
  const words = unseen.slice(0, 3).map((one) => `"${shorten(one, 40)}"`)
  const more = unseen.length > 3 ? ` and ${unseen.length - 3} more` : ''
  const message = `Unexpected words that nobody sees in the picture ${short(url)}: ${words.join(', ')}${more}, expected them to be shown or to be gone: whoever opens the file that is published reads them`
  return [findingOf('unseen-words', { message, place })]
}

function removedFrom({ removed }: Cleaned, { url, place }: WrittenPicture): readonly Finding[] {
  if (removed.length === 0) return []
  const message = `Unexpected ${listed(removed)} in the ${isFilm(url) ? 'film' : 'picture'} ${short(url)}, expected what it shows and no more: no output has the rest, but the file and git do, so save it again without`
  return [findingOf('picture-metadata', { message, place })]
}

const SOUND = 'sound without a picture'

/** What is expected of a file that is there, and can't be shown. */
const EXPECTED: Readonly<Record<string, Readonly<Pick<Finding, 'mend'>> & { expected: string }>> = {
  [SOUND]: {
    expected: 'a film (.mp4, .webm), or a link to the sound with what it says in words',
    mend: 'Write down what is said, as a quote, and link to the sound; or make a film of it that has a picture',
  },
  [UNSIZED]: {
    expected: 'a width and a height, or a viewBox',
    mend: 'Save the drawing again with its size, since it does not say how large it is',
  },
  [CROWDED]: {
    expected: 'fewer parts',
    mend: 'Save the drawing as PNG, or with fewer parts: it takes longer to read than anyone waits',
  },
  [EXTREME]: {
    expected: 'a width and a height of a page',
    mend: 'Save the drawing again, smaller: it says that it is larger than any page',
  },
}

/** Why, in the words for films and sounds. */
function whyNot(why: string, url: string): string {
  return isFilm(url) ? why.replace(/^picture/, 'film') : isSound(url) ? SOUND : why
}

function whyDamaged({ bytes, extension }: FoundPicture): string {
  const film = isFilm(`.${extension}`) ? cleanFilm(bytes, extension) : undefined
  return film && 'why' in film ? film.why : 'picture that is damaged'
}

function expectedFor(why: string, url: string) {
  if (Object.hasOwn(EXPECTED, why)) return EXPECTED[why]
  if (why === 'film of another host' || /\.(?:com|be)\/.*(?:watch|youtu|vimeo)/.test(url))
    return ELSEWHERE
  // It is there, and is not played.
  return isFilm(url) && /^film (?:with|that is|without|of more)/.test(why) ? UNPLAYED : undefined
}

const ELSEWHERE = {
  expected: 'the film itself beside this text, as an .mp4 file, or a link to it: [words](address)',
  mend: 'Download the film and put it beside this text, or link to it with [words](address)',
}

const UNPLAYED = {
  expected: 'an .mp4 file with H.264 and AAC, or a .webm file with VP9 and Opus, of at most 64 MB',
  mend: 'Save the film again as MP4 with H.264: video programs and phones call it “most compatible”',
}

/** An address that holds a picture is very long. */
function short(url: string): string {
  return url.length > 200 ? `${url.slice(0, 30)}…` : url
}

/** What is compiled in the place of a picture: the picture, or words that say what is missing. */
export function shownPicture(
  { url, alt, title }: Picture,
  file: string,
  folders: PictureFolders,
): Node {
  const film = readFilm(url, file, folders)
  if (film) {
    const src = filmAddress(film.path)
    const { captions, poster, size } = film
    return element(
      'Film',
      {
        ...{ path: film.path, src, poster: `${src}.${poster.extension}`, alt },
        ...{ width: `${size.width}`, height: `${size.height}` },
        ...(captions ? { captions: `${src}.vtt` } : {}),
        ...(title ? { title } : {}),
      },
      [],
      false,
    )
  }
  const picture = readPicture(url, file, folders)
  if (!picture)
    return {
      type: 'emphasis',
      children: [{ type: 'text', value: `[Picture missing${alt === '' ? '' : `: ${alt}`}]` }],
    }
  const { path, bytes, extension } = picture
  const to = path === undefined ? dataAddress(bytes, extension) : importOf(path, file)
  // Only what is written as Markdown is copied to the output.
  return { type: 'image', url: to, alt, ...(title ? { title } : {}) }
}

/** A picture as outputs show it, of a film its poster; undefined for one that can't be shown, of which the checks tell. */
export function readPicture(
  url: string,
  file: string,
  { folder, store }: PictureFolders,
): FoundPicture | undefined {
  if (isFilm(url)) return readFilm(url, file, { folder, store })?.poster
  const found = findPicture(url, file, folder)
  const cleaned = 'why' in found ? undefined : readCleaned(found, store)
  return 'why' in found || !cleaned ? undefined : { ...found, bytes: cleaned.bytes }
}

// Matches what any way to write a picture has.
const RE_MAY = /!\[|<img\b/

/** The picture where it stands in one line; else its start. */
function placeOf({ position }: Node, file: string): Finding['place'] {
  if (!position) return { file }
  const { start, end } = position
  const length = start.line === end.line ? end.column - start.column : 0
  const { line, column } = start
  return { file, line, column, ...(length > 0 ? { length } : {}) }
}
