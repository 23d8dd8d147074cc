/** Runs of text as the library takes them: look, links and footnotes. */
import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { runsFromRight } from '../../../core/text/direction.ts'
import { CODE_FONT, hueOf, type Palette } from '../palette.ts'
import type { ExportPicture } from '../pictures/index.ts'
import { type FormattedRun, type WordPicture, withWholeAmounts } from '../text.ts'
import { formulaRun } from './formula.ts'
import { imageRun } from './picture.ts'

/** A footnote of the file. */
export interface FoundFootnote {
  readonly number: number
  /** Whether it is asked for the first time. */
  readonly isFirst: boolean
}

/** What the look of words in a document depends on. */
export interface DocumentRunLook {
  readonly palette: Palette
  /** Names of bookmarks by key. */
  readonly bookmarks: ReadonlyMap<string, string>
  /** Address of the case, for keys that the document does not hold. */
  readonly address?: string | undefined
  /** The footnote of what a run cites; undefined without one. */
  readonly footnote: (note: string) => FoundFootnote | undefined
  /** What is shown of a picture among words; absent where none can stand. */
  readonly pictureOf?: (picture: WordPicture) => ExportPicture | undefined
}

/**
 * The children of a paragraph.
 * @param room what a picture among the words may take, px
 */
export function childrenOf(
  runs: readonly FormattedRun[],
  look: DocumentRunLook,
  room = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY },
): ParagraphChild[] {
  const shown = (run?: FormattedRun) => run?.picture && look.pictureOf?.(run.picture)
  return runs.flatMap((run, index): ParagraphChild[] => {
    const picture = shown(run)
    if (picture && run.picture?.isSign) return [imageRun(picture, SIGN)]
    // A large one has lines of its own, and the mark of its note beside it.
    const before = runs.slice(0, index).findLast(({ note }) => note === undefined)
    const isBehind = shown(before) && !before?.picture?.isSign && RE_WORDS.test(run.text)
    const opens = before && (picture || isBehind) ? [new TextRun({ break: 1 })] : []
    if (picture) return [...opens, imageRun(picture, room)]
    if (run.note !== undefined) {
      return footnoteRuns(run.note, look)
    }
    if (run.isBreak) return [new TextRun({ break: 1 })]
    const formula = run.formula && formulaRun(run.formula)
    if (formula) return [...opens, formula]
    const words = isBehind ? { ...run, text: run.text.trimStart() } : run
    return [
      ...opens,
      ...(run.code ? linesOf(words, look) : [linkOf(words, look) ?? textRun(words, look.palette)]),
    ]
  })
}

/** Code has lines. */
function linesOf({ text, ...run }: FormattedRun, look: DocumentRunLook): ParagraphChild[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const words = { ...run, text: line }
    const breaks = index === 0 ? [] : [new TextRun({ break: 1 })]
    return [...breaks, linkOf(words, look) ?? textRun(words, look.palette)]
  })
}

/** Words, and no sign that ends a sentence before them. */
const RE_WORDS = /^[^\p{L}\p{N}.,;:!?]*[\p{L}\p{N}]/u

/**
 * A file refers to a footnote once: a second mark of an author's is its number. Evidence that is cited
 * again has its id.
 */
function footnoteRuns(note: string, { footnote }: DocumentRunLook): ParagraphChild[] {
  const found = footnote(note)
  if (found?.isFirst) return [new FootnoteReferenceRun(found.number)]
  if (!found || !note.includes(':')) return []
  return [new TextRun({ text: String(found.number), superScript: true })]
}

/** As high as the words around it, px. */
const SIGN = { width: 64, height: 18 }

function linkOf(
  run: FormattedRun,
  { palette, bookmarks, address }: DocumentRunLook,
): ParagraphChild | undefined {
  const { to } = run
  if (!to) return undefined
  const children = [textRun(run, palette, true)]
  if ('web' in to) return new ExternalHyperlink({ link: new URL(to.web).href, children })
  const anchor = bookmarks.get(to.key)
  if (anchor !== undefined) return new InternalHyperlink({ anchor, children })
  if (address === undefined) return undefined
  const link = new URL(to.key === 'deck' ? 'deck/' : `#${to.key}`, address).href
  return new ExternalHyperlink({ link, children })
}

function textRun(run: FormattedRun, palette: Palette, linked = false): TextRun {
  const { text, bold, italic, strike, code, kind, raised, lowered } = run
  return new TextRun({
    text: code ? text : withWholeAmounts(text),
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(strike ? { strike } : {}),
    ...(raised ? { superScript: true } : {}),
    ...(lowered ? { subScript: true } : {}),
    ...(runsFromRight(text) ? { rightToLeft: true } : {}),
    ...(code ? { font: CODE_FONT } : {}),
    ...(linked ? { style: 'Hyperlink' } : {}),
    ...(kind ? { color: hueOf(palette, kind) } : {}),
  })
}
