/** How Astro compiles the words of a case: by the conventions, and past the gate. */
import { satteri } from '@astrojs/markdown-satteri'
import { dialect } from '../../core/syntax/parse.ts'
import { colouredCode } from './coloured-code.ts'
import { gate } from './gate.ts'
import { type CompiledFor, conventions } from './mdx-plugin.ts'

/** The Markdown engine for the files of one case folder (absolute). A plugin more goes before the gate. */
export function processorOf(caseFolder: string, compiledFor: CompiledFor) {
  return satteri({
    mdastPlugins: [conventions(caseFolder, compiledFor)],
    hastPlugins: [() => colouredCode(), gate()],
    features: dialect,
  })
}
