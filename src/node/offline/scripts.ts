/** A script of the site in one piece, to stand in a page. It is kept, since scripts change with the tool alone. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { versionOf } from '../paths/packages.ts'
import { readOrMake } from '../store/values.ts'
import type { SiteFiles } from './files.ts'

/** Text of a module that imports no other file, ready to stand between script tags. */
export async function bundleScript(files: SiteFiles, path: string): Promise<string> {
  const about = await hashOfInputs(files, path)
  return readOrMake({ store: files.store, kind: 'scripts', about }, async () => {
    const text = await files.text(path)
    const isWhole = !(await importsOthers(path, text))
    return inTags(isWhole ? text : await bundle(join(files.folder, path)))
  })
}

/** Of all of which it is made: every script of the site, which it may import, and the code that makes it. */
async function hashOfInputs(files: SiteFiles, path: string): Promise<string> {
  const all = createHash('sha256').update(JSON.stringify([path, versionOf('vite')]))
  all.update(readFileSync(import.meta.filename))
  for (const script of files.paths.filter((one) => one.endsWith('.js')))
    all.update(`\n${script}\n`).update(await files.bytes(script))
  return all.digest('hex')
}

async function importsOthers(path: string, text: string): Promise<boolean> {
  const { parseSync } = await import('vite')
  const { staticImports, dynamicImports, staticExports } = parseSync(path, text).module
  const passedOn = staticExports
    .flatMap(({ entries }) => entries)
    .some((each) => each.moduleRequest)
  return staticImports.length > 0 || dynamicImports.length > 0 || passedOn
}

/** Makes one script of many: pages share files by import, which a page from disk may not load. */
async function bundle(file: string): Promise<string> {
  const { build } = await import('vite')
  const built = await build({
    configFile: false,
    publicDir: false,
    plugins: [withoutRooms],
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

// Matches "./room-deck.a1b2.js".
const RE_ROOM = /(?:^|\/)room-[^/]+\.js$/

/** What joins a room asks for it, as a page from disk may not. */
const withoutRooms: Plugin = {
  name: 'throughline:without-rooms',
  enforce: 'pre',
  resolveId: (source) => (RE_ROOM.test(source) ? '\0no-room' : undefined),
  load: (id) => (id === '\0no-room' ? 'export {}' : undefined),
}

/** Escapes what a browser would read as the end of the script, or as the start of a comment in it. */
function inTags(script: string): string {
  return script.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '\\x3C!--')
}
