/**
 * Writes the texts of a case, compiled, for its renderer: this is bundled with the pages, who have most of
 * what it needs.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildContext } from '../../core/model/build-context.ts'
import { RE_FRONT_MATTER } from '../../core/settings/front-matter.ts'
import { textsAmong } from '../paths/reading-order.ts'
import { listFiles } from '../read/case-files.ts'
import { hashOfTexts, readSource, readTexts } from '../read/case-texts.ts'
import { importedName } from '../read/picture-import.ts'
import type { ReadCase } from '../read/read-case.ts'
import { processorOf } from './processor.ts'
import type { WorkFolder } from './work-folder.ts'

/** How Astro compiles them while a case is being written. */
const SHARED = { syntaxHighlight: false } as const

/** Where the pictures of texts go. */
interface Places {
  readonly place: (path: string) => Promise<unknown>
}

/**
 * Writes the texts of a case as modules into the work folder, and their pictures into the output.
 * @returns by their names, from the case folder, the absolute paths of the modules.
 * @throws where a text cannot be compiled, with its place.
 */
export async function writeTexts(
  work: WorkFolder,
  context: BuildContext,
  pictures: Places,
): Promise<ReadonlyMap<string, string>> {
  const moduleFor = await textCompiler(work, context, pictures)
  const { files } = await listFiles(work.caseFolder)
  await mkdir(join(work.root, 'texts'))
  const modules = textsAmong(files).map(async (file, at): Promise<[string, string][]> => {
    const code = await moduleFor(file)
    if (code === undefined) return []
    const path = join(work.root, 'texts', `${at}.mjs`)
    await writeFile(path, code)
    return [[file, path]]
  })
  return new Map((await Promise.all(modules)).flat())
}

/**
 * What makes a module of a text, named from the case folder, and puts its pictures into the output.
 * Undefined for a text that cannot be read: whoever loads it says that there are no pages of it.
 */
export async function textCompiler(
  work: WorkFolder,
  context: BuildContext,
  pictures: Places,
): Promise<(file: string) => Promise<string | undefined>> {
  const compile = await compilerOf(work, context)
  return async (file) => {
    const found = readSource(work.caseFolder, file)
    if ('fault' in found) return undefined
    const code = await compile(found.text, join(work.caseFolder, file))
    const place = (name: string) =>
      pictures.place(join(work.caseFolder, posix.dirname(file), importedName(name)))
    return moduleOf(code, place)
  }
}

/** Refuses a text that has changed since the case was read: pages would show two states of it. */
export async function refuseChanged({ folder, hash }: ReadCase): Promise<void> {
  const { files } = await listFiles(folder)
  if (hashOfTexts(readTexts(folder, files)) === hash) return
  throw new Error('The case was changed while it was being built. Build it again')
}

type Compile = (text: string, path: string) => Promise<string>

async function compilerOf(work: WorkFolder, context: BuildContext): Promise<Compile> {
  const renderer = await processorOf(work.caseFolder, context).createMdxRenderer?.(SHARED, {
    optimize: false,
    srcDir: pathToFileURL(`${work.sources}/`),
  })
  if (!renderer) throw new Error('Expected an engine that compiles MDX')
  return async (text, path) => {
    try {
      return (await renderer.process(withoutHead(text), path, {})).code
    } catch (error) {
      throw withPlace(error, path)
    }
  }
}

/** The text with spaces in place of its front matter, so that places stay. */
function withoutHead(text: string): string {
  return text.replace(RE_FRONT_MATTER, (head) => head.replaceAll(/[^\r\n]/g, ' '))
}

/** As bundlers say where something is: by properties of the error. */
function withPlace(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error
  const [, line, column] = RE_AT.exec(error.message) ?? []
  return Object.assign(error, { loc: { file, line, column } })
}

// Matches the start of "3:7: Unexpected …" and "3:7-3:9: Unexpected …".
const RE_AT = /^(\d+):(\d+)/

/** What the compiled words of a file say that they need. */
const RUNTIME = 'from "astro/jsx-runtime"'
const PICTURES = '\nimport { Image as __AstroImage__ } from "astro:assets";\n'

/**
 * The module of a compiled text. No word of a case can be taken for an import of a picture: these stand
 * last, and behind them nothing has more than a line.
 */
async function moduleOf(code: string, place: (name: string) => Promise<unknown>): Promise<string> {
  const end = code.lastIndexOf(PICTURES)
  const [words, rest] =
    end < 0 ? [code, ''] : [code.slice(0, end), code.slice(end + PICTURES.length)]
  const pictures = [...rest.matchAll(RE_IMPORT)].map(
    async ([, name, source = '']) =>
      `const ${name} = ${JSON.stringify(await place(JSON.parse(source)))}`,
  )
  const runtime = words.replace(RUNTIME, 'from "#jsx-runtime"')
  return [runtime, ...(await Promise.all(pictures)), CONTENT].join('\n')
}

// Matches `import __0_map_png__ from "map.png";`
const RE_IMPORT = /^import (\w+) from (".*");$/gm

/** As Astro's own plugin of MDX makes components of such modules. */
const CONTENT = `
import { Fragment as __Fragment } from '#jsx-runtime'
const Content = (props = {}) => MDXContent({
  ...props,
  components: { Fragment: __Fragment, ...props.components, 'astro-image': props.components?.img },
})
Content[Symbol.for('mdx-component')] = true
Content[Symbol.for('astro.needsHeadRendering')] = true
Content[Symbol.for('astro:renderer')] = 'astro:jsx'
export { Content }
`
