/** The case's sources as a collection. */

import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { frontMatterSchema } from './core/settings/front-matter.ts'

export const collections = {
  slides: defineCollection({
    loader: glob({
      pattern: ['**/*.mdx', '!**/_*', '!**/_*/**', '!**/node_modules/**'],
      // By its name in the folder in which pages are rendered.
      base: './case',
      generateId: ({ entry }) => entry,
    }),
    schema: frontMatterSchema,
  }),
}
