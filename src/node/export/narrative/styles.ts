/** The styles of the document: a team that restyles one restyles all that it stands for. */
import { AlignmentType, BorderStyle, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'
import { CODE_FONT, colour, type Fonts, type Palette } from '../palette.ts'

/** Half points. */
const TEXT = 24

/** Sizes of the words in tables, twentieths of a point: smaller where there are many columns. */
export const TABLE_SIZES = [240, 220, 200, 180, 160, 140] as const

/** The id of the style for one of these sizes. */
export function tableStyle(size: (typeof TABLE_SIZES)[number]): string {
  return `Table${size / 20}`
}

/** Twentieths of a point from one depth of a list to the next. */
const STEP = 425

/** Lines of large letters need no more between them. */
const SINGLE = { line: 240, lineRule: LineRuleType.AUTO } as const

/** Styles by their id in the file; headings, title and links are the word processor's own. */
export function stylesOf(
  palette: Palette,
  { named, headings }: Fonts,
  language: string,
): IStylesOptions {
  const [ink, quiet, thread, gap] = ['ink', 'quiet', 'thread', 'gap'].map((name) =>
    colour(palette, name),
  ) as [string, string, string, string] // as many as were asked for
  const large = headings?.named ?? named
  const heading = (outlineLevel: number, size: number, before: number) => ({
    run: { size, bold: true, color: ink, font: large },
    paragraph: {
      outlineLevel,
      spacing: { before, after: 120, ...SINGLE },
      keepNext: true,
      keepLines: true,
    },
  })
  const based = { basedOn: 'Normal', quickFormat: true } as const
  return {
    default: {
      document: {
        run: { font: named, size: TEXT, color: ink, language: { value: language } },
        paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 56, bold: true, color: ink, font: large },
        paragraph: { spacing: { after: 240, ...SINGLE } },
      },
      heading1: heading(0, 40, 480),
      heading2: heading(1, 32, 360),
      heading3: heading(2, 28, 300),
      heading4: heading(3, 26, 240),
      heading5: heading(4, 24, 200),
      heading6: heading(5, 24, 200),
      hyperlink: { run: { color: ink, underline: { color: thread } } },
    },
    paragraphStyles: [
      { ...based, id: 'Phase', name: 'Phase', run: { bold: true, color: thread } },
      {
        ...based,
        id: 'ContentsTitle',
        name: 'Contents title',
        run: { size: 32, bold: true },
        paragraph: { spacing: { before: 480 }, keepNext: true },
      },
      // Close enough for the contents of most cases to fill one page.
      ...[1, 2, 3].map((depth) => ({
        ...based,
        id: `TOC${depth}`,
        name: `toc ${depth}`,
        paragraph: { spacing: { after: 40, ...SINGLE }, indent: { left: 240 * (depth - 1) } },
      })),
      {
        ...based,
        id: 'ItemName',
        name: 'Item name',
        next: 'ItemWords',
        paragraph: { ...bar(thread), keepNext: true, spacing: { before: 240, after: 40 } },
      },
      { ...based, id: 'ItemWords', name: 'Item words', paragraph: bar(thread) },
      {
        ...based,
        id: 'Quiet',
        name: 'Quiet line',
        run: { size: 20, color: quiet },
        paragraph: { spacing: { after: 160 } },
      },
      {
        ...based,
        id: 'Gap',
        name: 'Gap',
        run: { italics: true, color: quiet },
        paragraph: {
          border: { left: { style: BorderStyle.DASHED, size: 18, space: 10, color: gap } },
          indent: { left: 240 },
        },
      },
      { ...based, id: 'LeadIn', name: 'Lead-in', paragraph: { keepNext: true } },
      {
        ...based,
        id: 'QuoteWords',
        name: 'Quotation',
        run: { italics: true },
        paragraph: { indent: { left: 480, right: 480 } },
      },
      {
        ...based,
        id: 'QuoteBy',
        name: 'Quotation, who said it',
        run: { color: quiet },
        paragraph: { indent: { left: 480 } },
      },
      {
        ...based,
        id: 'Code',
        name: 'Code',
        run: { font: CODE_FONT, size: 20 },
        paragraph: { keepLines: true },
      },
      ...TABLE_SIZES.map((size) => ({
        ...based,
        id: tableStyle(size),
        name: `Table, ${size / 20} pt`,
        run: { size: size / 10 },
        paragraph: { spacing: { after: 0, ...(size < 240 ? SINGLE : {}) } },
      })),
      {
        ...based,
        id: 'Caption',
        name: 'caption',
        run: { size: 20, color: quiet },
        paragraph: { spacing: { after: 280 } },
      },
      {
        ...based,
        id: 'Picture',
        name: 'Picture',
        next: 'Caption',
        // A line as high as the picture in it.
        paragraph: {
          spacing: { before: 240, after: 80, line: 240, lineRule: LineRuleType.AUTO },
        },
      },
    ],
  }
}

/** The thread beside an item. */
function bar(color: string) {
  return { border: { left: lineIn(color) }, indent: { left: 240 } }
}

function lineIn(color: string) {
  return { style: BorderStyle.SINGLE, size: 18, space: 10, color }
}

/** The same where the words run from right to left: borders do not turn with them, as indents do. */
export function barAtRight(palette: Palette) {
  const left = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return { border: { left, right: lineIn(colour(palette, 'thread')) } }
}

/** The numberings of the document: bullets, three levels deep, and numbers that begin with each of `starts`. */
export function numberingsOf(starts: Iterable<number>) {
  const bullets = ['•', '–', '•'].map((text, level) => ({
    format: LevelFormat.BULLET,
    text,
    ...at(level),
  }))
  const numbers = (start: number) =>
    [0, 1, 2].map((level) => ({
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      start,
      ...at(level),
    }))
  return [
    { reference: 'bullets', levels: bullets },
    ...[...new Set([1, ...starts])].map((start) => ({
      reference: numbersFrom(start),
      levels: numbers(start),
    })),
  ]
}

/** The name of the numbering that begins with a number. */
export function numbersFrom(start: number): string {
  return `numbers-${start}`
}

function at(level: number) {
  const indent = { left: STEP * (level + 1), hanging: STEP }
  return { level, alignment: AlignmentType.LEFT, style: { paragraph: { indent } } }
}
