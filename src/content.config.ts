/** The case's sources as a collection. Core has read their front matter: to Astro's reader of YAML, days are no words. */

import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'

export const collections = {
  slides: defineCollection({
    loader: glob({
      pattern: ['**/*.mdx', '!**/_*', '!**/_*/**', '!**/node_modules/**'],
      // By its name in the folder in which pages are rendered.
      base: './case',
      generateId: ({ entry }) => entry,
    }),
  }),
}
