/** The plan of the house: who may import whom, and what lies where. */
import { dirname, join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { cyclesIn, files, importPaths, imports, spell, textOf } from './imports.ts'

/** What each layer, or file outside of all, may import: itself, and what stands below it. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  node: ['node', 'core'],
  cli: ['cli', 'node', 'core'],
  ui: ['ui', 'core'],
  pages: ['pages', 'ui', 'node', 'core'],
  manual: [],
  // Where the compiler looks for types.
  'env.d.ts': ['ui', 'node', 'core'],
}

/** What stands outside `src`, and who alone reads it. */
const OUTSIDE = ['node/render/astro-config.ts → ../astro.config.mjs']

/** What pages may read of `node`, besides all of `node/read/`. */
const FOR_PAGES = ['node/export/about.ts', 'node/export/workbook.ts', 'node/publish/feed.ts']

/** Packages that core may import: they touch no disk, network, browser or clock. */
const PURE = [
  ...[
    '@noble/ed25519',
    '@noble/hashes',
    'perfect-freehand',
    '@rgrove/parse-xml',
    'css-tree',
    'csv-parse/sync',
    'csv-stringify/sync',
    'culori',
    'diff',
    'jsep',
    'parse5',
    'pure-rand',
    'satteri',
    'stemmer',
  ],
  ...['shiki', 'temml', 'uqr', 'yaml', 'zod'],
]

/** The files, but for a README, that lie loose where only folders should; pages lie where Astro wants them. */
const LOOSE: Readonly<Record<string, readonly string[]>> = {
  '': ['env.d.ts'],
  core: ['assemble.ts'],
  node: [],
  cli: ['bin.mjs', 'index.ts', 'setup.mjs'],
  ui: [],
}

const ours = imports.filter(({ isOurs }) => isOurs)

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
    expect(importPaths(`glob('a/**/*.mdx')\nimport 'g' /* import 'h' */`)).toEqual(['g'])
  })

  it('follow the arrows', () => {
    const wrong = ours.filter(({ from, to }) => !ARROWS[layerOf(from)]?.includes(layerOf(to)))
    expect(wrong.map(spell)).toEqual(OUTSIDE)
  })

  it('lead from pages to the reading of a case, and to little else of node', () => {
    const read = ours.filter(
      ({ from, to }) =>
        from.startsWith('pages/') && to.startsWith('node/') && !to.startsWith('node/read/'),
    )
    expect(read.filter(({ to }) => !FOR_PAGES.includes(to)).map(spell)).toEqual([])
    expect([...new Set(read.map(({ to }) => to))].toSorted()).toEqual(FOR_PAGES)
  })

  it('never lead from one page into another', () => {
    const wrong = ours.filter(
      ({ from, to }) =>
        from.startsWith('pages/') && to.startsWith('pages/') && pageOf(from) !== pageOf(to),
    )
    expect(wrong.map(spell)).toEqual([])
  })

  it('lead into the checks from assembling alone, and there to their list', () => {
    const into = ours.filter(
      ({ from, to }) => to.startsWith('core/checks/') && !from.startsWith('core/checks/'),
    )
    expect(into.map(spell)).toEqual(['core/assemble.ts → core/checks/index.ts'])
  })

  it('keep core pure: no disk, no Astro, no browser, no package that is not known', () => {
    const wrong = imports.filter(
      ({ from, to, isOurs }) =>
        from.startsWith('core/') &&
        !isOurs &&
        !PURE.some((name) => `${to}/`.startsWith(`${name}/`)),
    )
    expect(wrong.map(spell)).toEqual([])
  })

  it('make no cycle, types included', () => {
    expect(cyclesIn(ours)).toEqual([])
  })

  it.each(['node', 'cli', 'ui'])('make no cycle of the rooms of %s', (layer) => {
    const roomOf = (file: string) => file.split('/').slice(0, 2).join('/')
    const inLayer = (file: string) => file.startsWith(`${layer}/`)
    const rooms = ours
      .filter(({ from, to }) => inLayer(from) && inLayer(to))
      .map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }))
      .filter(({ from, to }) => from !== to)
    expect(rooms.length).toBeGreaterThan(0)
    expect(cyclesIn(rooms)).toEqual([])
  })

  it('are told where they make one, by its shortest way', () => {
    const made = (...pairs: readonly string[]) =>
      cyclesIn(pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' })))
    expect(made('ab', 'bc', 'cd', 'da', 'ca', 'xa', 'de')).toEqual([
      'a → b → c → a',
      'd → a → b → c → d',
    ])
    expect(made('ab', 'ac', 'bd', 'cd')).toEqual([])
    expect(made('aa')).toEqual(['a → a'])
  })
})

