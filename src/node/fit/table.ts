/** The certificate as lines for the terminal. */
import type { Certificate, DeckFit } from './certificate.ts'
import { textName } from './settings.ts'

const HEAD = 'Deck Theme Slides Steps Faults Spaced Smallest Contrast Fullest Emptiest'.split(' ')

/** What the column `Spaced` counts. */
const SPACED =
  'Spaced: with the text spacing of WCAG 1.4.12. A slide that is then too full offers the page to read.'

/** One row for each deck and theme, and below them what was measured. */
export function fitTable(certificates: readonly Certificate[]): string {
  const rows = certificates.flatMap(({ theme, decks }) =>
    decks.map((deck) => [deck.page, theme, ...cellsOf(deck)]),
  )
  const table = [HEAD, ...rows]
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const [first] = certificates
  const measured = first
    ? `Measured at ${first.sizes.join(', ')}, each with text at ${first.text.map(textName).join(' and ')}.`
    : 'There was no deck to measure.'
  return [...lines, ...(first ? [measured, SPACED] : [measured])].join('\n')
}

function cellsOf({ slides, steps, faults, fullWhenSpaced, ...found }: DeckFit): readonly string[] {
  const { smallestText, lowestContrast, fullest, emptiest } = found
  return [
    String(slides),
    String(steps),
    faults.length === 0 ? 'none' : String(faults.length),
    fullWhenSpaced.length === 0 ? 'all fit' : `${fullWhenSpaced.length} to read`,
    smallestText ? `${smallestText.px} px (${smallestText.slide})` : '–',
    lowestContrast ? `${lowestContrast.ratio}:1 (${lowestContrast.slide})` : '–',
    fullest ? `${fullest.percent} % (${fullest.slide})` : '–',
    emptiest ? `${emptiest.percent} % (${emptiest.slide})` : '–',
  ]
}
