/**
 * Makes `lib`, which npm packs: a mirror of `src` that Node runs below `node_modules`, where it takes no
 * TypeScript.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root } from '../../node/paths/index.ts'
import { CARRIED, packageFile } from '../../node/paths/packages.ts'
import { builtManual } from '../../node/site/manual.ts'
import { compile } from './compile.ts'

const lib = join(root, 'lib')

// Matches "from './plan.ts'", "import '../a.ts'", "import('./plan.ts')".
const RE_SCRIPT = /(\bfrom\s+|\bimport\s+|\bimport\()('|")(\.{1,2}\/[^'"\n]*)\.ts\2/g

/** What a package has no use for: what sets up a checkout, what packs, and texts for us or rendered here. */
const LEFT_OUT =
  /^(?:cli\/setup\.mjs|cli\/setup\/packages\.mjs|cli\/pack\/.*|manual\/.*|.*\.md|env\.d\.ts)$/

await rm(lib, { recursive: true, force: true })
await compile(join(root, 'src'), lib)
for (const file of await filesIn(join(root, 'src'))) if (!LEFT_OUT.test(file)) await copy(file)
for (const file of ['package.json', 'LICENSE', join('dist', 'mermaid.min.js')])
  await cp(join(dirname(packageFile('mermaid')), file), join(lib, CARRIED, 'mermaid', file))
await mkdir(join(lib, 'manual'))
await cp(join(await builtManual(), 'index.html'), join(lib, 'manual', 'index.html'))

/** What the compiler does not make; it made all that ends in `.ts`. */
async function copy(file: string): Promise<void> {
  const [from, to] = [join(root, 'src', file), join(lib, file)]
  if (file.endsWith('.ts')) return
  if (!file.endsWith('.astro')) return cp(from, to)
  await mkdir(dirname(to), { recursive: true })
  await writeFile(to, withScripts(await readFile(from, 'utf8')))
}

/** Paths below a folder, with forward slashes. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
}

/** An Astro file that imports the scripts which the compiler made. */
function withScripts(astro: string): string {
  return astro.replace(RE_SCRIPT, '$1$2$3.js$2')
}
