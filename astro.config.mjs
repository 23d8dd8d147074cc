import { resolve } from 'node:path'
import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { conventions } from './src/build/mdx-plugin.ts'
import { themed } from './src/build/theme-plugin.ts'
import { dialect } from './src/core/parse.ts'

const caseFolder = resolve(process.env.THROUGHLINE_CASE ?? 'slides')

export default defineConfig({
  integrations: [mdx()],
  markdown: {
    processor: satteri({ mdastPlugins: [conventions(caseFolder)], features: dialect }),
    syntaxHighlight: false,
  },
  security: { csp: true },
  vite: { plugins: [themed()] },
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  trailingSlash: 'ignore',
})
