/** `check`: prints findings without a browser, and says what it had to leave unchecked. */
import { brokenDiagrams, undrawn } from '../draw.ts'
import { readMeasured } from '../measured.ts'
import type { Options } from '../options.ts'
import { shown } from '../paths.ts'
import { hasErrors, report } from '../report.ts'
import { readCase } from '../sources.ts'

/** Resolves to the exit code: 1 when there are findings of severity error. */
export async function check(
  { case: folder }: Pick<Options, 'case'>,
  print: (words: string) => void = console.log,
): Promise<number> {
  const read = await readCase(folder)
  const missing = read.unreadable ? 0 : undrawn(read)
  // What earlier builds found out; the rest would need a browser.
  const measured = read.unreadable ? undefined : await readMeasured(read)
  const findings = [
    ...read.findings,
    ...(read.unreadable ? [] : brokenDiagrams(read)),
    ...(measured ?? []),
  ]
  print(report(findings, shown(folder)))
  if (read.unreadable) {
    print('Diagrams and slides were left unchecked, since the case cannot be read.')
  } else if (!measured) {
    print(
      'Whether slides fit was left unchecked: not built since the last change. To measure: npm run build',
    )
  }
  if (missing > 0) print(leftUnchecked(missing))
  return hasErrors(findings) ? 1 : 0
}

function leftUnchecked(count: number): string {
  const diagrams = count === 1 ? 'One diagram was' : `${count} diagrams were`
  return `${diagrams} left unchecked: not drawn yet. To draw: npm run build`
}
