/** Writes the generated pages of the manual anew: `node tests/manual/write-reference.ts`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/node/paths/index.ts'
import { referencePages } from './reference.ts'

for (const [name, text] of Object.entries(referencePages))
  writeFileSync(join(root, 'src', 'manual', 'reference', name), text())
