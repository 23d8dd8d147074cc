/** Runs of text as the library takes them: look, links and footnotes. */
import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { CODE_FONT, hueOf, type Palette } from '../palette.ts'
import type { FormattedRun } from '../text.ts'

/** What the look of words in a document depends on. */
export interface DocumentRunLook {
  readonly palette: Palette
  /** Names of bookmarks by key. */
  readonly bookmarks: ReadonlyMap<string, string>
  /** Address of the case, for keys that the document does not hold. */
  readonly address?: string | undefined
  /** The number of the footnote of what a run cites, the first time; else undefined. */
  readonly footnote: (note: string) => number | undefined
}

/** The children of a paragraph. */
export function childrenOf(runs: readonly FormattedRun[], look: DocumentRunLook): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    if (run.note !== undefined) {
      const number = look.footnote(run.note)
      return number === undefined ? [] : [new FootnoteReferenceRun(number)]
    }
    const link = linkOf(run, look)
    return [link ?? textRun(run, look.palette)]
  })
}

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
  const { text, bold, italic, strike, code, kind } = run
  return new TextRun({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(strike ? { strike } : {}),
    ...(code ? { font: CODE_FONT } : {}),
    ...(linked ? { style: 'Hyperlink' } : {}),
    ...(kind ? { color: hueOf(palette, kind) } : {}),
  })
}
