/** What the files say of themselves. */
import type { ReadCase } from '../read/read-case.ts'
import type { About } from './office.ts'

/** Title, team, language and date of a case. */
export function aboutOf({ case: theCase, settings, dates }: ReadCase): About {
  return {
    title: theCase.title,
    author: settings.team,
    language: settings.language,
    updated: dates.updated ?? dates.published,
  }
}
