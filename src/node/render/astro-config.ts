/** How Astro makes the pages of a case. */
import type { AstroInlineConfig } from 'astro'
import type { Plugin } from 'vite'
import shared from '../../../astro.config.mjs'
import type { BuildContext } from '../../core/model/build-context.ts'
import { layered } from './layer-plugin.ts'
import { processorOf } from './processor.ts'
import { CACHE, type WorkFolder } from './work-folder.ts'
import { ofWork } from './work-plugin.ts'

/**
 * How Astro makes pages, in a work folder.
 * @param plugins Of the bundler: they say what pages are given.
 */
export function astroConfig(
  work: WorkFolder,
  context: BuildContext,
  plugins: readonly Plugin[],
): AstroInlineConfig {
  // Nobody outside learns that a case is being written.
  process.env.ASTRO_TELEMETRY_DISABLED = '1'
  return {
    ...shared,
    base: context.base,
    root: work.root,
    configFile: false,
    cacheDir: CACHE,
    markdown: {
      processor: processorOf(work.caseFolder, context),
      syntaxHighlight: false,
    },
    vite: {
      plugins: [ofWork(work), layered(), withoutPreload, ...plugins],
      cacheDir: `${work.root}/.vite`,
      // Nor are settings of style sheets that a repository around the work folder has.
      css: { postcss: {} },
      // The policy of pages refuses a font within a style sheet, and browsers would take another.
      build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) },
      resolve: { preserveSymlinks: process.execArgv.includes('--preserve-symlinks') },
    },
    // What Astro keeps of files by name would stand for equal ones of another case.
    force: true,
    // What goes wrong is told in our own words; what Astro says about failures, it throws too.
    logLevel: process.env.DEBUG ? 'info' : 'silent',
  }
}

const OWN_LOADER = '\0throughline:load-alone:'
const LOAD_ALONE = 'export const __vitePreload = (load) => load()'

/** Links that load a script's parts ahead would be refused on a page from disk, which holds them all. */
const withoutPreload: Plugin = {
  name: 'throughline:without-preload',
  enforce: 'pre',
  // Without such links Vite's own loader has nothing to do, and weighs more than what asks for the search.
  // Each script has its own: shared, it would be a file more for pages that load nothing later.
  resolveId: (source, importer) =>
    source.endsWith('vite/preload-helper.js') ? `${OWN_LOADER}${importer}` : undefined,
  load: (id) => (id.startsWith(OWN_LOADER) ? LOAD_ALONE : undefined),
  configEnvironment: (name) =>
    name === 'client' ? { build: { modulePreload: false } } : undefined,
}
