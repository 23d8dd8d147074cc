/** The files that can be edited: what each is made from. */
import type { Browser } from 'playwright'
import type { ReadCase } from '../read/read-case.ts'
import { type Conversion, convert, requireOffice } from './convert.ts'
import { makeDeck } from './deck/index.ts'
import { withFallback } from './fallback.ts'
import type { FormatName } from './format-table.ts'
import { makeNarrative } from './narrative/index.ts'
import { fontsOf } from './palette.ts'
import { withVectors } from './vectors.ts'

/**
 * The bytes of one format. The diagrams have been drawn before.
 * @param browser Asked for only where there are pictures to make.
 * @throws NoOfficeError where LibreOffice is needed and not there.
 */
export async function makeFormat(
  name: FormatName,
  read: ReadCase,
  browser: () => Promise<Browser>,
): Promise<Uint8Array> {
  switch (name) {
    case 'pptx':
      return makeDeck(read, browser)
    case 'odp':
      return openDocument(read, await makeDeck(read, browser, true), { from: 'pptx', to: 'odp' })
    case 'docx':
      return makeNarrative(read, browser)
    case 'odt':
      return openDocument(read, await makeNarrative(read, browser), { from: 'docx', to: 'odt' })
  }
}

async function openDocument(
  { settings }: ReadCase,
  office: Uint8Array,
  conversion: Conversion,
): Promise<Uint8Array> {
  const named = withFallback(office, fontsOf(settings.theme))
  return withVectors(await convert(named, conversion), office)
}

/**
 * What a format needs, before much is done for it.
 * @throws NoOfficeError where LibreOffice makes it and is not there.
 */
export function requireTools(name: FormatName): void {
  if (name === 'odp' || name === 'odt') requireOffice(name)
}
