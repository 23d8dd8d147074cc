/** Keeps our sources under their names in the work folder, where bundlers follow links. */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import { normalizePath, type Plugin } from 'vite'
import { isPlain } from './plain-path.mjs'
import type { WorkFolder } from './work-folder.ts'

// Matches "./plan.ts", "../ui/Layout.astro?astro&type=script".
const RE_RELATIVE = /^\.\.?\//

// Matches "import.meta.dirname", "import.meta.url".
const RE_PLACE = /\bimport\.meta\.(dirname|filename|url)\b/g

/** The first of plugins: what it resolves no other looks at. */
export function ofWork(work: Pick<WorkFolder, 'root' | 'sources'>): Plugin {
  const [root, sources] = [work.root, work.sources].map(
    (folder) => `${normalizePath(folder)}/`,
  ) as [string, string] // two made of two
  return {
    name: 'throughline:work',
    enforce: 'pre',
    resolveId(id, importer) {
      const path = pathOf(id, importer, root)
      return path?.startsWith(sources) && existsSync(fileOf(path)) ? path : undefined
    },
    // Astro names some of its scripts by their real paths, in which Vite takes a "#" for an end.
    load: (id) => (!isPlain(id) && isScript(id) ? readFileSync(id, 'utf8') : undefined),
    // What is bundled runs from another place than it stands in.
    transform(code, id) {
      if (!id.startsWith(sources) || !code.includes('import.meta.')) return undefined
      const filename = realpathSync(fileOf(id))
      const places = { filename, dirname: dirname(filename), url: pathToFileURL(filename).href }
      const placed = code.replace(RE_PLACE, (_, what: keyof typeof places) =>
        JSON.stringify(places[what]),
      )
      return placed === code ? undefined : { code: placed, map: null }
    },
  }
}

/** Where an import leads if it names a file; undefined for packages. */
function pathOf(id: string, importer: string | undefined, root: string): string | undefined {
  if (RE_RELATIVE.test(id)) return importer && posix.join(posix.dirname(fileOf(importer)), id)
  if (id.startsWith(root)) return id
  return id.startsWith('/') ? posix.join(root, id) : undefined
}

function isScript(id: string): boolean {
  return /\.m?js$/.test(id) && existsSync(id)
}

/** Without what is asked of it: `Deck.astro` of `Deck.astro?astro&type=script`. */
function fileOf(id: string): string {
  return id.replace(/\?.*$/s, '')
}
