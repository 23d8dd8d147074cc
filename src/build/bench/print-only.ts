/** Prints handouts of a rendered site, in a process of its own: `node print-only.ts CASE SITE FILE…`. */
import { withBrowser } from '../browser.ts'
import { handoutsOf, printHandouts } from '../pdf.ts'
import { readCase } from '../sources.ts'

const [from = '', folder = '', ...files] = process.argv.slice(2)
const read = await readCase(from)
const which = handoutsOf(read).filter(({ file }) => files.includes(file))
const ms = await withBrowser(async (browser) => {
  const start = performance.now()
  await printHandouts({ folder, base: '/', read }, async () => browser, which)
  return performance.now() - start
})
console.log(ms)
process.exit(0)
