/** What stands before the text: phase, title, the ask, whose and how old it is, the contents. */

import { type FileChild, HeadingLevel, Paragraph, TableOfContents, TextRun } from 'docx'
import { CONTENTS, CONTENTS_DEPTH } from '../../../core/narrative/contents.ts'
import type { Cover } from '../../../core/narrative/cover.ts'
import { runsFromRight } from '../../../core/text/direction.ts'
import { displayText } from '../../../core/text/display.ts'
import type { LinkedText } from '../../../core/text/linked-text.ts'
import { childrenOf, type DocumentRunLook } from './runs.ts'

/** The children of the document's first page. */
export function coverPage(
  { phase, title, ask, about }: Cover,
  look: DocumentRunLook,
  code: readonly string[],
): FileChild[] {
  return [
    ...(phase === undefined ? [] : [new Paragraph({ text: phase, style: 'Phase' })]),
    new Paragraph({
      text: displayText(title, code),
      heading: HeadingLevel.TITLE,
      ...(runsFromRight(title) ? { bidirectional: true } : {}),
    }),
    ...(ask ? [line(ask.label, [{ text: ask.words }], look)] : []),
    ...about.map((fact) => line(fact.name, fact.words, look)),
    new Paragraph({ style: 'ContentsTitle', text: CONTENTS }),
    new TableOfContents(CONTENTS, { hyperlink: true, headingStyleRange: `1-${CONTENTS_DEPTH}` }),
  ]
}

function line(name: string, words: readonly LinkedText[], look: DocumentRunLook): Paragraph {
  const label = new TextRun({ text: `${name}: `, bold: true })
  return new Paragraph({
    children: [label, ...childrenOf(words, look)],
    // As its words run, and not the name before them.
    ...(runsFromRight(words.map(({ text }) => text).join('')) ? { bidirectional: true } : {}),
    spacing: { after: 60 },
  })
}
