/** A deck in words: one line a slide and what stands on it, to be read as a sponsor. */
import type { Slide } from '../../../src/core/deck/index.ts'
import { noteParagraphs } from '../../../src/core/deck/notes.ts'

/** `3 statement #introduction: …`, with body, evidence and what lies below indented. */
export function slideList(slides: readonly Slide[]): string {
  return `${slides.map((slide, index) => describe(slide, `${index + 1}`, '')).join('\n\n')}\n`
}

function describe(slide: Slide, number: string, indent: string): string {
  const part = slide.part ? ` (${slide.part.n} of ${slide.part.of})` : ''
  const kicker = slide.kicker ? `${slide.kicker} / ` : ''
  const said = noteParagraphs(slide.notes).length
  const notes = said > 0 ? ` [${said} paragraphs of notes]` : ''
  return [
    `${indent}${number}. ${slide.layout} #${slide.id}: ${kicker}${slide.title}${part}${notes}`,
    ...(slide.lead ? [`${indent}   > ${slide.lead.text}`] : []),
    ...slide.body.map((piece) => `${indent}   - ${piece.text}`),
    ...(slide.matrix?.rows ?? []).map(
      ({ id, text, cells }) =>
        `${indent}   | ${id} ${text}: ${cells
          .map((cell, n) => cell && `${slide.matrix?.heads[n]?.id} ${cell}`)
          .filter(Boolean)
          .join(', ')}`,
    ),
    ...(slide.chapter
      ? [
          `${indent}   > ${slide.chapter.n}. ${[...slide.chapter.before, '*', ...slide.chapter.after].join(' | ')}: ${slide.chapter.holds}`,
        ]
      : []),
    ...(slide.close ? [`${indent}   = ${slide.close.text}`] : []),
    ...(slide.evidence ?? []).flatMap((one) => [
      `${indent}   * ${[one.name, ...one.badges.map(({ words }) => words)].join(', ')}`,
      ...(slide.beside ? one.body.map(({ text }) => `${indent}     - ${text}`) : []),
    ]),
    ...slide.below.map((below, index) => describe(below, `${number}.${index + 1}`, `${indent}   `)),
  ].join('\n')
}
