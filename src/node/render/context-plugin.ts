/** Gives the pages the context of their build, as a module that they import. */
import type { Plugin } from 'vite'
import type { BuildContext } from '../../core/model/build-context.ts'

const CONTEXT = 'throughline:context'
const READ = 'throughline:read'

/** @param context absent where a build says nothing, and then no page is rendered */
export function withContext(context: BuildContext | undefined): Plugin {
  return {
    name: CONTEXT,
    enforce: 'pre',
    // Browsers have no part in it: it says where the case is.
    applyToEnvironment: ({ config }) => config.consumer === 'server',
    resolveId: (id) => (id === CONTEXT || id === READ ? `\0${id}` : undefined),
    load(id) {
      // Where no build has read the case, the pages read it anew.
      if (id === `\0${READ}`) return 'export default undefined'
      return id === `\0${CONTEXT}` ? `export default ${JSON.stringify(context)}` : undefined
    },
  }
}
