/** Gives the pages the texts of the case, compiled: a module that loads each file by its name. */
import { posix } from 'node:path'
import type { Plugin } from 'vite'
import { textsAmong } from '../paths/reading-order.ts'
import { listFiles } from '../read/case-files.ts'

const TEXTS = 'throughline:texts'

/** Under which Vite knows the module. It lists the files that there are when it is loaded. */
export const TEXTS_ID = `\0${TEXTS}`

/** @param caseFolder by its name in the work folder */
export function withTexts(caseFolder: string): Plugin {
  return {
    name: TEXTS,
    enforce: 'pre',
    resolveId: (id) => (id === TEXTS ? TEXTS_ID : undefined),
    async load(id) {
      if (id !== TEXTS_ID) return undefined
      const { files } = await listFiles(caseFolder)
      const texts = textsAmong(files)
      const loaders = texts.map((file) => {
        const path = JSON.stringify(posix.join(caseFolder, file))
        return `[${JSON.stringify(file)}, () => import(${path})]`
      })
      return `export default new Map([${loaders.join(', ')}])`
    },
  }
}
