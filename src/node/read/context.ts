/**
 * The context of the build, as pages read it: the only place that does. Pages are bundled, so that
 * what was set in the program that builds is out of their reach. The context is therefore a module
 * which that program makes for each build (`render/given.ts`),
 * and no variable of a process: builds that run at once can't mix.
 */
import built from 'throughline:context'
import { buildContext } from '../../core/model/build-context.ts'

export const context = buildContext(built)
