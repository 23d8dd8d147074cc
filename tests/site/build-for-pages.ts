/**
 * Builds and measures a case of whose handouts no test reads one, in a process of its own:
 * `node build-for-pages.ts CASE OUT`. With nothing to print nothing would be measured, so the shortest is.
 */
import { handoutsOf } from '../../src/node/print/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'

const [folder = '', out = ''] = process.argv.slice(2)
const read = await readCase(folder)
const print = handoutsOf(read).filter(({ file }) => file === 'handouts/one-page.pdf')
await buildSite({ read, out, base: '/', print })
process.exit(0)
