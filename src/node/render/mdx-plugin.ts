/** The conventions as a plugin of the MDX compile: plain words become elements of the vocabulary. */
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineMdastPlugin, type MdastPluginDefinition } from 'satteri'
import { splitSource } from '../../core/audience/index.ts'
import { noSettings, readSettings, type Settings } from '../../core/settings/case-yaml.ts'
import { recognise, withoutNotes } from '../../core/syntax/conventions/index.ts'
import { parse } from '../../core/syntax/parse.ts'
import { mapPictures } from '../../core/syntax/pictures.ts'
import type { Node } from '../../core/syntax/tree.ts'
import { shownPicture } from '../read/pictures.ts'
import { namedAudience } from './audience.ts'
import { hasPrivateNotes } from './private.ts'

/**
 * The plugin for the files of one case folder (absolute). It reads one file at a time, so what it
 * emits are candidates with a place; components resolve them against the graph when they render.
 */
export function conventions(caseFolder: string): MdastPluginDefinition {
  return defineMdastPlugin({
    name: 'throughline-conventions',
    before(root, context) {
      if (!context.fileURL) return
      const file = relative(caseFolder, fileURLToPath(context.fileURL)).split(sep).join('/')
      const marked = markedTree(context.source, file, caseFolder)
      if (!marked) return
      // The marked tree is made of the Markdown engine's own node shapes.
      context.replaceNode(root, marked as unknown as typeof root)
    },
  })
}

/** Parsed as the graph parses it, so that both walk the same tree; `undefined` where it can't be. */
function markedTree(text: string, file: string, caseFolder: string): Node | undefined {
  const { withdrawn, restricted, links, kinds } = settingsOf(caseFolder)
  const readers = { audience: namedAudience(), withdrawn, restricted, links, kinds }
  const { source } = splitSource({ file, text }, readers)
  if (!source) return { type: 'root', children: [] }
  const { tree } = parse(source.text, file)
  if (!tree) return undefined
  const recognised = recognise(tree, source, kinds).tree
  const shown = hasPrivateNotes() ? recognised : withoutNotes(recognised)
  return mapPictures(shown, (picture) => shownPicture(picture, file, caseFolder))
}

/** Read anew for each file: while a case is being written, they may have changed. */
function settingsOf(caseFolder: string): Settings {
  try {
    return readSettings(readFileSync(join(caseFolder, 'case.yaml'), 'utf8'), 'case.yaml').settings
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return noSettings
  }
}