describe('rooms', () => {
  it.each(Object.entries(LOOSE))('%s/ has only folders, but for what is named', (room, loose) => {
    const inside = room === '' ? files : below(room)
    const found = inside.filter((file) => !file.includes('/') && file !== 'README.md')
    expect(found.toSorted()).toEqual(loose)
  })

  it('are named as layers, and no other stands beside them', () => {
    const rooms = new Set(files.map(layerOf))
    expect(Object.keys(ARROWS).filter((layer) => !rooms.has(layer))).toEqual([])
    expect([...rooms].filter((room) => ARROWS[room] === undefined)).toEqual([])
  })

  it('are never called build, which tools take for what a program made', () => {
    expect(files.filter((file) => /(?:^|\/)build\//.test(file))).toEqual([])
  })
})

describe('layers of style sheets', () => {
  const sheets = files.filter((file) => /\.(?:css|astro)$/.test(file))

  it('have their order in one file, and every sheet keeps to its names', () => {
    // Matches "@layer base, page;".
    const ordered = sheets.filter((file) =>
      /@layer [\w-]+(?:\s*,\s*[\w-]+)*\s*;/.test(textOf(file)),
    )
    expect(ordered).toEqual(['ui/styles/layers.css'])
    const names = /@layer ([^;]+);/.exec(textOf('ui/styles/layers.css'))?.[1]?.split(/,\s*/)
    const used = sheets.flatMap((file) =>
      [...textOf(file).matchAll(/@layer ([\w-]+)\s*\{/g)].map(([, name]) => name),
    )
    expect([...new Set(used)].filter((name) => !names?.includes(name ?? ''))).toEqual([])
    expect(used.length).toBeGreaterThan(10)
  })
})

function layerOf(file: string): string {
  return file.split('/')[0] ?? ''
}

/** The files of a room, relative to it. */
function below(room: string): readonly string[] {
  return files.flatMap((file) => (file.startsWith(`${room}/`) ? [file.slice(room.length + 1)] : []))
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

// Matches "import { a } from './a.ts'", not types, which are gone when it runs, nor what is asked for later.
const RE_LOADED = /^(?:import|export)\s(?!type\s)(?:[^'"`;()]*?\sfrom\s*)?['"](\.[^'"?]+)/gm

/** The files that one loads with it. */
function loadedBy(start: string): ReadonlySet<string> {
  const found = new Set([start])
  for (const file of found)
    for (const [, path = ''] of textOf(file).matchAll(RE_LOADED))
      found.add(join(dirname(file), path))
  return found
}

describe('a command', () => {
  // One that only helps is there at once, and what serves a room for hours has memory for the room.
  it.each(['cli/index.ts', 'cli/commands/present.ts'])(
    'loads what reads a case where it needs it: %s',
    (start) => {
      const loaded = loadedBy(start)
      expect(loaded.size).toBeGreaterThan(20)
      const readers = ['core/syntax/', 'core/graph/index.ts', 'core/checks/', 'core/assemble.ts']
      const early = [...loaded].filter((file) => readers.some((one) => file.startsWith(one)))
      expect(early).toEqual([])
    },
  )
})
