import { resolve } from 'node:path'
import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { dialect } from './src/core/syntax/parse.ts'
import { layered } from './src/node/render/layer-plugin.ts'
import { conventions } from './src/node/render/mdx-plugin.ts'
import { themed } from './src/node/render/theme-plugin.ts'

const caseFolder = resolve(process.env.THROUGHLINE_CASE ?? 'slides')

export default defineConfig({
  integrations: [mdx()],
  markdown: {
    processor: satteri({ mdastPlugins: [conventions(caseFolder)], features: dialect }),
    syntaxHighlight: false,
  },
  security: {
    csp: {
      // Scripts and styles of the site, and those in a page by their hashes, Astro adds by itself.
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self'",
        // Nothing asks for anything itself; a tool that reads robots.txt from the page does.
        "connect-src 'self'",
        "base-uri 'self'",
        "form-action 'none'",
      ],
    },
  },
  vite: { plugins: [layered(), themed()] },
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  trailingSlash: 'ignore',
})
