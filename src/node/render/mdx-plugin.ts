/** The conventions as a plugin of the MDX compile: plain words become elements of the vocabulary. */
import { relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { defineMdastPlugin, type MdastPluginDefinition } from 'satteri'
import { splitSource } from '../../core/audience/split-source.ts'
import type { Audience } from '../../core/model/audience.ts'
import type { BuildContext } from '../../core/model/build-context.ts'
import { type KindTable, withOwnKinds } from '../../core/model/kinds.ts'
import type { Source } from '../../core/model/source.ts'
import { readSettings, type Settings } from '../../core/settings/case-yaml.ts'
import { RE_FRONT_MATTER } from '../../core/settings/front-matter.ts'
import { recognise, withoutNotes } from '../../core/syntax/conventions/index.ts'
import { parse } from '../../core/syntax/parse.ts'
import { mapPictures } from '../../core/syntax/pictures.ts'
import type { Node } from '../../core/syntax/tree.ts'
import { readSource } from '../read/case-texts.ts'
import { withChartTables } from '../read/chart-tables.ts'
import { shownPicture } from '../read/pictures.ts'

/** For whom words are compiled. */
export type CompiledFor = Pick<BuildContext, 'audience' | 'hasPrivateNotes' | 'ownKinds' | 'store'>

/**
 * The plugin for the files of one case folder (absolute). It reads one file at a time, so what it
 * emits are candidates with a place; components resolve them against the graph when they render.
 */
export function conventions(
  caseFolder: string,
  { audience, hasPrivateNotes, ownKinds, store }: CompiledFor,
): MdastPluginDefinition {
  const kinds = withOwnKinds(ownKinds)
  return defineMdastPlugin({
    name: 'throughline-conventions',
    before(root, context) {
      const { data, fileURL, source } = context
      // Our own rules read the head of a file. Astro would import what is named there as a layout.
      if (isAstros(data.astro)) data.astro = { ...data.astro, frontmatter: {} }
      const file = relative(caseFolder, fileURLToPath(fileURL ?? pathToFileURL(caseFolder)))
      const whole = withHead(caseFolder, { file: file.split(sep).join('/'), text: source })
      const marked = markedTree(whole, settingsOf(caseFolder, kinds), audience)
      const shown = hasPrivateNotes ? marked : withoutNotes(marked)
      const folders = { folder: caseFolder, store }
      const pictured = mapPictures(shown, (one) => shownPicture(one, whole.file, folders))
      // The marked tree is made of the Markdown engine's own node shapes. Nothing of the first tree stays.
      context.replaceNode(root, pictured as unknown as typeof root)
    },
  })
}

/** The text with its front matter, in whose place Astro hands over spaces, and the tables of its charts. */
function withHead(caseFolder: string, { file, text }: Source): Source {
  const found = readSource(caseFolder, file)
  const [head = ''] = ('text' in found && RE_FRONT_MATTER.exec(found.text)) || []
  const isBlank = text.slice(0, head.length).trim() === ''
  const whole = isBlank ? head + text.slice(head.length) : text
  // A build has them in the text already.
  return { file, text: / table='\[/.test(whole) ? whole : withChartTables(caseFolder, file, whole) }
}

/** What Astro passes from plugin to plugin. */
function isAstros(data: unknown): data is object {
  return typeof data === 'object' && data !== null
}

/** Parsed as the graph parses it, so that both walk the same tree; without words where it can't be. */
function markedTree(whole: Source, settings: Settings, audience: Audience): Node {
  const { source } = splitSource(whole, { ...settings, audience })
  const { tree } = source ? parse(source.text, source.file) : {}
  return source && tree
    ? recognise(tree, source, settings.kinds).tree
    : { type: 'root', children: [] }
}

/** Read anew for each file: while a case is being written, they may have changed. */
function settingsOf(caseFolder: string, kinds: KindTable): Settings {
  const found = readSource(caseFolder, 'case.yaml')
  // Without what it withdraws, nothing may be shown.
  if ('fault' in found && found.fault !== 'absent')
    throw new Error('Unexpected case.yaml that cannot be read')
  return readSettings('text' in found ? found.text : '', 'case.yaml', kinds).settings
}
