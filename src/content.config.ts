/** The case's sources as a collection; the folder may lie outside the project. */

import { defineCollection } from 'astro:content'
import { resolve } from 'node:path'
import { glob } from 'astro/loaders'
import { frontMatterSchema } from './core/settings.ts'

const base = resolve(process.env.THROUGHLINE_CASE ?? 'slides')

export const collections = {
  slides: defineCollection({
    loader: glob({
      pattern: ['**/*.mdx', '!**/_*', '!**/_*/**'],
      base,
      generateId: ({ entry }) => entry,
    }),
    schema: frontMatterSchema,
  }),
}
