/** What runs in the pages that `dev` serves: our own modules, as they stand, and one style sheet as a module. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The address below which these modules are served, with a slash at the end. */
export const CLIENT = '/__live/'

const MODULES = new Set(['in-page.mjs', 'show.mjs', 'panel.mjs', 'entry.mjs'])

/** The JavaScript at a path; undefined where there is none. */
export function clientModule(path: string): string | undefined {
  const name = path.slice(CLIENT.length)
  if (name === 'panel.css') return `export default ${JSON.stringify(textOf(name))}`
  return MODULES.has(name) ? textOf(name) : undefined
}

/** The tag that runs them in a page. `state` is the state of the case that the page shows. */
export function clientTag(state: string): string {
  return `<script type="module" src="${CLIENT}in-page.mjs?state=${state}"></script>`
}

function textOf(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8')
}
