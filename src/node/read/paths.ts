/** Where the project is, and what a path that someone typed means. */
import { join, relative, resolve } from 'node:path'

/** The project's folder: sources, cache and default output are found from here. */
export const root = resolve(import.meta.dirname, '..', '..', '..')

/** The case that is told when nobody names another one. */
export const defaultCase = join(root, 'slides')

export const defaultOut = join(root, 'dist')

/** What holds private notes stays where nobody publishes it. */
export const presentOut = join(root, '.throughline', 'present')

/** What is for the team alone does too. */
export const internalOut = join(root, '.throughline', 'internal')

/** The file of a project which npm names to the scripts that it runs. */
const PACKAGE = join(root, 'package.json')

/**
 * The folder in which a person typed the command. npm runs scripts in the project's folder and
 * says in INIT_CWD where it was called.
 */
export function typedIn(env: NodeJS.ProcessEnv = process.env): string {
  const byNpm = env.npm_package_json === PACKAGE ? env.INIT_CWD : undefined
  return byNpm ?? process.cwd()
}

/** A path as short as it can be shown to whoever typed the command, with forward slashes. */
export function shown(path: string, from = typedIn()): string {
  const short = relative(from, path).replaceAll('\\', '/')
  return short.startsWith('../') ? path : short || '.'
}
