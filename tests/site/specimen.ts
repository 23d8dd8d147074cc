/** The specimen case, built and open. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../src/cli/index.ts'
import { type OpenSite, openSite } from './site.ts'

/** Builds it into a folder of its own, which goes when the site closes. */
export async function openSpecimen(): Promise<OpenSite> {
  const parent = await mkdtemp(join(tmpdir(), 'specimen-'))
  const out = join(parent, 'site')
  const code = await runCommand(['build', '--case', 'tests/fixtures/specimen', '--out', out])
  if (code !== 0) throw new Error(`the specimen does not build: ${code}`)
  const site = await openSite(out)
  return {
    ...site,
    async close() {
      await site.close()
      await rm(parent, { recursive: true, force: true })
    },
  }
}
