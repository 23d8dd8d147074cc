/** Puts fonts with the emoji and formulas of a rendered site beside its pages, and links to them into those that have any. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emojiIn } from '../../core/text/emoji.ts'
import type { CarriedFont } from '../theme/carried-font.ts'
import { emojiFont } from '../theme/emoji.ts'
import { formulaFont, signsOfFormulas } from '../theme/formulas.ts'

/** A font, and the signs that a page needs of it. */
interface Carried {
  readonly name: string
  readonly font: CarriedFont
  readonly signsIn: (html: string) => readonly string[]
}

const CARRIED: readonly Carried[] = [
  { name: 'emoji', font: emojiFont, signsIn: emojiIn },
  { name: 'formulas', font: formulaFont, signsIn: signsOfFormulas },
]

/**
 * Puts them there.
 * @param base Under which the site is served, with slashes around.
 */
export async function carryFonts(folder: string, base: string): Promise<void> {
  const files = await readdir(folder, { recursive: true })
  const pages = files.filter((name) => name.endsWith('.html'))
  const needs = new Map(CARRIED.map(({ name }) => [name, new Map<string, readonly string[]>()]))
  // One after the other: those of a large case fill memory.
  for (const page of pages) {
    const html = await readFile(join(folder, page), 'utf8')
    for (const { name, signsIn } of CARRIED) needs.get(name)?.set(page, signsIn(html))
  }
  for (const { name, font } of CARRIED) {
    const found = needs.get(name) ?? new Map<string, readonly string[]>()
    const signs = [...new Set([...found.values()].flat())].sort()
    if (signs.length === 0) continue
    const bytes = await font.font(signs)
    const file = `${name}.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`
    await writeFile(join(folder, '_astro', `${file}.woff2`), bytes)
    await writeFile(
      join(folder, '_astro', `${file}.css`),
      font.faces(`${base}_astro/${file}.woff2`),
    )
    const link = `<link rel="stylesheet" href="${base}_astro/${file}.css">`
    for (const [page, needed] of found) {
      if (needed.length === 0) continue
      const html = await readFile(join(folder, page), 'utf8')
      await writeFile(
        join(folder, page),
        html.replace('</head>', () => `${link}</head>`),
      )
    }
  }
}

/** The HTML of a page with links to the whole fonts: for a page that does not leave this machine. */
export async function linkWholeFonts(html: string, folder: string): Promise<string> {
  let linked = html
  for (const { name, font, signsIn } of CARRIED) {
    if (signsIn(html).length === 0) continue
    const path = join(folder, '_astro', name)
    if (!existsSync(`${path}.css`)) {
      await copyFile(font.file(), `${path}.woff2`)
      await writeFile(`${path}.css`, font.faces(`/_astro/${name}.woff2`))
    }
    const link = `<link rel="stylesheet" href="/_astro/${name}.css">`
    linked = linked.replace('</head>', () => `${link}</head>`)
  }
  return linked
}
