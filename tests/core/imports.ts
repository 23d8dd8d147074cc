/** What the files of `src` import, for the tests of who may import whom. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

const src = resolve(import.meta.dirname, '../../src')

export interface Import {
  /** Relative to `src`, with forward slashes. */
  readonly from: string
  /** The same, or the name of a package. */
  readonly to: string
  readonly isOurs: boolean
}

// Matches "import x from 'y'", "export * from 'y'", "import 'y'" and "import('y')".
const RE_IMPORT =
  /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;()]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

// Matches comments, whose examples import nothing; not the sign in "slides/**/*.mdx".
const RE_COMMENT = /(?<![\w*.'"`/])\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm

/** Every file below `src`, relative to it, with forward slashes. */
export const files: readonly string[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => slashed(relative(src, join(entry.parentPath, entry.name))))

/** Every import of every module, of types too. */
export const imports: readonly Import[] = files
  .filter((file) => /\.(?:ts|astro|mjs)$/.test(file))
  .flatMap(importsOf)

/** What a file of `src` says. */
export function textOf(file: string): string {
  return readFileSync(join(src, file), 'utf8')
}

/** The paths that a module imports, as written. */
export function importPaths(text: string): readonly string[] {
  return [...text.replace(RE_COMMENT, '').matchAll(RE_IMPORT)].map(
    ([, fixed, dynamic]) => fixed ?? dynamic ?? '',
  )
}

function importsOf(file: string): readonly Import[] {
  return importPaths(textOf(file)).map((path) => {
    const isOurs = path.startsWith('.')
    const target = relative(src, resolve(src, dirname(file), path.replace(/\?.*$/, '')))
    return { from: file, to: isOurs ? slashed(target) : path, isOurs }
  })
}

/** `core/assemble.ts → core/syntax/parse.ts` */
export function spell({ from, to }: Pick<Import, 'from' | 'to'>): string {
  return `${from} → ${to}`
}

/** The cycles of imports, each once, by its files: `a.ts → b.ts → a.ts`. */
export function cyclesIn(all: readonly Pick<Import, 'from' | 'to'>[]): readonly string[] {
  const next = Map.groupBy(all, ({ from }) => from)
  const cycles = new Map<string, string>()
  for (const start of next.keys()) {
    const cycle = shortestCycle(start, (file) => next.get(file)?.map(({ to }) => to) ?? [])
    const key = cycle?.toSorted().join()
    if (cycle && key && !cycles.has(key)) cycles.set(key, [...cycle, start].join(' → '))
  }
  return [...cycles.values()]
}

/** The files of a shortest way from one back to it, that one first. */
function shortestCycle(
  start: string,
  next: (file: string) => readonly string[],
): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[start, [start]]])
  for (const [file, way] of ways) {
    for (const to of next(file)) {
      if (to === start) return way
      if (!ways.has(to)) ways.set(to, [...way, to])
    }
  }
  return undefined
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}
