/** The conventions as a plugin of the MDX compile: plain words become elements of the vocabulary. */
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineMdastPlugin, type MdastPluginDefinition } from 'satteri'
import { recognise, withoutNotes } from '../core/conventions/index.ts'
import { parse } from '../core/parse.ts'
import { mapPictures } from '../core/pictures.ts'
import { shownPicture } from './pictures.ts'
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
      // Parsed as the graph parses it, so that both walk the same tree.
      const { tree } = parse(context.source, file)
      if (!tree) return
      const recognised = recognise(tree, context.source, file).tree
      const shown = hasPrivateNotes() ? recognised : withoutNotes(recognised)
      const marked = mapPictures(shown, (picture) => shownPicture(picture, file, caseFolder))
      // The marked tree is made of the Markdown engine's own node shapes.
      context.replaceNode(root, marked as unknown as typeof root)
    },
  })
}
