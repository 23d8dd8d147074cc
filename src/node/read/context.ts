/**
 * The context of the build, as pages read it: the only place that does. Pages are bundled, so that
 * what was set in the program that builds is out of their reach. The context is therefore a module
 * which that program makes for each build (`render/given.ts`),
 * and no variable of a process: builds that run at once can't mix.
 */
import { createHash } from 'node:crypto'
import built from 'throughline:context'
import { buildContext } from '../../core/model/build-context.ts'

export const context = buildContext(built)

/**
 * Where pages of `present` post what is asked; undefined where no server keeps it. Behind `#` stands the
 * case, by which a browser keeps meanwhile what could not be written: each start of a room has another path.
 * @param narrative address of the narrative, from the page
 */
export function questionsAt(narrative: string): string | undefined {
  if (!context.keepsQuestions) return undefined
  const name = createHash('sha256').update(context.caseFolder).digest('hex').slice(0, 16)
  return `${narrative}questions#${name}`
}
