/** For whom this process builds: for everyone, unless the command says otherwise. */
import type { Audience } from '../../core/model/audience.ts'

/** As a variable, since the pages of a build are told nothing else. */
const NAME = 'THROUGHLINE_AUDIENCE'

/** Says it of all that this process builds from now on. */
export function nameAudience(audience: Audience): void {
  process.env[NAME] = audience
}

/** `public` where nobody has said anything. */
export function namedAudience(): Audience {
  return process.env[NAME] === 'internal' ? 'internal' : 'public'
}
