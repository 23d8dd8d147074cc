/** Who may import whom: cli → node, core; pages → ui, node, core; node → core; ui → core; core → nothing of ours. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = resolve(import.meta.dirname, '../../src')

const ARROWS: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  node: ['node', 'core'],
  cli: ['cli', 'node', 'core'],
  ui: ['ui', 'core'],
  pages: ['pages', 'ui', 'node', 'core'],
  // Where Astro looks for what it needs to know of the case folder and the types.
  'content.config.ts': ['node', 'core'],
  'env.d.ts': ['ui', 'core'],
}

// Matches "import x from 'y'", "export * from 'y'", "import 'y'" and "import('y')".
const RE_IMPORT =
  /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;()]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

// Matches comments, whose examples import nothing.
const RE_COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm

interface Import {
  /** Relative to `src`, with forward slashes. */
  readonly from: string
  /** The same, or the name of a package. */
  readonly to: string
  readonly isOurs: boolean
}

const imports = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ts|astro|mjs)$/.test(file))
  .flatMap((file) => importsOf(file.split(sep).join('/')))

describe('imports', () => {
  it('are found', () => {
    expect(imports).toContainEqual({
      from: 'core/assemble.ts',
      to: 'core/syntax/parse.ts',
      isOurs: true,
    })
    expect(imports).toContainEqual({ from: 'core/syntax/parse.ts', to: 'satteri', isOurs: false })
    expect(importPaths(`import a from 'a'\nexport * from "b";import('c')\nimport 'd'`)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
    expect(importPaths(`import {\n  a,\n  type B,\n} from 'e'\n// import 'f'`)).toEqual(['e'])
  })

  it('follow the arrows', () => {
    const wrong = imports.filter(
      ({ from, to, isOurs }) => isOurs && !ARROWS[layerOf(from)]?.includes(layerOf(to)),
    )
    expect(wrong.map(spell)).toEqual([])
  })

  it('never lead from one page into another', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('pages/') && to.startsWith('pages/') && pageOf(from) !== pageOf(to),
    )
    expect(wrong.map(spell)).toEqual([])
  })

  it('keep core pure: no disk, no Astro, no browser', () => {
    const wrong = imports.filter(
      ({ from, to, isOurs }) =>
        from.startsWith('core/') &&
        !isOurs &&
        /^(?:node:|astro|@astrojs|playwright|fs$|path$)/.test(to),
    )
    expect(wrong.map(spell)).toEqual([])
  })
})

function importsOf(file: string): readonly Import[] {
  return importPaths(readFileSync(join(src, file), 'utf8')).map((path) => {
    const isOurs = path.startsWith('.')
    const target = relative(src, resolve(src, dirname(file), path.replace(/\?.*$/, '')))
    return { from: file, to: isOurs ? target.split(sep).join('/') : path, isOurs }
  })
}

function importPaths(text: string): readonly string[] {
  return [...text.replace(RE_COMMENT, '').matchAll(RE_IMPORT)].map(
    ([, fixed, dynamic]) => fixed ?? dynamic ?? '',
  )
}

function layerOf(file: string): string {
  return file.split('/')[0] ?? ''
}

/**
 * `pages/deck/index.astro` and `pages/_deck/Slide.astro` → `deck`. The narrative is the front page:
 * `pages/index.astro` and `pages/_narrative/…` → `narrative`. A page in a file of its own goes with the
 * folder of its name: `pages/404.astro` and `pages/_404/…` → `404`.
 */
function pageOf(file: string): string {
  const name = file.split('/')[1] ?? ''
  return name.startsWith('index.') ? 'narrative' : name.replace(/^_|\.astro$/g, '')
}

function spell({ from, to }: Import): string {
  return `${from} → ${to}`
}
