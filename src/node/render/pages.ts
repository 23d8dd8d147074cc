/** Renders every page of a renderer into a folder. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Rendered, RendererModule } from './renderer-module.ts'

/** The host that addresses have while pages are rendered; none of it is in them. */
const HOST = 'http://localhost:4321'

/**
 * Renders them one after the other, as Astro's own build does.
 * @param sheet of the theme, from the folder: each page links to it before its own
 * @throws what a page throws, with the page.
 */
export async function renderAll(
  { app, manifest, StaticPaths }: RendererModule,
  { folder, base, sheet }: { folder: string; base: string; sheet: string },
): Promise<void> {
  const logger = { options: { destination: { write: () => true } } }
  app.setOptions({ settings: { scripts: [] }, logger })
  const theme = { type: 'external', src: sheet }
  const pages = manifest.routes.map(({ routeData, styles }) => [
    `${routeData.route}&${routeData.component}`,
    { styles: [theme, ...styles].map((one) => ({ sheet: one, depth: 0, order: 0 })) },
  ])
  app.setInternals({ pagesByKeys: new Map(pages as [string, unknown][]) }) // pairs, as written
  const seen = new Set<string>()
  for (const one of await new StaticPaths(app).getAll()) {
    const { path, address } = placeOf(one, base)
    if (seen.has(path)) continue
    seen.add(path)
    const response = await app.render(new Request(HOST + address), { routeData: one.route })
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, new Uint8Array(await response.arrayBuffer()))
  }
}

/** Pages that a server shows in place of one that is missing. */
const BY_NAME = new Set(['/404'])

/** The file of a page, and its address. */
function placeOf({ pathname, route }: Rendered, base: string): { path: string; address: string } {
  const name = pathname.replace(/\/$/, '')
  const address = base.replace(/\/$/, '') + name
  if (route.type === 'endpoint') return { path: name, address }
  const path = BY_NAME.has(name) ? `${name}.html` : `${name}/index.html`
  return { path, address: `${address}/` }
}
