/** Cells that say yes or no. */

/** Matches a yes; an "x" is one where the table has no other signs. */
export const RE_YES = /^(?:yes|y|x|true|(?:fully )?meets|(?:fully )?met|pass(?:es)?|✓|✔|✅|☑|●)$/i
export const RE_NO =
  /^(?:no|n|not yet|false|fails?|does not meet|not met|part(?:ly|ially)(?: meets| met)?|partial|✗|✘|❌|☐|–|-)$/i

// Matches the signs beside which an "x" is a cross.
const RE_OTHER = /^(?:yes|y|true|[✓✔✅☑●]+|[✗✘❌]+)$/i
// Matches "●●" and "●○", which count.
const RE_COUNT = /^[●○◐◑◔◕\s]{2,}$/

/**
 * Whether a cell is ticked, in a table with these cells: an "x" beside other signs may say no, and dots that
 * count say how much.
 */
export function isTick(cells: readonly string[]): (cell: string) => boolean {
  const all = cells.map(plainOf)
  const isCross = all.some((cell) => RE_OTHER.test(cell))
  const isCounted = all.some((cell) => RE_COUNT.test(cell))
  return (cell) => {
    const plain = plainOf(cell)
    if (isCross && /^x$/i.test(plain)) return false
    if (isCounted && plain === '●') return false
    return RE_YES.test(plain) || /^(?:✓+|✔+)$/.test(plain)
  }
}

// Matches what an answer rests on: "(1a)" in "Yes (1a, 2b)".
const RE_RESTS_ON =
  /(?<=\S)\s*\((?:see )?[A-Z]{0,6}-?\d{1,4}[a-z]{0,2}(?:(?:,|;| and)\s*[A-Z]{0,6}-?\d{1,4}[a-z]{0,2})*\)$/

/** A sign without what only chooses how it is drawn, and without its citation. */
function plainOf(cell: string): string {
  return cell
    .replace(/[\uFE0E\uFE0F]/g, '')
    .trim()
    .replace(RE_RESTS_ON, '')
}
