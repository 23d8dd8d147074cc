/**
 * Puts the style sheets of finished pages inside them. A browser shows nothing before it has them: asked
 * for, they would cost a far reader one more journey there and back.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from '../offline/policy.ts'
import { inStyleTags } from '../offline/styles.ts'

// Matches `<link rel="stylesheet" href="/prototype/_astro/Deck.4F4rQdnp.css">`; the group is the name.
const RE_SHEET = /<link rel="stylesheet" href="[^"]*\/(_astro\/[^"/]+\.css)">/g

// Matches what the policy of a page says of styles.
const RE_POLICY = /(?<=<meta http-equiv="content-security-policy" content="[^"]*)style-src [^;"]*/

/** Does so in every page that names a style sheet of the site; its policy then allows these styles alone. */
export async function inlineStyles(folder: string): Promise<void> {
  const sheets = new Map<string, string>()
  const names = await readdir(folder, { recursive: true })
  for (const name of names.filter((each) => each.endsWith('.html'))) {
    const path = join(folder, name)
    const html = await readFile(path, 'utf8')
    // What stands below is of the case.
    const end = html.indexOf('</head>')
    const head = html.slice(0, end)
    const used = [...head.matchAll(RE_SHEET)].map(([, sheet = '']) => sheet)
    if (used.length === 0) continue
    for (const sheet of used)
      if (!sheets.has(sheet))
        sheets.set(sheet, inStyleTags(await readFile(join(folder, sheet), 'utf8')))
    const textOf = (sheet: string) => sheets.get(sheet) ?? ''
    const hashes = used.map((sheet) => hashOf(textOf(sheet)))
    const own = head
      .replace(RE_POLICY, () => `style-src ${hashes.join(' ')}`)
      .replace(RE_SHEET, (_, sheet) => `<style>${textOf(sheet)}</style>`)
    await writeFile(path, own + html.slice(end))
  }
}
