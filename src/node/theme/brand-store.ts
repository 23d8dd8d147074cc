/** The style sheets and fonts of brands in the store, by what they are made of. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ThemeName } from '../../core/model/themes.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import { readStored, storeFolder } from '../store/index.ts'

/** A number for what is done to fonts. Raise it with every change of that. */
export const TREATMENT = 2

/** What a font in the store is made of. */
interface KeptBytes {
  readonly bytes: Uint8Array
  /** Which letters of it, or whole. */
  readonly letters: string
}

/**
 * Makes and keeps a font file, unless it is kept already. Returns its address, as a style sheet beside it
 * names it.
 */
export async function keepBytes(
  store: string,
  { bytes, letters }: KeptBytes,
  make: () => Promise<Uint8Array>,
): Promise<string> {
  const hash = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([letters, TREATMENT]))
  const name = `${hash.digest('hex').slice(0, 32)}.woff2`
  const path = join(storeFolder(store, 'brands'), name)
  if (!readStored(path)) await writeAtomically(path, await make())
  return `./${name}`
}

/** Keeps a style sheet beside its fonts. Returns the name of the theme that it is. */
export async function keepSheet(store: string, css: string): Promise<ThemeName> {
  const hash = createHash('sha256').update(css).digest('hex')
  const path = join(storeFolder(store, 'brands'), `${hash.slice(0, 32)}.css`)
  if (!readStored(path)) await writeAtomically(path, css)
  return `brand:${path}`
}
