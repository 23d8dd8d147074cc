/** Builds a site without its PDFs, in a process of its own: `node site-only.ts CASE OUT`. */

import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'

const [folder = '', out = ''] = process.argv.slice(2)
await buildSite({ read: await readCase(folder), out, base: '/', print: [] })
console.log(`\nBuilt ${out}`)
process.exit(0)
