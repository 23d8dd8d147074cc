/** Where the project is, and what a path that someone typed means. */
import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** All our code: `src` of the checkout, `lib` of the package, which is a mirror of it. */
export const sources = resolve(import.meta.dirname, '..', '..')

/** Whether we are a package, and no checkout. */
export const isInstalled = basename(sources) !== 'src'

/** The folder of our package.json. */
export const root = dirname(sources)

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

/** The real path of the part that exists, joined with the part that does not exist yet. */
export function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const parent = dirname(path)
  return parent === path ? path : join(realPath(parent), basename(path))
}

/** Whether a path is a folder or lies in it. Both are real paths. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  // From one drive of Windows to another there is no way.
  return !isAbsolute(way) && way.split(sep)[0] !== '..'
}

/** Flags for each process of ours that we start: where our own path is not plain, code is found by links that are. */
export const byLinks: readonly string[] = process.execArgv.filter((flag) =>
  flag.startsWith('--preserve-symlinks'),
)
