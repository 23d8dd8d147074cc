/** Proves that every slide fits, in the browser; the build keeps the proof. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import type { ThemeName } from '../core/themes.ts'
import { type Certificate, certify } from './fit/certificate.ts'
import { measureDecks } from './fit/measure.ts'
import type { BuiltSite } from './pdf/print.ts'
import type { ReadCase } from './sources.ts'

/** Measures the decks of a site that was rendered in a theme. */
export async function proveFit(
  browser: Browser,
  site: BuiltSite & { readonly read: ReadCase; readonly theme: ThemeName },
): Promise<Certificate> {
  const { title } = site.read.case
  return certify({ title, theme: site.theme }, await measureDecks(browser, site))
}

/** Writes it beside the deck. */
export function writeCertificate(folder: string, certificate: Certificate): Promise<void> {
  const path = join(folder, 'deck', 'fit.json')
  return writeFile(path, `${JSON.stringify(certificate, null, 2)}\n`)
}
