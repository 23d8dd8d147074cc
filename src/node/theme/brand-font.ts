/** The font of a brand, from wherever it comes. */
import { readFileSync } from 'node:fs'
import type { BrandFont } from '../../core/brand/sheet.ts'
import type { OwnTheme } from '../../core/model/themes.ts'
import { keepBytes } from './brand-store.ts'
import { readTheme } from './index.ts'

export { fontOfFiles } from './font-file.ts'
export { fontOfPackage, isFontsource } from './fontsource.ts'

/** The font of a theme of ours. */
export async function fontOfTheme(name: OwnTheme, store: string): Promise<BrandFont> {
  const { family, generic, faces } = readTheme(name)
  const kept = faces.map(async ({ file, ...face }) => {
    const bytes = readFileSync(file)
    return {
      ...face,
      address: await keepBytes(store, { bytes, letters: 'all' }, async () => bytes),
    }
  })
  return { family, generic, faces: await Promise.all(kept) }
}
