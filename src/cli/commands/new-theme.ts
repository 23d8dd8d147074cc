/** `new theme`: a brand of the case's own, from colours and a logo. */
import { writeTheme } from '../../node/new/theme.ts'
import { shown } from '../../node/paths/index.ts'
import { readCase } from '../../node/read/read-case.ts'
import { commandLine } from '../../node/report/command-line.ts'
import type { Print } from '../usage/command-row.ts'

/**
 * Writes it, and says which of its colours nobody could read. Resolves to the exit code.
 * @throws UsageError where it cannot be meant; NoCaseError
 */
export async function newTheme(
  folder: string,
  [name = '', ...given]: readonly string[],
  print: Print,
): Promise<number> {
  await readCase(folder)
  const { written, isNamed, unused } = await writeTheme(folder, name, given)
  const { findings } = await readCase(folder)
  const ofBrand = findings.filter(({ place }) => place.file === 'theme.yaml')
  print(
    [
      ...written.map((path) => shown(path)),
      ...ofBrand.map(({ message, mend }) => mend ?? message),
      ...(unused.length > 0
        ? [`Not used: ${unused.join(', ')}. Say in theme.yaml what each colour is for`]
        : []),
      ...(isNamed ? ['case.yaml names another theme: write "theme: theme.yaml" there'] : []),
      `Next: see it while you write: ${commandLine('dev', folder)}`,
      `Whether every slide fits in it: ${commandLine('check --fit', folder)}`,
    ].join('\n'),
  )
  return 0
}
