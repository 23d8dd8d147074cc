/** Fonts of Fontsource packages that stand beside a case. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { BrandFont } from '../../core/brand/sheet.ts'
import { root } from '../paths/index.ts'
import { keepBytes } from './brand-store.ts'
import { plainName } from './font-name.ts'
import { type FontFault, fontRead } from './font-reader.ts'

// Matches "@fontsource/lora" and "@fontsource-variable/source-serif-4".
const RE_PACKAGE = /^@fontsource(-variable)?\/[a-z\d-]+$/

/** Whether a font is named by its package. */
export function isFontsource(name: string): boolean {
  return name.startsWith('@fontsource')
}

/** What a package says of itself. */
const Metadata = z.object({
  id: z.string().regex(/^[a-z\d-]+$/),
  family: z.string(),
  category: z.string().optional(),
})

/** Its subsets, each with its letters as `unicode-range`: no words of a style sheet besides. */
const Ranges = z.record(z.string(), z.string().regex(/^[U+\da-fA-F,\s-]*$/))

/** Of letters of these kinds each package has a file, where the font has them; those of Latin come first. */
const SUBSETS = [
  ...['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
]

/** The weights that are taken of a font whose weights are files of their own. */
const WEIGHTS = [400, 700]

/**
 * The font of a package: the one that is installed nearest to the case, or with this tool.
 * @param folder of the case
 * @param read reads a file of a package, and nothing to which a link leads out of it
 */
export async function fontOfPackage(
  name: string,
  { folder, store }: { readonly folder: string; readonly store: string },
  read: (home: string, file: string) => Buffer | undefined,
): Promise<BrandFont | FontFault> {
  const home = RE_PACKAGE.test(name) ? homeOf(name, [folder, root]) : undefined
  if (home === undefined)
    return { name, why: `font "${name}" that is not installed, expected: npm install ${name}` }
  const metadata = Metadata.safeParse(json(read(home, 'metadata.json')))
  const unicode = Ranges.safeParse(json(read(home, 'unicode.json')))
  if (!metadata.success || !unicode.success)
    return { name, why: `package "${name}" that is damaged, expected: npm install ${name}` }
  const { id, family, category } = metadata.data
  const styles = name.includes('-variable/') ? ['wght'] : WEIGHTS.map(String)
  const files = SUBSETS.flatMap((subset) =>
    styles.map((style) => ({
      range: unicode.data[subset],
      bytes: read(home, join('files', `${id}-${subset}-${style}-normal.woff2`)),
    })),
  )
  const faces: BrandFont['faces'][number][] = []
  for (const { bytes, range } of files) {
    if (!bytes) continue
    const read = await fontRead({ bytes, isWhole: true }, store)
    if ('why' in read) return { name, why: read.why }
    const address = await keepBytes(store, { bytes, letters: 'all' }, async () => bytes)
    faces.push({ address, weights: read.weights, range })
  }
  if (faces.length === 0)
    return { name, why: `font "${name}" without weights 400 and 700, expected one that has them` }
  return {
    family: plainName(family),
    generic: category === 'serif' ? 'serif' : 'sans-serif',
    faces,
  }
}

/** Where a package is installed, from some folders upwards. */
function homeOf(name: string, folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    for (let at = folder; ; at = dirname(at)) {
      const home = join(at, 'node_modules', name)
      if (existsSync(join(home, 'metadata.json'))) return home
      if (dirname(at) === at) break
    }
  }
  return undefined
}

function json(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '')
  } catch {
    return undefined
  }
}
