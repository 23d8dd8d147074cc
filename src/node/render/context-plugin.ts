/** Gives the pages the context of their build, as a module that they import. */
import type { Plugin } from 'vite'
import type { BuildContext } from '../../core/model/build-context.ts'

const CONTEXT = 'throughline:context'

/** @param context absent where a build says nothing, and then no page is rendered */
export function withContext(context: BuildContext | undefined): Plugin {
  return {
    name: CONTEXT,
    enforce: 'pre',
    // Browsers have no part in it: it says where the case is.
    applyToEnvironment: ({ config }) => config.consumer === 'server',
    resolveId: (id) => (id === CONTEXT ? `\0${CONTEXT}` : undefined),
    load: (id) => (id === `\0${CONTEXT}` ? `export default ${JSON.stringify(context)}` : undefined),
  }
}
