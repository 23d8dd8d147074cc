/**
 * Sets up what a checkout lacks (packages, Node 24, a browser), then starts the command line. Plain
 * JavaScript for Node 20, than which a machine may have no newer one.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeOnStderr } from '../node/run/progress.mjs'
import { setUpPackages } from './setup/packages.mjs'
import { browserFor, flagsFor, orExplain, start } from './setup/start.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

const args = process.argv.slice(2)
await orExplain(async () => {
  const done = [...(await setUpPackages(root))]
  const browser = await browserFor(args)
  if (browser.installed) done.push('a browser')
  writeOnStderr(done.length > 0 ? `Set up: ${done.join(', ')}.` : 'Everything is set up.')
  // What is compiled need not be again, nor be loaded what compiles it: 25 MB. Whoever may write there
  // may write our code.
  process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.compiled')
  start([...flagsFor(args), join(root, 'src/cli/index.ts'), ...args], browser.path)
})
