#!/usr/bin/env node
/**
 * `throughline`, as npm installs it: starts the command line on the Node that came along. Plain
 * JavaScript for any Node from 20 on: a machine may have no newer one.
 */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { plainWay } from './setup/plain-way.mjs'
import { browserFor, flagsFor, orExplain, start } from './setup/start.mjs'

const cli = fileURLToPath(new URL('index.js', import.meta.url))
const root = dirname(dirname(dirname(cli)))

const args = process.argv.slice(2)
await orExplain(async () => {
  const { path } = await browserFor(args)
  const { program, remove } = plainWay(cli, root)
  start([...flagsFor(args), ...program, ...args], path, remove)
})
