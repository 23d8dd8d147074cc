/** Where the project is, and what a path that someone typed means. */
import { basename, dirname, join, relative, resolve } from 'node:path'

/** All our code: `src` of the checkout, `lib` of the package, which is a mirror of it. */
export const sources = resolve(import.meta.dirname, '..', '..')

/** Whether we are a package, and no checkout. */
export const isInstalled = basename(sources) !== 'src'

/** The folder of our package.json. */
export const root = dirname(sources)

/** The case that is told when nobody names another one. */
export const defaultCase = join(root, 'slides')

export const defaultOut = join(root, 'dist')

/** What holds private notes stays where nobody publishes it. */
export const presentOut = join(root, '.throughline', 'present')

/** What is for the team alone does too. */
export const internalOut = join(root, '.throughline', 'internal')

/**
 * The folder in which a person typed the command. npm runs scripts in the folder of the package.json
 * that it names, ours or that of a case's repository, and says in INIT_CWD where it was called.
 */
export function typedIn(env: NodeJS.ProcessEnv = process.env): string {
  const ofNpm = [root, process.cwd()].map((folder) => join(folder, 'package.json'))
  const byNpm = ofNpm.includes(env.npm_package_json ?? '') ? env.INIT_CWD : undefined
  return byNpm ?? process.cwd()
}

/** A path as short as it can be shown to whoever typed the command, with forward slashes. */
export function shown(path: string, from = typedIn()): string {
  const short = relative(from, path).replaceAll('\\', '/')
  return short.startsWith('../') ? path : short || '.'
}
