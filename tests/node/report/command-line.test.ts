/** Commands in messages are as the reader can type them, in the checkout and where it is installed. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../src/node/paths/index.ts'
import { commandLine } from '../../../src/node/report/command-line.ts'

test.each([
  ['build', undefined, 'npm run build', 'npx throughline build'],
  ['start', join(root, 'slides'), 'npm start', 'npx throughline start'],
  ['new sprint', join(root, 'slides'), 'npm run new -- sprint', 'npx throughline new sprint'],
  [
    'check',
    '/my case',
    'npm run check -- --case "/my case"',
    'npx throughline check --case "/my case"',
  ],
  [
    'new evidence 3 "…"',
    join(root, 'mine'),
    `npm run new -- evidence 3 "…" --case mine`,
    `npx throughline new evidence 3 "…" --case mine`,
  ],
])('%s of %s', (command, folder, here, installed) => {
  expect(commandLine(command, folder)).toBe(here)
  expect(commandLine(command, folder, true)).toBe(installed)
})
