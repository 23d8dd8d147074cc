/**
 * Puts the style sheet and the fonts of a theme into an output, whose pages link to them: our pages are
 * bundled once, for every theme.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, extname, join } from 'node:path'
import type { BuildContext } from '../../core/model/build-context.ts'
import { sources } from '../paths/index.ts'
import { withFallbacks } from '../theme/fallback-face.ts'
import { readTheme } from '../theme/index.ts'

/** What the frame of every page asks of its theme. */
export interface PageLook {
  /** The colours of the page, which browsers give what is around it too. */
  readonly paper: { readonly light: string; readonly dark: string }
  /** Address of the font that pages load ahead. */
  readonly font: string
}

/** The look of an output, and what Astro shall link to in front of every page's own style sheets. */
interface PlacedTheme {
  readonly look: PageLook
  /** From the output folder. */
  readonly sheet: string
}

/** Where they go in the output, beside what else pages load. */
const LOADED = '_astro'

/**
 * Puts them there.
 * @param folder of the output
 */
export async function placeTheme(
  folder: string,
  { theme, base, store }: Pick<BuildContext, 'theme' | 'base' | 'store'>,
): Promise<PlacedTheme> {
  const read = readTheme(theme)
  const { file, paper, faces } = read
  await mkdir(join(folder, LOADED), { recursive: true })
  const place = async (name: string, bytes: string | Uint8Array): Promise<string> => {
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8)
    const placed = `${LOADED}/${basename(name, extname(name))}.${hash}${extname(name)}`
    await writeFile(join(folder, placed), bytes)
    return placed
  }
  const fontIn = (address: string) => createRequire(file).resolve(address)
  const css = await readFile(file, 'utf8')
  const placed = new Map<string, string>()
  for (const [, address = ''] of css.matchAll(RE_ADDRESS)) {
    const font = fontIn(address)
    placed.set(font, await place(font, await readFile(font)))
  }
  const order = await readFile(join(sources, 'ui', 'styles', 'layers.css'), 'utf8')
  const own = css.replace(RE_ADDRESS, (_, address) => `url(${base}${placed.get(fontIn(address))})`)
  const font = placed.get(faces[0]?.file ?? '')
  if (font === undefined) throw new Error(`Expected a font face in ${file}`)
  const sheet = await place('theme.css', withoutSpace(order + withFallbacks(own, read, store)))
  return { look: { paper, font: base + font }, sheet }
}

// Matches `url("@fontsource-variable/…/latin-wght-normal.woff2")` in a font face, as `readTheme` reads it.
const RE_ADDRESS = /url\("([^"]+)"\)/g

/** What browsers read the same without comments and indents; words in quotes stay as they are. */
function withoutSpace(css: string): string {
  return css.replace(RE_SPACE, (_, kept?: string, mark?: string) => kept ?? mark ?? ' ').trim()
}

// Matches "…" and '…'; or space and comments, with a mark that needs none around or behind it.
const RE_SPACE =
  /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?:\s|\/\*.*?\*\/)*((?:[{};,]|(?<=[\w-]):))(?:\s|\/\*.*?\*\/)*|(?:\s|\/\*.*?\*\/)+/gs
