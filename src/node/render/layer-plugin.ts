/** Names the layers in front of every style sheet, so that their order holds whichever is read first. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { sources } from '../paths/index.ts'

// Matches "…/page.css", "…/Page.astro?astro&type=style&index=0&lang.css", and not "…/page.css?url".
const RE_STYLE = /\.css(?:$|\?(?!.*\b(?:url|raw)\b))/

export function layered(): Plugin {
  const order = readFileSync(join(sources, 'ui', 'styles', 'layers.css'), 'utf8')
  return {
    name: 'throughline:layers',
    enforce: 'pre',
    transform: (code, id) => (RE_STYLE.test(id) ? { code: order + code, map: null } : undefined),
  }
}
