/** The font of a brand, from wherever it comes. */
import { readFileSync } from 'node:fs'
import type { BrandFont } from '../../core/brand/sheet.ts'
import type { OwnTheme } from '../../core/model/themes.ts'
import { keepBytes } from './brand-store.ts'
import { type FontFault, fontRead } from './font-reader.ts'
import { readTheme } from './index.ts'

export { fontOfPackage, isFontsource } from './fontsource.ts'

/** A font file as a case has it. */
interface FontFile {
  /** From the case folder. */
  readonly name: string
  readonly bytes: Buffer
}

/**
 * The font that some files are.
 * @param store has the files that are loaded in their place
 * @param usual what stands in for a font that does not say of which kind it is
 */
export async function fontOfFiles(
  files: readonly FontFile[],
  store: string,
  usual: BrandFont['generic'],
): Promise<BrandFont | FontFault> {
  const faces: BrandFont['faces'][number][] = []
  let first:
    | { readonly family: string; readonly generic?: BrandFont['generic'] | undefined }
    | undefined
  for (const { name, bytes } of files) {
    const read = await fontRead({ bytes }, store)
    if ('why' in read) return { name, why: read.why }
    first ??= read
    if (read.family !== first.family)
      return { name, why: `font "${read.family}", expected files of "${first.family}" alone` }
    faces.push(...read.faces.map((face) => ({ ...face, weights: read.weights })))
  }
  const missing = missingWeight(faces.map(({ weights }) => weights))
  if (!first || missing)
    return { name: files[0]?.name ?? '', why: missing ?? 'list without a file, expected one' }
  return { family: first.family, generic: first.generic ?? usual, faces }
}

/** Headings are bold and text is not: a browser would smear one for the other. */
function missingWeight(weights: readonly (readonly [number, number])[]): string | undefined {
  const has = (least: number, most: number) =>
    weights.some(([lightest, boldest]) => lightest <= most && boldest >= least)
  if (!has(300, 500)) return 'font without a weight for text, expected a file of weight 400 too'
  if (!has(600, 900)) return 'font without a bold weight, expected a file of weight 700 too'
  return undefined
}

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
