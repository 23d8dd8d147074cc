/** A script of the site in one piece, to stand in a page. */
import { join } from 'node:path'
import { build, parseSync } from 'vite'
import type { SiteFiles } from './files.ts'

/** Text of a module that imports no other file, ready to stand between script tags. */
export async function bundleScript(files: SiteFiles, path: string): Promise<string> {
  const text = await files.text(path)
  return inTags(importsOthers(path, text) ? await bundle(join(files.folder, path)) : text)
}

function importsOthers(path: string, text: string): boolean {
  const { staticImports, dynamicImports, staticExports } = parseSync(path, text).module
  const passedOn = staticExports
    .flatMap(({ entries }) => entries)
    .some((each) => each.moduleRequest)
  return staticImports.length > 0 || dynamicImports.length > 0 || passedOn
}

/** Makes one script of many: pages share files by import, which a page from disk may not load. */
async function bundle(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: file, output: { codeSplitting: false } },
    },
  })
  const chunk = [built].flat().flatMap((each) => ('output' in each ? each.output : []))[0]
  if (chunk?.type !== 'chunk') throw new Error(`Cannot make one script of ${file}`)
  return chunk.code
}

/** Escapes what a browser would read as the end of the script, or as the start of a comment in it. */
function inTags(script: string): string {
  return script.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '\\x3C!--')
}
