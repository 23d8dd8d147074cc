/** `check --fit`: proves in a browser that every slide fits, in each theme. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ThemeName, themeNames } from '../../core/model/themes.ts'
import type { Certificate } from '../../node/fit/certificate.ts'
import { fitFindings, withoutDuplicates } from '../../node/fit/findings.ts'
import { fitTable } from '../../node/fit/table.ts'
import { brokenDiagrams } from '../../node/mermaid/index.ts'
import { lookName } from '../../node/read/look-name.ts'
import type { ReadCase } from '../../node/read/read-case.ts'
import type { Format } from '../../node/report/format.ts'
import { hasErrors, reportOn, written } from '../../node/report/index.ts'
import { step } from '../../node/run/progress.mjs'
import { tryTheme } from '../../node/site/pages.ts'

/**
 * Renders the case in every theme into a folder that goes again, measures all of its decks, and
 * prints the certificates with the findings. Resolves to the exit code.
 */
export async function checkFit(
  read: ReadCase,
  format: Format,
  print: (words: string) => void,
): Promise<number> {
  // The case's own theme comes first: what is wrong in all is told of that one.
  const themes = [...new Set([read.settings.theme, ...themeNames])]
  const certificates: Certificate[] = []
  for (const theme of themes) certificates.push(await prove(read, theme))
  const findings = certificates
    .map((certificate) => fitFindings(certificate, read))
    .reduce((all, more) => withoutDuplicates(all, more), [])
  const report = { ...reportOn(read, [...brokenDiagrams(read), ...findings]), fit: certificates }
  print(written(report, format))
  if (format === 'text') print(`\n${fitTable(certificates)}`)
  return hasErrors(report.findings) ? 1 : 0
}

async function prove(read: ReadCase, theme: ThemeName): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-fit-'))
  try {
    return await step(`Proving the theme ${lookName({ ...read, settings: { theme } })}`, () =>
      tryTheme(read, theme, folder),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
