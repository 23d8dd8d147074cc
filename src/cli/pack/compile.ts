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
  const declaring = {
    ...options,
    types: [],
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
    outDir: to,
    rootDir: from,
  }
  const entry = join(from, `${ENTRY}.ts`)
  await declare(ts.createProgram([entry], declaring), entry)
}

/** Writes the types of a file, and of all that they name: most types are of what nobody outside can name. */
async function declare(program: ts.Program, entry: string): Promise<void> {
  const needed = new Set([entry])
  // The set grows as it is walked.
  for (const file of needed) {
    const made = new Map<string, string>()
    const { diagnostics } = program.emit(program.getSourceFile(file), (path, text) =>
      made.set(path, text),
    )
    if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, host))
    for (const [path, text] of made) {
      await write(path, text)
      for (const [, other = ''] of text.matchAll(RE_TYPES))
        needed.add(`${join(dirname(file), other)}.ts`)
    }
  }
}

/** What `exports` in package.json leads to. */
const ENTRY = 'core/assemble'

// Matches "from './model/case.ts'" and "import('../case.ts')".
const RE_TYPES = /(?:\bfrom\s+|\bimport\()['"](\.{1,2}\/[^'"]+)\.ts['"]/g

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
