/** The case's sources as a collection; the folder may lie outside the project. */

import { defineCollection } from 'astro:content'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { glob } from 'astro/loaders'
import { frontMatterSchema } from './core/settings/case-yaml.ts'

// As an address, since a `%` in a path would be taken for the start of an escape.
const base = pathToFileURL(`${resolve(process.env.THROUGHLINE_CASE ?? 'slides')}/`)

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
