/** TypeScript to JavaScript with types. Whether they are right the tests say, who know Astro's files too. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { minify, transformWithOxc } from 'vite'

/**
 * Compiles every `.ts` below a folder into another one, under the same paths; with the types of what
 * can be imported from outside.
 * @throws where a file cannot be compiled.
 */
export async function compile(from: string, to: string): Promise<void> {
  const { fileNames, options } = configFor(from)
  const own = fileNames.map((file) => relative(from, file).replaceAll('\\', '/'))
  for (const file of own.filter((path) => RE_COMPILED.test(path)))
    await write(join(to, file.replace(/ts$/, 'js')), await scriptOf(join(from, file)))
  const declared = new Map<string, string>()
  const declaring = {
    ...options,
    types: [],
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
  }
  const program = ts.createProgram([join(from, `${ENTRY}.ts`)], {
    ...declaring,
    outDir: to,
    rootDir: from,
  })
  const { diagnostics } = program.emit(undefined, (path, text) => declared.set(path, text))
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, host))
  for (const path of neededFrom(join(to, `${ENTRY}.d.ts`), declared))
    await write(path, declared.get(path) ?? '')
}

/** What `exports` in package.json leads to. */
const ENTRY = 'core/assemble'

// Matches "from './model/case.ts'" and "import('../case.ts')".
const RE_TYPES = /(?:\bfrom\s+|\bimport\()['"](\.{1,2}\/[^'"]+)\.ts['"]/g

/** A file of types, and all that it needs of the others: most types are of what nobody outside can name. */
function neededFrom(entry: string, declared: ReadonlyMap<string, string>): ReadonlySet<string> {
  const needed = new Set([entry])
  // The set grows as it is walked.
  for (const path of needed)
    for (const [, other = ''] of (declared.get(path) ?? '').matchAll(RE_TYPES))
      needed.add(`${join(dirname(path), other)}.d.ts`)
  return needed
}

// Matches "core/assemble.ts"; not "cli/pack/index.ts", "env.d.ts", "cli/bin.mjs".
const RE_COMPILED = /^(?!cli\/pack\/).*(?<!\.d)\.ts$/

// Matches files of which functions stand in pages as text: it is the same from a package as from a checkout.
const RE_AS_TEXT = /\/pages\/deck\/_slides\/opening\.ts$/

/**
 * Each file alone: types are taken away, white space, and comments, which the types keep. TypeScript itself
 * takes ten seconds for it.
 */
async function scriptOf(file: string): Promise<string> {
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, {
    lang: 'ts',
    target: 'esnext',
    sourcemap: false,
    typescript: { rewriteImportExtensions: 'rewrite', onlyRemoveTypeImports: true },
  })
  if (RE_AS_TEXT.test(file.replaceAll('\\', '/'))) return code
  const asNamed = {
    compress: false,
    mangle: false,
    codegen: { removeWhitespace: true },
  } as const
  const bare = await minify(file, code, asNamed)
  if (bare.errors.length > 0) throw new Error(bare.errors.map(({ message }) => message).join('\n'))
  return bare.code
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** Of the folder's project, but for its tests. */
function configFor(folder: string): ts.ParsedCommandLine {
  const root = dirname(folder)
  const file = join(root, 'tsconfig.json')
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  const compilerOptions = {
    ...config.compilerOptions,
    noEmit: false,
    rewriteRelativeImportExtensions: true,
  }
  return ts.parseJsonConfigFileContent(
    { ...config, compilerOptions, include: ['src'] },
    ts.sys,
    root,
  )
}

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
}
