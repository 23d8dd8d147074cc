/** Builds a site without its PDFs, in a process of its own: `node site-only.ts CASE OUT [AUDIENCE]`. */

import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'

const [folder = '', out = '', audience] = process.argv.slice(2)
const read = await readCase(folder, audience === 'internal' ? audience : 'public')
await buildSite({ read, out, base: '/', print: [] })
console.log(`\nBuilt ${out}`)
process.exit(0)
