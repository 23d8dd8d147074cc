#!/usr/bin/env node
/**
 * `throughline`, as npm installs it: starts the command line on the Node that came along. Plain
 * JavaScript for any Node from 20 on: a machine may have no newer one.
 */
import { fileURLToPath } from 'node:url'
import { browserFor, orSay, start } from './setup/start.mjs'

const args = process.argv.slice(2)
await orSay(async () => {
  const { path } = await browserFor(args)
  start([fileURLToPath(new URL('index.js', import.meta.url)), ...args], path)
})
