/** Puts a font with the emoji of a rendered site beside its pages, and a link to it into those that have any. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emojiIn } from '../../core/text/emoji.ts'
import { emojiFaces, emojiFont } from '../theme/emoji.ts'

/** @param base Under which the site is served, with slashes around. */
export async function carryEmoji(folder: string, base: string): Promise<void> {
  const files = await readdir(folder, { recursive: true })
  const pages = files.filter((name) => name.endsWith('.html'))
  const found = new Map<string, readonly string[]>()
  for (const page of pages) {
    const emoji = emojiIn(await readFile(join(folder, page), 'utf8'))
    if (emoji.length > 0) found.set(page, emoji)
  }
  if (found.size === 0) return
  const font = await emojiFont([...new Set([...found.values()].flat())].sort())
  const name = `emoji.${createHash('sha256').update(font).digest('hex').slice(0, 8)}`
  await writeFile(join(folder, '_astro', `${name}.woff2`), font)
  await writeFile(join(folder, '_astro', `${name}.css`), emojiFaces(`${base}_astro/${name}.woff2`))
  const link = `<link rel="stylesheet" href="${base}_astro/${name}.css">`
  for (const page of found.keys()) {
    const path = join(folder, page)
    const html = await readFile(path, 'utf8')
    await writeFile(
      path,
      html.replace('</head>', () => `${link}</head>`),
    )
  }
}
