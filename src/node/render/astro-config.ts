/** How Astro renders a case. */
import { satteri } from '@astrojs/markdown-satteri'
import type { AstroInlineConfig } from 'astro'
import type { Plugin } from 'vite'
import shared from '../../../astro.config.mjs'
import { dialect } from '../../core/syntax/parse.ts'
import { layered } from './layer-plugin.ts'
import { conventions } from './mdx-plugin.ts'
import { themed } from './theme-plugin.ts'
import { CACHE, type WorkFolder } from './work-folder.ts'
import { ofWork } from './work-plugin.ts'

/** The settings that all renderings share, whatever the case. */
export function astroConfig(work: WorkFolder, plugins: readonly Plugin[] = []): AstroInlineConfig {
  return {
    ...shared,
    root: work.root,
    configFile: false,
    cacheDir: CACHE,
    markdown: {
      processor: satteri({ mdastPlugins: [conventions(work.caseFolder)], features: dialect }),
      syntaxHighlight: false,
    },
    vite: {
      plugins: [ofWork(work), layered(), themed(), ...plugins],
      cacheDir: `${work.root}/.vite`,
      resolve: { preserveSymlinks: process.execArgv.includes('--preserve-symlinks') },
    },
    // What Astro keeps of files by name would stand for equal ones of another case.
    force: true,
    // What goes wrong is told in our own words; what Astro says about failures, it throws too.
    logLevel: process.env.DEBUG ? 'info' : 'silent',
  }
}
