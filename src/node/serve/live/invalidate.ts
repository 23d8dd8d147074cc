/** Makes the dev server drop what it compiled of a file. */
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite'

/** Forgets all files that match: what a file is compiled to may depend on others, such as its pictures. */
export function invalidateAll(server: ViteDevServer, isMeant: (file: string) => boolean): void {
  const environments = Object.values(server.environments)
  const files = environments.flatMap(({ moduleGraph }) => [...moduleGraph.fileToModulesMap.keys()])
  for (const file of new Set(files)) if (isMeant(file)) invalidate(server, file)
}

/** Where Astro renders pages. */
const RENDERERS = ['ssr', 'prerender']

/** Forgets which pages of routes there are: Astro keeps that until it hears of new content. */
export function invalidatePaths({ environments }: ViteDevServer): void {
  for (const name of RENDERERS) environments[name]?.hot.send('astro:content-changed', {})
}

/** Forgets the file's modules and all that is made of them, in every environment. */
export function invalidate({ environments }: ViteDevServer, file: string): void {
  const now = Date.now()
  for (const environment of Object.values(environments)) {
    const { moduleGraph } = environment
    const gone = new Set<NonNullable<ReturnType<typeof moduleGraph.getModuleById>>>()
    for (const module of moduleGraph.getModulesByFile(file) ?? [])
      moduleGraph.invalidateModule(module, gone, now, true)
    if (!isRunnableDevEnvironment(environment)) continue
    const { evaluatedModules } = environment.runner
    for (const { id } of gone) {
      const evaluated = id === null ? undefined : evaluatedModules.getModuleById(id)
      if (evaluated) evaluatedModules.invalidateModule(evaluated)
    }
  }
}
