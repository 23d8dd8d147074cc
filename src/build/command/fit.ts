/** `check --fit`: proves in a browser that every slide fits, in each theme. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ThemeName, themeNames } from '../../core/themes.ts'
import { brokenDiagrams } from '../draw.ts'
import type { Certificate } from '../fit/certificate.ts'
import { fitFindings, withoutTwins } from '../fit/findings.ts'
import { fitTable } from '../fit/table.ts'
import { step } from '../progress.mjs'
import type { Format } from '../report/format.ts'
import { hasErrors, reportOn, written } from '../report.ts'
import { tryTheme } from '../site.ts'
import type { ReadCase } from '../sources.ts'
import { nameTheme } from '../theme.ts'

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
  nameTheme(read.settings.theme)
  const findings = certificates
    .map((certificate) => fitFindings(certificate, read))
    .reduce((all, more) => withoutTwins(all, more), [])
  const report = { ...reportOn(read, [...brokenDiagrams(read), ...findings]), fit: certificates }
  print(written(report, format))
  if (format === 'text') print(`\n${fitTable(certificates)}`)
  return hasErrors(report.findings) ? 1 : 0
}

async function prove(read: ReadCase, theme: ThemeName): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-fit-'))
  try {
    return await step(`Proving the theme ${theme}`, () => tryTheme(read, theme, folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
