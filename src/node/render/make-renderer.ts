/** Makes the renderer: Astro bundles our pages, and renders none of them. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type AstroIntegration, build } from 'astro'
import type { Plugin } from 'vite'
import type { BuildContext } from '../../core/model/build-context.ts'
import { filesIn } from '../paths/files.ts'
import { astroConfig } from './astro-config.ts'
import { withoutTheme } from './theme-plugin.ts'
import { ANY_BASE, ENTRY, GIVEN, JSX, type WorkFolder } from './work-folder.ts'

/** A bundle of our pages, by path: the modules that render them, and what browsers load. */
export interface Renderer {
  readonly modules: ReadonlyMap<string, Uint8Array>
  readonly loaded: ReadonlyMap<string, Uint8Array>
  /** Those of the modules that pages are asked for by. */
  readonly pages: readonly string[]
}

/** Where Astro puts modules, below its output. */
const MODULES = '.prerender/'

/** With what Astro knows and does not name: whether it collects contents. */
type BuildOptions = Parameters<typeof build>[1] & { readonly sync: boolean }

/** Bundles the pages for every case, theme and base: nothing of any is in it. */
export async function makeRenderer(work: WorkFolder, context: BuildContext): Promise<Renderer> {
  const outDir = join(work.root, 'made')
  let made: Renderer | undefined
  const pages: string[] = []
  const take = async () => {
    made = { ...(await rendererIn(outDir)), pages: pages.toSorted() }
  }
  const { integrations = [], ...config } = astroConfig(work, { ...context, base: ANY_BASE }, [
    withoutTheme,
    given(),
    entries((file) => pages.push(file)),
  ])
  // It would start a server to collect contents, of which there are none, and types that nobody reads.
  const options: BuildOptions = { sync: false }
  await build({ ...config, outDir, integrations: [...integrations, inPlaceOfPages(take)] }, options)
  if (!made?.modules.size) throw new Error('Expected Astro to bundle the pages')
  return made
}

/** Does something where Astro would render pages. */
function inPlaceOfPages(setup: () => Promise<void>): AstroIntegration {
  const name = 'throughline:take'
  const none = async () => []
  const render = () => Promise.reject(new Error('Expected no page'))
  return {
    name,
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({ name, setup, getStaticPaths: none, render }),
    },
  }
}

async function rendererIn(folder: string): Promise<Omit<Renderer, 'pages'>> {
  const read = (await filesIn(folder)).map(
    async (file) => [file, await readFile(join(folder, file))] as const,
  )
  const files = await Promise.all(read)
  const isModule = ([file]: (typeof files)[number]) => file.startsWith(MODULES)
  return {
    modules: new Map(
      files.filter(isModule).map(([file, all]) => [file.slice(MODULES.length), all]),
    ),
    loaded: new Map(files.filter((file) => !isModule(file))),
  }
}

function given(): Plugin {
  return {
    name: 'throughline:given',
    enforce: 'pre',
    resolveId: (id) =>
      Object.hasOwn(GIVEN, id)
        ? { id: GIVEN[id as keyof typeof GIVEN], external: true } // one of its own, as asked
        : undefined,
  }
}

const RENDERER = '\0throughline:renderer'

/** How Astro names the module of a page. */
const PAGE = 'virtual:astro:page:'

/** In TypeScript or in JavaScript, as this file is. */
const TEXTS = `/src/node/render/texts${extname(import.meta.filename)}`

/** @param onPage called with the module of each page */
function entries(onPage: (file: string) => void): Plugin {
  return {
    name: 'throughline:entries',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'prerender',
    buildStart() {
      this.emitFile({ type: 'chunk', id: RENDERER, fileName: ENTRY })
      this.emitFile({ type: 'chunk', id: 'astro/jsx-runtime', fileName: JSX })
    },
    generateBundle(_, bundle) {
      for (const made of Object.values(bundle))
        if (made.type === 'chunk' && made.facadeModuleId?.includes(PAGE)) onPage(made.fileName)
    },
    resolveId: (id) => (id === RENDERER ? id : undefined),
    load: (id) =>
      id === RENDERER
        ? `export { app, manifest } from 'astro/entrypoints/prerender'
           export { StaticPaths } from 'astro/runtime/prerender/static-paths.js'
           export { hashTransform, propsToFilename } from 'astro/assets/utils/node'
           export { imageMetadata } from 'astro/assets/utils'
           export { imageConfig } from 'astro:assets'
           export { refuseChanged, textCompiler, writeTexts } from '${TEXTS}'`
        : undefined,
  }
}
