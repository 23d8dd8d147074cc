/**
 * Lets the modules of a renderer, which stand where every build finds them, import what this one gives
 * them. Node keeps what it has compiled by the path of a file: in the folder of a build, it would
 * compile three megabytes anew each time.
 */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GIVEN, JSX, type WorkFolder } from './work-folder.ts'

// Matches "zod", "@noble/hashes", and not "./plan.mjs", "node:fs".
const RE_PACKAGE = /^@?[\w-]+(?:[/.]|$)/

/** Joins the modules for all imports of this process from now on. */
export function joinModules(work: WorkFolder, renderer: string): void {
  const fileIn = (folder: string, name: string) => pathToFileURL(join(folder, name)).href
  const given = new Map([
    ...Object.values(GIVEN).map((id) => [id, fileIn(work.root, `${id.slice(1)}.mjs`)] as const),
    ['#jsx-runtime', fileIn(renderer, JSX)],
  ])
  const start = fileIn(renderer, '')
  registerHooks({
    resolve(id, context, next) {
      const known = given.get(id)
      if (known !== undefined) return next(known, context)
      // Where they stand there are no packages: ours are theirs.
      const isTheirs = RE_PACKAGE.test(id) && context.parentURL?.startsWith(start)
      return next(id, isTheirs ? { ...context, parentURL: import.meta.url } : context)
    },
  })
}
