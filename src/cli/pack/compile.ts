/** TypeScript to JavaScript with types. Whether they are right the tests say, who know Astro's files too. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

/**
 * Compiles every `.ts` below a folder into another one, under the same paths.
 * @throws where a file cannot be compiled.
 */
export async function compile(from: string, to: string): Promise<void> {
  const config = configFor(from)
  const program = ts.createProgram(config.fileNames, {
    ...config.options,
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    outDir: to,
    rootDir: dirname(from),
  })
  const made: [path: string, text: string][] = []
  const { diagnostics } = program.emit(undefined, (path, text) => made.push([path, text]))
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, host))
  for (const [path, text] of made) {
    const inFrom = relative(join(to, 'src'), path)
    if (!RE_MADE.test(inFrom)) continue
    await mkdir(dirname(join(to, inFrom)), { recursive: true })
    await writeFile(join(to, inFrom), text)
  }
}

// Matches "core/assemble.js", "core/assemble.d.ts"; not "../astro.config.mjs", nor "cli/pack/index.js", nor
// "pages/case.json.d.ts", which would be a page: nobody can import what is not core.
const RE_MADE = /^(?!\.\.|cli\/pack\/).*\.js$|^core\/.*\.d\.ts$/

/** Of the folder's project, but for its tests. */
function configFor(folder: string): ts.ParsedCommandLine {
  const root = dirname(folder)
  const file = join(root, 'tsconfig.json')
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  return ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, root)
}

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
}
