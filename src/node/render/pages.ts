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
  renderer: RendererModule,
  { folder, base, sheet }: { folder: string; base: string; sheet: string },
): Promise<void> {
  setUp(renderer, sheet)
  const seen = new Set<string>()
  for (const one of await new renderer.StaticPaths(renderer.app).getAll()) {
    const { path } = placeOf(one, base)
    if (seen.has(path)) continue
    seen.add(path)
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, await renderPage(renderer, one, base))
  }
}

/**
 * Tells Astro's app which style sheets its pages have.
 * @param sheet of the theme, from the output folder
 */
export function setUp({ app, manifest }: RendererModule, sheet: string): void {
  const logger = { options: { destination: { write: () => true } } }
  app.setOptions({ settings: { scripts: [] }, logger })
  const theme = { type: 'external', src: sheet }
  const pages = manifest.routes.map(({ routeData, styles }) => [
    `${routeData.route}&${routeData.component}`,
    { styles: [theme, ...styles].map((one) => ({ sheet: one, depth: 0, order: 0 })) },
  ])
  app.setInternals({ pagesByKeys: new Map(pages as [string, unknown][]) }) // pairs, as written
}

/**
 * Renders one page.
 * @throws what the page throws
 */
export async function renderPage(
  { app }: RendererModule,
  one: Rendered,
  base: string,
): Promise<Uint8Array> {
  const { address } = placeOf(one, base)
  const response = await app.render(new Request(HOST + address), { routeData: one.route })
  return new Uint8Array(await response.arrayBuffer())
}

/** Pages that a server shows in place of one that is missing. */
const BY_NAME = new Set(['/404'])

/** The file of a page, below the output folder (`/deck/index.html`), and its address. */
export function placeOf(
  { pathname, route }: Rendered,
  base: string,
): { path: string; address: string } {
  const name = pathname.replace(/\/$/, '')
  const address = base.replace(/\/$/, '') + name
  if (route.type === 'endpoint') return { path: name, address }
  const path = BY_NAME.has(name) ? `${name}.html` : `${name}/index.html`
  return { path, address: `${address}/` }
}
